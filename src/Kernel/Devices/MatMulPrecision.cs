namespace NotebookGrad;

/// <summary>
/// How exactly devices multiply matrices of float32, where they have something faster: PyTorch's
/// <c>set_float32_matmul_precision</c>. Sums are float32 in any case.
/// </summary>
public enum MatMulPrecision
{
    /// <summary>As float32: 24 bits of each factor.</summary>
    Highest,

    /// <summary>TensorFloat-32: 11 bits of each factor, float32's range.</summary>
    High,

    /// <summary>bfloat16: 8 bits of each factor, float32's range.</summary>
    Medium,
}
