using NotebookGrad.Exploration;

namespace NotebookGrad;

/// <content>Activation functions with their derivatives.</content>
public static partial class Explore
{
    private const double Reach = 6;

    /// <summary>
    /// A function of single numbers with its derivative, by the engine: how steep it is at most, where it is so flat
    /// that gradients die, and what many such layers leave of a gradient.
    /// </summary>
    /// <param name="function">The function, as in <c>x => x.Sigmoid()</c>; a module is one, too.</param>
    /// <param name="name">What to call it; that of its operation if not given.</param>
    /// <param name="from">The least input.</param>
    /// <param name="to">The greatest input.</param>
    /// <exception cref="ArgumentException">
    /// The ends are not finite and in order, or the function is not one of each number alone.
    /// </exception>
    public static ActivationCurves Activation(
        Func<Tensor, Tensor> function, string? name = null, double from = -Reach, double to = Reach) =>
        new([ActivationInspector.Inspect(function, name, from, to)]);

    /// <summary>Several functions of single numbers with their derivatives; see <see cref="Activation"/>.</summary>
    /// <param name="functions">
    /// The functions, as in <c>("swish", x => x * x.Sigmoid())</c>; those of most lectures if there are none.
    /// </param>
    /// <exception cref="ArgumentException">A function is not one of each number alone.</exception>
    public static ActivationCurves Activations(
        params IReadOnlyList<(string Name, Func<Tensor, Tensor> Function)> functions) =>
        Activations(-Reach, Reach, functions);

    /// <summary>The same over a range of one's own.</summary>
    /// <param name="from">The least input.</param>
    /// <param name="to">The greatest input.</param>
    /// <param name="functions">The functions.</param>
    /// <exception cref="ArgumentException">
    /// The ends are not finite and in order, or a function is not one of each number alone.
    /// </exception>
    public static ActivationCurves Activations(
        double from, double to, params IReadOnlyList<(string Name, Func<Tensor, Tensor> Function)> functions)
    {
        ArgumentNullException.ThrowIfNull(functions);
        var chosen = functions.Count > 0 ? functions :
        [
            ("sigmoid", x => x.Sigmoid()), ("tanh", x => x.Tanh()), ("ReLU", x => x.Relu()),
            ("leaky ReLU", x => Functional.LeakyRelu(x)), ("GELU", x => Functional.Gelu(x)),
            ("SiLU", Functional.Silu),
        ];
        return new([.. chosen.Select(one => ActivationInspector.Inspect(one.Function, one.Name, from, to))]);
    }
}
