using NotebookGrad.Backends;
using NotebookGrad.Backends.Gpu;
using NotebookGrad.Backends.Host;
using NotebookGrad.Tests.Devices;

namespace NotebookGrad.Tests.Convolutions;

/// <summary>Convolutions of small whole numbers, beside the processor's.</summary>
public abstract class ConvolutionSuite : DeviceSuite
{
    private const int Cases = 12;

    private protected ConvolutionSuite(Device device)
        : base(device)
    {
    }

    public static TheoryData<int, int> Numbers
    {
        get
        {
            var data = new TheoryData<int, int>();
            for (var number = 0; number < Cases; number++)
            {
                data.Add(number, number % 3);
            }

            return data;
        }
    }

    [DeviceTheory]
    [MemberData(nameof(Numbers))]
    public void A_convolution_of_unfolded_windows_is_exact(int number, int role)
    {
        var problem = new ConvolutionProblem(new Random(number));
        var sizes = new Sliding(problem.Input, problem.Output, problem.Axes, problem.Groups);
        AssertExact(problem, (ConvolutionRole)role, (backend, input, output, weight) =>
            UnfoldedConvolution<float>.Run(backend, (ConvolutionRole)role, input, output, weight, sizes));
    }

    [DeviceTheory]
    [MemberData(nameof(Numbers))]
    public void Pieces_of_an_item_add_up(int number, int role)
    {
        var problem = new ConvolutionProblem(new Random(number));
        var sizes = new Sliding(problem.Input, problem.Output, problem.Axes, problem.Groups);
        var bytes = 4 * sizes.ElementsInWindow * Math.Max(1, sizes.Windows / 3);
        Assert.True(ConvolutionPiece.Of(sizes, bytes / 4).Count() >= sizes.Batch);
        AssertExact(problem, (ConvolutionRole)role, (backend, input, output, weight) =>
            UnfoldedConvolution<float>.Run(backend, (ConvolutionRole)role, input, output, weight, sizes, bytes));
    }

    [DeviceTheory]
    [MemberData(nameof(Numbers))]
    public void A_convolution_by_what_suits_it_is_exact(int number, int role)
    {
        var problem = new ConvolutionProblem(new Random(number));
        AssertExact(problem, (ConvolutionRole)role, (backend, input, output, weight) =>
            backend.Convolve((ConvolutionRole)role, input, output, weight, problem.Axes, problem.Groups));
    }

    [DeviceTheory]
    [MemberData(nameof(Numbers))]
    public void A_convolution_by_a_thread_for_each_element_is_exact(int number, int role)
    {
        var problem = new ConvolutionProblem(new Random(number));
        var sizes = new Sliding(problem.Input, problem.Output, problem.Axes, problem.Groups);
        AssertExact(problem, (ConvolutionRole)role, (backend, input, output, weight) =>
            PlainConvolution<float>.Run(backend, (ConvolutionRole)role, input, output, weight, sizes));
    }

    private void AssertExact(
        ConvolutionProblem problem, ConvolutionRole role, Action<GpuBackend, View, View, View> convolve)
    {
        HostBackend.Instance.Convolve(
            role, problem.Input, problem.Output, problem.Weight, problem.Axes, problem.Groups);
        var (input, output, weight) =
            (There(problem.Input, role != ConvolutionRole.Input),
             There(problem.Output, role != ConvolutionRole.Output),
             There(problem.Weight, role != ConvolutionRole.Weight));
        convolve((GpuBackend)Device.Backend, input, output, weight);
        var (made, expected) = role switch
        {
            ConvolutionRole.Input => (input, problem.Input),
            ConvolutionRole.Output => (output, problem.Output),
            _ => (weight, problem.Weight),
        };
        var found = new float[made.Layout.Count];
        made.Storage.Maker.Read(made, found.AsSpan());
        Assert.Equal(Numbers64(expected), found.Select(value => (double)value));
    }

    private View There(View view, bool isOperand)
    {
        var numbers = isOperand ? Numbers64(view) : [.. Enumerable.Repeat(double.NaN, (int)view.Layout.Count)];
        return new(Tensor.Of(numbers, dtype: DType.Float32, device: Device).Storage, Layout.Contiguous(view.Shape));
    }

    private static double[] Numbers64(View view)
    {
        var numbers = new double[view.Layout.Count];
        view.Storage.Maker.Read(view, numbers.AsSpan());
        return numbers;
    }
}
