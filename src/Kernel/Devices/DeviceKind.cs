namespace NotebookGrad;

/// <summary>By what a device is worked with.</summary>
public enum DeviceKind
{
    /// <summary>The processor.</summary>
    Cpu,

    /// <summary>NVIDIA's CUDA.</summary>
    Cuda,

    /// <summary>OpenCL.</summary>
    OpenCl,
}
