namespace NotebookGrad;

/// <summary>Packs real numbers in 16 bits each.</summary>
internal sealed class HalfPacker : SharingPacker
{
    protected override Form? PackNew(Tensor tensor)
    {
        if (!tensor.DType.IsReal)
        {
            return null;
        }

        Fallbacks.Count("pack in 16 bits", tensor);
        var values = tensor.ToArray<float>();
        var halves = Array.ConvertAll(values, value => (Half)value);
        for (var i = 0; i < values.Length; i++)
        {
            if (float.IsFinite(values[i]) != Half.IsFinite(halves[i]))
            {
                return null;
            }
        }

        return new Halves(halves, tensor);
    }

    private sealed class Halves(Half[] halves, Tensor tensor) : Form(tensor)
    {
        private readonly Shape shape = tensor.Shape;
        private readonly DType dtype = tensor.DType;
        private readonly Device device = tensor.Device;

        public override long Bytes => 2L * halves.Length;

        public override Tensor Unpack() => TensorCreation.Make<float>(
            Array.ConvertAll(halves, half => (float)half), shape, false, dtype, device);
    }
}
