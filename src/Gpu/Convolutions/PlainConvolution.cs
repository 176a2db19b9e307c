using System.Numerics;
using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// A convolution read from any of its three sides, a thread for each element that is made: for few products,
/// and where groups are narrow.
/// </summary>
internal static class PlainConvolution<T>
    where T : unmanaged, INumber<T>
{
    private delegate void Launch(
        AcceleratorStream stream, KernelConfig config,
        ArrayView<T> input, ArrayView<T> output, ArrayView<T> weight, Sliding sizes);

    private static readonly Launcher<Launch> Inputs = new(MakeInput);
    private static readonly Launcher<Launch> Outputs = new(MakeOutput);
    private static readonly Launcher<Launch> Weights = new(MakeWeight);

    public static void Run(
        GpuBackend backend, ConvolutionRole result, View input, View output, View weight, Sliding sizes)
    {
        var (launcher, made) = result switch
        {
            ConvolutionRole.Input => (Inputs, input),
            ConvolutionRole.Output => (Outputs, output),
            _ => (Weights, weight),
        };
        lock (backend.Gate)
        {
            launcher.On(backend)(
                backend.Stream, backend.Threads(made.Layout.Count), All(input), All(output), All(weight), sizes);
        }
    }

    private static ArrayView<T> All(View view) => view.Elements<T>().SubView(view.Layout.Offset, view.Layout.Count);

    private static void MakeOutput(ArrayView<T> input, ArrayView<T> output, ArrayView<T> weight, Sliding sizes)
    {
        var (axis0, axis1, axis2) = (sizes.Axis0, sizes.Axis1, sizes.Axis2);
        for (long i = Thread.First; i < output.Length; i += Thread.Count)
        {
            var w2 = (int)(i % axis2.Output);
            var w1 = (int)(i / axis2.Output % axis1.Output);
            var plane = i / axis2.Output / axis1.Output;
            var w0 = (int)(plane % axis0.Output);
            var feature = (int)(plane / axis0.Output % sizes.Features);
            var item = (int)(plane / axis0.Output / sizes.Features);
            var first = feature / sizes.FeaturesInGroup * sizes.ChannelsInGroup;
            var sum = T.Zero;
            for (var channel = 0; channel < sizes.ChannelsInGroup; channel++)
            {
                for (var k0 = 0; k0 < axis0.Kernel; k0++)
                {
                    var at0 = axis0.Place(w0, k0);
                    for (var k1 = 0; axis0.Has(at0) && k1 < axis1.Kernel; k1++)
                    {
                        var at1 = axis1.Place(w1, k1);
                        for (var k2 = 0; axis1.Has(at1) && k2 < axis2.Kernel; k2++)
                        {
                            var at2 = axis2.Place(w2, k2);
                            if (axis2.Has(at2))
                            {
                                sum += input[sizes.InputAt(item, first + channel, at0, at1, at2)]
                                    * weight[sizes.WeightAt(feature, channel, k0, k1, k2)];
                            }
                        }
                    }
                }
            }

            output[i] = sum;
        }
    }

    private static void MakeInput(ArrayView<T> input, ArrayView<T> output, ArrayView<T> weight, Sliding sizes)
    {
        var (axis0, axis1, axis2) = (sizes.Axis0, sizes.Axis1, sizes.Axis2);
        for (long i = Thread.First; i < input.Length; i += Thread.Count)
        {
            var at2 = (int)(i % axis2.Input);
            var at1 = (int)(i / axis2.Input % axis1.Input);
            var plane = i / axis2.Input / axis1.Input;
            var at0 = (int)(plane % axis0.Input);
            var channel = (int)(plane / axis0.Input % sizes.Channels);
            var item = (int)(plane / axis0.Input / sizes.Channels);
            var first = channel / sizes.ChannelsInGroup * sizes.FeaturesInGroup;
            var sum = T.Zero;
            for (var feature = first; feature < first + sizes.FeaturesInGroup; feature++)
            {
                for (var k0 = 0; k0 < axis0.Kernel; k0++)
                {
                    var w0 = axis0.Window(at0, k0);
                    for (var k1 = 0; w0 >= 0 && k1 < axis1.Kernel; k1++)
                    {
                        var w1 = axis1.Window(at1, k1);
                        for (var k2 = 0; w1 >= 0 && k2 < axis2.Kernel; k2++)
                        {
                            var w2 = axis2.Window(at2, k2);
                            if (w2 >= 0)
                            {
                                sum += output[sizes.OutputAt(item, feature, w0, w1, w2)]
                                    * weight[sizes.WeightAt(feature, channel % sizes.ChannelsInGroup, k0, k1, k2)];
                            }
                        }
                    }
                }
            }

            input[i] = sum;
        }
    }

    private static void MakeWeight(ArrayView<T> input, ArrayView<T> output, ArrayView<T> weight, Sliding sizes)
    {
        var (axis0, axis1, axis2) = (sizes.Axis0, sizes.Axis1, sizes.Axis2);
        for (long i = Thread.First; i < weight.Length; i += Thread.Count)
        {
            var k2 = (int)(i % axis2.Kernel);
            var k1 = (int)(i / axis2.Kernel % axis1.Kernel);
            var plane = i / axis2.Kernel / axis1.Kernel;
            var k0 = (int)(plane % axis0.Kernel);
            var inGroup = (int)(plane / axis0.Kernel % sizes.ChannelsInGroup);
            var feature = (int)(plane / axis0.Kernel / sizes.ChannelsInGroup);
            var channel = (feature / sizes.FeaturesInGroup * sizes.ChannelsInGroup) + inGroup;
            var sum = T.Zero;
            for (var item = 0; item < sizes.Batch; item++)
            {
                for (var w0 = 0; w0 < axis0.Output; w0++)
                {
                    var at0 = axis0.Place(w0, k0);
                    for (var w1 = 0; axis0.Has(at0) && w1 < axis1.Output; w1++)
                    {
                        var at1 = axis1.Place(w1, k1);
                        for (var w2 = 0; axis1.Has(at1) && w2 < axis2.Output; w2++)
                        {
                            var at2 = axis2.Place(w2, k2);
                            if (axis2.Has(at2))
                            {
                                sum += input[sizes.InputAt(item, channel, at0, at1, at2)]
                                    * output[sizes.OutputAt(item, feature, w0, w1, w2)];
                            }
                        }
                    }
                }
            }

            weight[i] = sum;
        }
    }
}
