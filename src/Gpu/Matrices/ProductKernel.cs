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
}
