using System.Numerics;
using ILGPU;
using NotebookGrad.Operations;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// What a team finds of a line for its softmax. The greatest is subtracted, so that no exponential overflows.
/// </summary>
internal static class SoftmaxLine<TTeam, T>
    where TTeam : struct, ITeam
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The greatest element.</summary>
    public static T Top(ArrayView<T> x, long start, long pace, int length)
    {
        var greatest = Greatest.Identity<T>();
        for (var i = TTeam.First; i < length; i += TTeam.Threads)
        {
            greatest = Greatest.Invoke(greatest, x[start + (i * pace)]);
        }

        return TTeam.Combine<Greatest, T>(greatest);
    }

    /// <summary>Σ exp(x − top).</summary>
    public static T Sum(ArrayView<T> x, long start, long pace, int length, T top)
    {
        var sum = T.Zero;
        for (var i = TTeam.First; i < length; i += TTeam.Threads)
        {
            sum += T.Exp(x[start + (i * pace)] - top);
        }

        return TTeam.Combine<Sum.Kernel, T>(sum);
    }
}
