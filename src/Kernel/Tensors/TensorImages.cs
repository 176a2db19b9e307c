using NotebookGrad.Inspection;

namespace NotebookGrad;

/// <summary>Tensors as images.</summary>
public static class TensorImages
{
    extension(Tensor x)
    {
        /// <summary>
        /// The tensor seen as an image, for drawing: grey [h, w], colours [3, h, w] or [h, w, 3], a batch [n, h, w],
        /// [n, 1, h, w] or [n, 3, h, w] as a sheet of at most 64. What could be read in several ways is [3, h, w]
        /// before [h, w, 3] before [n, h, w]; three grey images are sure to be meant by [3, 1, h, w].
        /// </summary>
        /// <param name="low">What is black; if not given, 0 where all elements lie from 0 to 1, else the least.</param>
        /// <param name="high">What is white; if not given, 1 in that case, else the greatest.</param>
        /// <exception cref="ArgumentException">
        /// The shape is none of these, has no pixel or more than 2²⁰, or low is not below high.
        /// </exception>
        public ImageSnapshot Image(double? low = null, double? high = null) => ImageInspector.Inspect(x, low, high);
    }
}
