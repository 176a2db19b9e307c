using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>What a recorded program depends on in one of its inputs.</summary>
/// <param name="Layout">How the elements lie.</param>
/// <param name="DType">Their type.</param>
/// <param name="RequiresGrad">Whether operations on it are recorded.</param>
/// <param name="Backend">Where it lies.</param>
/// <param name="SharesWith">The number of the first input with the same storage.</param>
internal readonly record struct InputKind(
    Layout Layout, DType DType, bool RequiresGrad, IBackend Backend, int SharesWith)
{
    /// <summary>The kind of an input.</summary>
    public static InputKind Of(Tensor[] inputs, int number)
    {
        var input = inputs[number];
        var first = 0;
        while (inputs[first].Storage != input.Storage)
        {
            first++;
        }

        return new(input.Layout, input.DType, input.RequiresGrad, input.Storage.Maker, first);
    }

    /// <summary>Whether a program that was recorded with this kind holds for another.</summary>
    public bool Fits(in InputKind other) => DType == other.DType && RequiresGrad == other.RequiresGrad
        && Backend == other.Backend && SharesWith == other.SharesWith && Layout.LiesAs(other.Layout);
}
