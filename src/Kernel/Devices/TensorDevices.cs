using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>Takes tensors from device to device.</summary>
public static class TensorDevices
{
    extension(Tensor x)
    {
        /// <summary>
        /// The elements on another device, from which gradients come back; the tensor itself if it is there already.
        /// </summary>
        public Tensor To(Device device)
        {
            ArgumentNullException.ThrowIfNull(device);
            return x.Device == device ? x : new Transfer(x.Device, device).Apply(x);
        }

        /// <summary>
        /// The elements on another device in another dtype; converted on the side where they take less to carry.
        /// </summary>
        public Tensor To(Device device, DType dtype) =>
            dtype.Size < x.DType.Size ? x.To(dtype).To(device) : x.To(device).To(dtype);

        /// <summary>The elements on the processor; the tensor itself if it is there already.</summary>
        public Tensor Cpu() => x.To(Device.Cpu);

        /// <summary>The elements on a graphics processor, PyTorch's <c>cuda()</c>.</summary>
        /// <exception cref="InvalidOperationException">There is none; the message says why.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There are fewer; the message lists them.</exception>
        public Tensor Gpu(int index = 0) => x.To(Device.Gpu(index));
    }
}
