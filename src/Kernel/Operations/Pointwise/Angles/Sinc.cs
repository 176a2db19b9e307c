using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// sin(πx)/(πx), 1 at 0; derivative (cos(πx) − y)/x, near 0, where that loses its digits, its series.
/// </summary>
internal readonly struct Sinc : IRealUnary<Sinc>
{
    public static string Name => "sinc";

    public Notation Notation => new("sinc", "sinc({0})", "\\operatorname{{sinc}}({0})", "(cos(π·{0}) − {y})/{0}");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => x == T.Zero ? T.One : T.Sin(T.Pi * x) / (T.Pi * x);

    public Tensor Scale(Tensor t, in Kept kept)
    {
        var x = kept[0];
        var near = x.Detach().Abs() < 0.01;
        var square = (Math.PI * x).Square();
        var series = -Math.PI * Math.PI / 3 * x * (1 - (square / 10) + (square * square / 280));
        var far = x.MaskedFill(near, 1);
        return t * Tensor.Where(near, series, ((Math.PI * far).Cos() - far.Sinc()) / far);
    }
}
