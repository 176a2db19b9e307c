using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// |d| − β/2 of a difference d = x − t, but d²/(2β) where |d| is below β: derivatives ± d/β there, ± sign d elsewhere.
/// </summary>
internal readonly struct SmoothAbsoluteError(double beta) : IRealBinary<SmoothAbsoluteError>
{
    public static string Name => "smooth_l1_loss";

    public Notation Notation => new(
        "smooth L1", "smooth|{0} − {1}|", "\\left|{0} - {1}\\right|_\\beta", "clamp(({0} − {1})/β, −1, 1)",
        "−clamp(({0} − {1})/β, −1, 1)");

    public Keep Keeps(int operand) => Keep.Operand0 | Keep.Operand1;

    public T Invoke<T>(T x, T t)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (distance, bound) = (T.Abs(x - t), T.CreateTruncating(beta));
        var half = T.CreateTruncating(0.5);
        return distance < bound ? half * distance * distance / bound : distance - (half * bound);
    }

    public Tensor Scale(Tensor t, in Kept kept, int operand)
    {
        var difference = kept[0] - kept[1];
        var slope = Tensor.Where(difference.Abs() < beta, difference / beta, difference.Sign());
        return (operand == 0 ? t : -t) * slope;
    }
}
