namespace NotebookGrad.Benchmarks.Cases;

/// <summary>How large the operands on a device are.</summary>
/// <param name="Exponent">2 to it is the number of elements of what is passed over.</param>
/// <param name="Rows">The rows that are normalised.</param>
/// <param name="Columns">Their length.</param>
/// <param name="Side">The rows and columns of matrices that are multiplied.</param>
/// <param name="Batch">The examples of a step of training.</param>
/// <param name="Width">The width of the network's layers.</param>
internal sealed record DeviceSizes(int Exponent, int Rows, int Columns, int Side, int Batch, int Width)
{
    /// <summary>Enough to keep a graphics processor busy; the aims are for these.</summary>
    public static DeviceSizes Full { get; } = new(26, 16_384, 1024, 4096, 4096, 1024);

    /// <summary>For a processor that plays the device.</summary>
    public static DeviceSizes Small { get; } = new(16, 256, 128, 128, 64, 64);
}
