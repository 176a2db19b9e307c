namespace NotebookGrad.Benchmarks.Cases;

/// <summary>The two limits of a machine.</summary>
internal enum WorkKind
{
    /// <summary>Floating-point operations in float32, against the peak of the multiply-add units.</summary>
    Arithmetic,

    /// <summary>Bytes read and written, against a plain copy.</summary>
    Traffic,
}
