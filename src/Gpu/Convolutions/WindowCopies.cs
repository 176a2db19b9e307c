using System.Numerics;
using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// Windows of a convolution's input as the columns of a matrix: a row for each channel and element of a window.
/// </summary>
internal static class WindowCopies<T>
    where T : unmanaged, INumber<T>
{
    private delegate void Launch(
        AcceleratorStream stream, KernelConfig config,
        ArrayView<T> input, ArrayView<T> windows, Sliding sizes, Range range);

    private static readonly Launcher<Launch> Unfolding = new(UnfoldAll);
    private static readonly Launcher<Launch> Folding = new(FoldAll);

    /// <summary>Copies the windows of a piece.</summary>
    public static void Unfold(
        GpuBackend backend, View input, GpuStorage windows, Sliding sizes, ConvolutionPiece piece)
    {
        var range = new Range(sizes, piece);
        lock (backend.Gate)
        {
            Unfolding.On(backend)(
                backend.Stream, backend.Threads(windows.Length),
                All(input), windows.Elements<T>(), sizes, range);
        }
    }

    /// <summary>
    /// Sums into every element of a piece's items what windows have of it; those of an item that were before the piece
    /// have been summed.
    /// </summary>
    public static void Fold(GpuBackend backend, GpuStorage windows, View input, Sliding sizes, ConvolutionPiece piece)
    {
        var range = new Range(sizes, piece);
        lock (backend.Gate)
        {
            Folding.On(backend)(
                backend.Stream, backend.Threads(range.Places.Count),
                All(input), windows.Elements<T>(), sizes, range);
        }
    }

    private static ArrayView<T> All(View view) => view.Elements<T>().SubView(view.Layout.Offset, view.Layout.Count);

    private static void UnfoldAll(ArrayView<T> input, ArrayView<T> windows, Sliding sizes, Range range)
    {
        for (var i = Thread.First; i < windows.IntLength; i += Thread.Count)
        {
            var line = range.Columns.Divide(i);
            var element = range.Elements.At(line);
            var window = range.Windows.At(range.First + i - (line * range.Columns.Length));
            var at0 = sizes.Axis0.Place(window.P2, element.P2);
            var at1 = sizes.Axis1.Place(window.P1, element.P1);
            var at2 = sizes.Axis2.Place(window.P0, element.P0);
            var value = T.Zero;
            if (sizes.Axis0.Has(at0) && sizes.Axis1.Has(at1) && sizes.Axis2.Has(at2))
            {
                value = input[sizes.InputAt(range.Item + window.P3, element.P3, at0, at1, at2)];
            }

            windows[i] = value;
        }
    }

    private static void FoldAll(ArrayView<T> input, ArrayView<T> windows, Sliding sizes, Range range)
    {
        var (axis0, axis1, axis2) = (sizes.Axis0, sizes.Axis1, sizes.Axis2);
        for (var i = Thread.First; i < range.Places.Count; i += Thread.Count)
        {
            var place = range.Places.At(i);
            var sum = T.Zero;
            for (var k0 = 0; k0 < axis0.Kernel; k0++)
            {
                var w0 = axis0.Window(place.P2, k0);
                for (var k1 = 0; w0 >= 0 && k1 < axis1.Kernel; k1++)
                {
                    var w1 = axis1.Window(place.P1, k1);
                    for (var k2 = 0; w1 >= 0 && k2 < axis2.Kernel; k2++)
                    {
                        var w2 = axis2.Window(place.P0, k2);
                        var window = range.NumberOf(place.P4, w0, w1, w2, sizes);
                        if (w2 >= 0 && window >= 0 && window < range.Columns.Length)
                        {
                            var line = (int)sizes.WeightAt(0, place.P3, k0, k1, k2);
                            sum += windows[(line * range.Columns.Length) + window];
                        }
                    }
                }
            }

            var at = sizes.InputAt(range.Item + place.P4, place.P3, place.P2, place.P1, place.P0);
            if (range.First > 0)
            {
                sum += input[at];
            }

            input[at] = sum;
        }
    }

    /// <summary>What a piece goes through.</summary>
    internal readonly struct Range(Sliding sizes, ConvolutionPiece piece)
    {
        /// <summary>The windows from the start of the piece's first item on.</summary>
        public readonly Extent Windows = new(
            [sizes.Axis2.Output, sizes.Axis1.Output, sizes.Axis0.Output, piece.Items]);

        /// <summary>The elements of a window.</summary>
        public readonly Extent Elements = new(
            [sizes.Axis2.Kernel, sizes.Axis1.Kernel, sizes.Axis0.Kernel, sizes.Channels]);

        /// <summary>The elements of the input.</summary>
        public readonly Extent Places = new(
            [sizes.Axis2.Input, sizes.Axis1.Input, sizes.Axis0.Input, sizes.Channels, piece.Items]);

        /// <summary>How many windows there are.</summary>
        public readonly AxisLength Columns = new(piece.Count);

        /// <summary>The first window of the piece, and its item.</summary>
        public readonly int First = piece.First;

        /// <inheritdoc cref="First"/>
        public readonly int Item = piece.Item;

        /// <summary>The number that a window has in the piece.</summary>
        public int NumberOf(int item, int w0, int w1, int w2, Sliding sizes) =>
            (((((item * sizes.Axis0.Output) + w0) * sizes.Axis1.Output) + w1) * sizes.Axis2.Output) + w2 - First;
    }
}
