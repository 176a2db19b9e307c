namespace NotebookGrad.Nn;

/// <summary>
/// A module with a way around it, x + body(x), along which gradients reach what is below undiminished. He et al., "Deep
/// residual learning for image recognition" (2015).
/// </summary>
/// <param name="body">What is added; its output has the input's shape, or that of the shortcut.</param>
/// <param name="shortcut">What the input goes through on the way around; nothing if not given.</param>
public sealed class Residual(Module<Tensor, Tensor> body, Module<Tensor, Tensor>? shortcut = null)
    : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> body = body;
    private readonly Module<Tensor, Tensor>? shortcut = shortcut;

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input)
    {
        var (added, around) = (body.Call(input), shortcut is null ? input : shortcut.Call(input));
        return added.Shape == around.Shape
            ? around + added
            : throw new ArgumentException(
                $"residual: what the body makes of {input.Describe()} is {added.Shape}, and the way around it "
                + $"{around.Shape}; give a shortcut that brings the input to the body's shape");
    }
}
