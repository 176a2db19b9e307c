using System.Numerics.Tensors;

namespace NotebookGrad.Operations;

/// <summary>Looks at whole numbers where they lie.</summary>
internal static class WholeNumbers
{
    /// <summary>Whether all of them go from low up to, but not with, high; of a device it reads two.</summary>
    public static bool Lie(Tensor x, long low, long high)
    {
        if (x.Count == 0)
        {
            return true;
        }

        if (x.Device == Device.Cpu)
        {
            var values = x.ToArray<long>();
            return TensorPrimitives.Min<long>(values) >= low && TensorPrimitives.Max<long>(values) < high;
        }

        var seen = x.Detach();
        return seen.Amin().Item<long>() >= low && seen.Amax().Item<long>() < high;
    }
}
