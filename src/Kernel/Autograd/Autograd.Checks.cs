using NotebookGrad.Inspection;

namespace NotebookGrad;

/// <content>Derivatives compared with differences.</content>
public static partial class Autograd
{
    private const double DefaultStep = 1e-6;
    private const double DefaultAtol = 1e-5;
    private const double DefaultRtol = 1e-3;

    /// <summary>
    /// Compares the derivatives of a function, in reverse and in forward mode, with central differences, entry by
    /// entry. The inputs should be float64: in float32 differences of small steps are mostly rounding.
    /// </summary>
    /// <param name="function">What to check; it is called with copies, and must do the same each time.</param>
    /// <param name="input">Where; away from kinks.</param>
    /// <param name="eps">The step of the differences.</param>
    /// <param name="atol">By how much the numbers may differ in any case.</param>
    /// <param name="rtol">By what part of the numeric one they may differ beyond that.</param>
    /// <returns>The verdict, the worst entry with both numbers, and where they disagree a diagnosis.</returns>
    /// <exception cref="ArgumentException">No input is float32 or float64.</exception>
    public static GradCheckReport GradCheck(
        Func<Tensor, Tensor> function, Tensor input,
        double eps = DefaultStep, double atol = DefaultAtol, double rtol = DefaultRtol) =>
        GradCheck(OfOne(function), [input], eps, atol, rtol);

    /// <param name="function">What to check; it is called with copies, and must do the same each time.</param>
    /// <param name="inputs">
    /// Where; away from kinks. If some require a gradient only they are moved, else all of real numbers.
    /// </param>
    /// <param name="eps">The step of the differences.</param>
    /// <param name="atol">By how much the numbers may differ in any case.</param>
    /// <param name="rtol">By what part of the numeric one they may differ beyond that.</param>
    /// <inheritdoc cref="GradCheck(Func{Tensor, Tensor}, Tensor, double, double, double)"/>
    public static GradCheckReport GradCheck(
        Func<Tensor[], Tensor> function, IReadOnlyList<Tensor> inputs,
        double eps = DefaultStep, double atol = DefaultAtol, double rtol = DefaultRtol) =>
        new GradChecker(x => [function(x)], inputs, eps, atol, rtol).Report();

    /// <summary>
    /// Compares second derivatives with central differences of first ones: checks the function that maps inputs, and
    /// the gradient by the output, to the gradients by the inputs.
    /// </summary>
    /// <inheritdoc cref="GradCheck(Func{Tensor, Tensor}, Tensor, double, double, double)"/>
    public static GradCheckReport GradGradCheck(
        Func<Tensor, Tensor> function, Tensor input,
        double eps = DefaultStep, double atol = DefaultAtol, double rtol = DefaultRtol) =>
        GradGradCheck(OfOne(function), [input], eps, atol, rtol);

    /// <inheritdoc cref="GradGradCheck(Func{Tensor, Tensor}, Tensor, double, double, double)"/>
    /// <inheritdoc
    /// cref="GradCheck(Func{Tensor[], Tensor}, IReadOnlyList{Tensor}, double, double, double)" path="/param"/>
    public static GradCheckReport GradGradCheck(
        Func<Tensor[], Tensor> function, IReadOnlyList<Tensor> inputs,
        double eps = DefaultStep, double atol = DefaultAtol, double rtol = DefaultRtol)
    {
        var moved = GradChecker.Moved(inputs);
        Tensor[] all = [.. inputs, GradChecker.Direction(function([.. inputs.Select(input => input.Detach())]))];
        return new GradChecker(Gradients, all, eps, atol, rtol, [.. moved, inputs.Count]).Report();

        Tensor[] Gradients(Tensor[] x)
        {
            var (output, by) = (function(x[..^1]), moved.Select(i => x[i]).ToArray());
            var found = output.RequiresGrad
                ? Grad([output], by, [x[^1]], createGraph: true, allowUnused: true)
                : new Tensor[by.Length];
            return [.. found.Select((gradient, i) => gradient ?? Tensor.ZerosLike(by[i]))];
        }
    }
}
