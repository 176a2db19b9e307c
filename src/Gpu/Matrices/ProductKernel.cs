namespace NotebookGrad.Backends.Gpu;

/// <summary>What makes products of matrices.</summary>
internal enum ProductKernel
{
    /// <summary><see cref="PlainProduct{T}"/>.</summary>
    Plain,

    /// <summary><see cref="TiledProduct{TTile, T}"/> of <see cref="SmallTile{T}"/>.</summary>
    SmallTiles,

    /// <summary><see cref="TiledProduct{TTile, T}"/> of <see cref="LargeTile{T}"/>.</summary>
    LargeTiles,

    /// <summary><see cref="TensorProduct{TFactor}"/> of <see cref="Gpu.TensorFloat32"/>.</summary>
    TensorFloat32,

    /// <summary><see cref="TensorProduct{TFactor}"/> of <see cref="Gpu.BFloat16"/>.</summary>
    BFloat16,
}
