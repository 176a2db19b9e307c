using NotebookGrad.Backends.Host;

namespace NotebookGrad;

/// <summary>Makes tensors from C# numbers and arrays.</summary>
public static class TensorCreation
{
    extension(Tensor)
    {
        /// <summary>A tensor of shape [] that holds one number; its C# type decides the dtype.</summary>
        public static Tensor Of<T>(T value, bool requiresGrad = false, DType? dtype = null, Device? device = null)
            where T : unmanaged => Make([value], default, requiresGrad, dtype, device);

        /// <summary>
        /// A tensor of shape [n] with a copy of the array's elements; their C# type decides the dtype.
        /// </summary>
        public static Tensor Of<T>(T[] values, bool requiresGrad = false, DType? dtype = null, Device? device = null)
            where T : unmanaged => Make<T>(values, [values.Length], requiresGrad, dtype, device);

        /// <summary>A tensor of shape [rows, columns] with a copy of the array's elements.</summary>
        public static Tensor Of<T>(T[,] values, bool requiresGrad = false, DType? dtype = null, Device? device = null)
            where T : unmanaged => FromArray<T>(values, requiresGrad, dtype, device);

        /// <summary>A tensor of three axes with a copy of the array's elements.</summary>
        public static Tensor Of<T>(T[,,] values, bool requiresGrad = false, DType? dtype = null, Device? device = null)
            where T : unmanaged => FromArray<T>(values, requiresGrad, dtype, device);

        /// <summary>A tensor of four axes with a copy of the array's elements.</summary>
        public static Tensor Of<T>(T[,,,] values, bool requiresGrad = false, DType? dtype = null, Device? device = null)
            where T : unmanaged => FromArray<T>(values, requiresGrad, dtype, device);
    }

    /// <summary>A tensor of any shape with a copy of row-major elements.</summary>
    internal static Tensor Make<T>(
        ReadOnlySpan<T> values, Shape shape, bool requiresGrad, DType? dtype, Device? device)
        where T : unmanaged
    {
        if (typeof(T) == typeof(int))
        {
            var widened = new long[values.Length];
            for (var i = 0; i < widened.Length; i++)
            {
                widened[i] = (int)(object)values[i];
            }

            return Make<long>(widened, shape, requiresGrad, dtype, device);
        }

        var own = DType.Of<T>();
        var place = device ?? Device.Default;
        if (place != Device.Cpu && dtype is { } wanted && wanted != own)
        {
            return Converted(values, own, wanted, shape, place).Finish(requiresGrad, null);
        }

        var tensor = Tensor.Empty(place.Backend, own, Layout.Contiguous(shape));
        tensor.Backend.Write(values, tensor.Storage);
        return tensor.Finish(requiresGrad, dtype);
    }

    extension(Tensor tensor)
    {
        /// <summary>The last steps of every factory: the dtype asked for, and whether gradients are gathered.</summary>
        internal Tensor Finish(bool requiresGrad, DType? dtype)
        {
            var converted = dtype is { } wanted && wanted != tensor.DType ? tensor.Converted(wanted) : tensor;
            if (requiresGrad)
            {
                converted.RequiresGrad = true;
            }

            return converted;
        }

        /// <summary>A contiguous copy with another dtype, outside any graph.</summary>
        internal Tensor Converted(DType dtype)
        {
            var copy = Tensor.Empty(tensor.Backend, dtype, Layout.Contiguous(tensor.Shape));
            tensor.Backend.Copy(tensor.View, copy.View);
            return copy;
        }
    }

    // For another device elements are converted here, and by the backend itself: to a plan they are constants.
    private static Tensor Converted<T>(ReadOnlySpan<T> values, DType own, DType wanted, Shape shape, Device place)
        where T : unmanaged
    {
        var (host, layout) = (HostBackend.Instance, Layout.Contiguous(shape));
        var (given, converted) = (host.Allocate(own, layout.Count), host.Allocate(wanted, layout.Count));
        host.Write(values, given);
        host.Copy(new(given, layout), new(converted, layout));
        return wanted switch
        {
            DType.Bool => Make<bool>(HostBackend.Elements<bool>(converted), shape, false, null, place),
            DType.Int64 => Make<long>(HostBackend.Elements<long>(converted), shape, false, null, place),
            DType.Float32 => Make<float>(HostBackend.Elements<float>(converted), shape, false, null, place),
            _ => Make<double>(HostBackend.Elements<double>(converted), shape, false, null, place),
        };
    }

    private static Tensor FromArray<T>(Array values, bool requiresGrad, DType? dtype, Device? device)
        where T : unmanaged
    {
        var lengths = new int[values.Rank];
        for (var axis = 0; axis < lengths.Length; axis++)
        {
            lengths[axis] = values.GetLength(axis);
        }

        return Make<T>(values.Cast<T>().ToArray(), new Shape(lengths), requiresGrad, dtype, device);
    }
}
