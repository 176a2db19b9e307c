namespace NotebookGrad.Backends.Gpu;

/// <summary>Types of elements and of arithmetic, by cuBLAS' numbers.</summary>
internal static class CublasTypes
{
    /// <summary><c>CUDA_R_32F</c>.</summary>
    public const int Float32 = 0;

    /// <summary><c>CUDA_R_64F</c>.</summary>
    public const int Float64 = 1;

    /// <summary><c>CUBLAS_COMPUTE_64F</c>.</summary>
    public const int ComputeFloat64 = 70;

    private const int ComputeFloat32 = 68;
    private const int ComputeFastBFloat16 = 75;
    private const int ComputeFastTensorFloat32 = 77;

    /// <summary>How products of float32 are made: <c>CUBLAS_COMPUTE_32F</c> and what is faster.</summary>
    public static int Compute(MatMulPrecision precision) => precision switch
    {
        MatMulPrecision.Highest => ComputeFloat32,
        MatMulPrecision.High => ComputeFastTensorFloat32,
        _ => ComputeFastBFloat16,
    };
}
