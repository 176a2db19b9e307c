namespace NotebookGrad.Operations;

/// <summary>Spatial axes as one, so that a number says where an element is.</summary>
internal static class InnerAxes
{
    extension(Tensor x)
    {
        /// <summary>The innermost axes joined.</summary>
        public Tensor FlattenInner(int axes) => x.Reshape([
            .. x.Shape.Lengths[..^axes], checked((int)new Shape(x.Shape.ToArray()[^axes..]).Count)]);
    }
}
