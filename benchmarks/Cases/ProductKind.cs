namespace NotebookGrad.Benchmarks.Cases;

/// <summary>How matrices of float32 are multiplied on a device.</summary>
/// <param name="Precision">How exactly.</param>
/// <param name="ByLibrary">Whether by the device's library, rather than by a kernel of our own.</param>
internal readonly record struct ProductKind(MatMulPrecision Precision, bool ByLibrary)
{
    /// <inheritdoc/>
    public override string ToString() => (Precision switch
    {
        MatMulPrecision.Highest => "float32",
        MatMulPrecision.High => "TF32",
        _ => "BF16",
    }) + (ByLibrary ? ", cuBLAS" : ", own kernel");
}
