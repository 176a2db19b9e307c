using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// d²/2 of a difference d = x − t where |d| is below δ, else δ(|d| − δ/2): derivatives ± d and ± δ·sign d. Huber,
/// "Robust estimation of a location parameter" (1964).
/// </summary>
internal readonly struct HuberError(double delta) : IRealBinary<HuberError>
{
    public static string Name => "huber_loss";

    public Notation Notation => new(
        "Huber", "Huber({0} − {1})", "H_\\delta({0} - {1})", "clamp({0} − {1}, −δ, δ)", "−clamp({0} − {1}, −δ, δ)");

    public Keep Keeps(int operand) => Keep.Operand0 | Keep.Operand1;

    public T Invoke<T>(T x, T t)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (distance, bound) = (T.Abs(x - t), T.CreateTruncating(delta));
        var half = T.CreateTruncating(0.5);
        return distance < bound ? half * distance * distance : bound * (distance - (half * bound));
    }

    public Tensor Scale(Tensor t, in Kept kept, int operand)
    {
        var difference = kept[0] - kept[1];
        var slope = Tensor.Where(difference.Abs() < delta, difference, delta * difference.Sign());
        return (operand == 0 ? t : -t) * slope;
    }
}
