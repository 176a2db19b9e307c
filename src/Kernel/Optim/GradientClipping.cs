namespace NotebookGrad;

/// <summary>
/// Makes gradients smaller where they are too large, under the names of <c>torch.nn.utils</c>, between <c>Backward</c>
/// and <c>Step</c>. Pascanu et al., On the Difficulty of Training Recurrent Neural Networks (2013).
/// </summary>
/// <remarks>No number is read, so that both may be part of a compiled function.</remarks>
public static class GradientClipping
{
    private const string Norm = "clip_grad_norm_";
    private const string Value = "clip_grad_value_";

    /// <summary>
    /// Scales the <c>.Grad</c> of all parameters, in place and all by one factor, to a norm of at most
    /// <paramref name="maxNorm"/>.
    /// </summary>
    /// <param name="parameters">Leaves; those without a gradient do not count.</param>
    /// <param name="maxNorm">The greatest norm.</param>
    /// <param name="normType">The p of the norm, which may be ∞.</param>
    /// <param name="errorIfNonfinite">
    /// Whether to refuse a norm that is infinite or NaN. If not, the gradients become NaN or 0.
    /// </param>
    /// <returns>
    /// The norm of all gradients together before, shape []; 0 if there are none. It is worth a look over time.
    /// </returns>
    /// <exception cref="ArgumentException">The greatest norm is negative or NaN, or p is not above 0.</exception>
    /// <exception cref="InvalidOperationException">
    /// The norm was to be finite and is not; no gradient was changed.
    /// </exception>
    public static Tensor ClipGradNorm_(
        IEnumerable<Tensor> parameters, double maxNorm, double normType = 2, bool errorIfNonfinite = false)
    {
        if (!(maxNorm >= 0 && normType > 0))
        {
            throw new ArgumentException(
                $"{Norm}: max_norm {maxNorm} must be a number of at least 0, and norm_type {normType} one above 0");
        }

        using (Autograd.NoGrad())
        {
            var gradients = Gradients(parameters);
            if (gradients.Length == 0)
            {
                return 0f;
            }

            var device = gradients[0].Device;
            var norms = Array.ConvertAll(gradients, gradient => gradient.Norm(normType).To(device));
            var norm = Tensor.Stack(norms).Norm(normType);
            if (errorIfNonfinite)
            {
                Recorder.Check(norm, RequireFinite);
            }

            var factor = (maxNorm / (norm + 1e-6)).Clamp(max: 1);
            Array.ForEach(gradients, gradient => gradient.Mul_(factor.To(gradient.Device)));
            return norm;
        }
    }

    /// <summary>
    /// Moves each element of every <c>.Grad</c>, in place, into the range of ±<paramref name="clipValue"/>.
    /// </summary>
    /// <param name="parameters">Leaves; those without a gradient do not count.</param>
    /// <param name="clipValue">The greatest absolute value.</param>
    /// <exception cref="ArgumentException">It is negative or NaN.</exception>
    public static void ClipGradValue_(IEnumerable<Tensor> parameters, double clipValue)
    {
        if (!(clipValue >= 0))
        {
            throw new ArgumentException($"{Value}: clip_value is {clipValue}; give a number of at least 0");
        }

        using (Autograd.NoGrad())
        {
            Array.ForEach(Gradients(parameters), gradient => gradient.Clamp_(-clipValue, clipValue));
        }
    }

    // What is given twice is scaled once.
    private static Tensor[] Gradients(IEnumerable<Tensor> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return
        [
            .. parameters.Distinct().Select(parameter => parameter.Grad).OfType<Tensor>()
                .Where(gradient => gradient.Count > 0),
        ];
    }

    private static void RequireFinite(Tensor norm)
    {
        if (norm.Item<double>() is var found && !double.IsFinite(found))
        {
            throw new InvalidOperationException(
                $"{Norm}: the norm of the gradients is {found}, which no factor makes smaller; "
                + "Autograd.DetectAnomaly() finds where that begins. No gradient was changed.");
        }
    }
}
