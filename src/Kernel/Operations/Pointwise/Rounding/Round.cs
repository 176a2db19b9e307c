using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>x rounded to a number of decimals, half to even.</summary>
internal readonly struct Round(int decimals) : IStep<Round>
{
    private readonly double scale = Math.Pow(10, Math.Abs(decimals));

    public static string Name => "round";

    public Notation Notation => new("round", "round({0})", "\\operatorname{{round}}({0})", "0");

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var power = T.CreateTruncating(scale);
        return decimals switch
        {
            0 => T.Round(x),
            > 0 => T.Round(x * power) / power,
            _ => T.Round(x / power) * power,
        };
    }
}
