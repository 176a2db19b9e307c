using NotebookGrad.Tests.Devices;

namespace NotebookGrad.Tests.Operations;

/// <summary>
/// Losses against class numbers, and their gradients, of many sizes and layouts of scores, beside the definition.
/// </summary>
public abstract class ClassLossSuite : DeviceSuite
{
    private const long Ignored = 2;

    // Short and long lines, few and many, side by side or end to end; more labels than a group counts; a single line.
    private static readonly int[][] Shapes =
        [[3, 7], [5, 70], [2100, 3], [2, 40, 3, 5], [3, 5, 7], [2, 3, 1100], [9], [80]];

    private protected ClassLossSuite(Device device)
        : base(device)
    {
    }

    public static TheoryData<int, Reduction, bool> Cases
    {
        get
        {
            var cases = new TheoryData<int, Reduction, bool>();
            foreach (var shape in Enumerable.Range(0, Shapes.Length))
            {
                cases.Add(shape, Reduction.Mean, false);
                cases.Add(shape, Reduction.Mean, true);
                cases.Add(shape, Reduction.Sum, shape % 2 == 0);
                cases.Add(shape, Reduction.None, shape % 2 == 1);
            }

            return cases;
        }
    }

    [DeviceTheory]
    [MemberData(nameof(Cases))]
    public void Is_what_its_definition_says(int shape, Reduction reduction, bool isWeighted)
    {
        var problem = new Problem(Shapes[shape], isWeighted);
        foreach (var (ofLogits, smoothing) in new[] { (true, 0.0), (true, 0.3), (false, 0.0) })
        {
            var expected = problem.Losses(ofLogits, smoothing);
            var sum = expected.Sum() / (reduction == Reduction.Mean ? problem.Count : 1);
            AssertClose(
                reduction == Reduction.None ? expected : [sum],
                problem.Apply(problem.Scores, ofLogits, smoothing, reduction));
        }
    }

    [DeviceTheory]
    [MemberData(nameof(Cases))]
    public void Has_the_gradient_that_its_definition_has(int shape, Reduction reduction, bool isWeighted)
    {
        var problem = new Problem(Shapes[shape], isWeighted);
        foreach (var (ofLogits, smoothing) in new[] { (true, 0.0), (true, 0.3), (false, 0.0) })
        {
            var x = problem.Scores.Detach().RequiresGrad_();
            var loss = problem.Apply(x, ofLogits, smoothing, reduction);
            var given = Tensor.Linspace(-1, 2, (int)loss.Count, dtype: DType.Float64).Reshape(loss.Shape);
            loss.Backward(given);
            var factors = given.ToArray<double>();
            var scale = reduction == Reduction.Mean ? problem.Count : 1;
            AssertClose(
                problem.Slopes(ofLogits, smoothing, line => factors[factors.Length == 1 ? 0 : line] / scale), x.Grad!);
        }
    }

    [DeviceTheory]
    [MemberData(nameof(Cases))]
    public void Has_that_gradient_where_it_is_differentiated_again(int shape, Reduction reduction, bool isWeighted)
    {
        var problem = new Problem(Shapes[shape], isWeighted);
        var x = problem.Scores.Detach().RequiresGrad_();
        var loss = problem.Apply(x, true, 0.3, reduction).Sum();
        var stated = Autograd.Grad(loss, [x], createGraph: true)[0];
        AssertClose(stated.Detach().ToArray<double>(), Autograd.Grad(loss, [x])[0]);
        Assert.True(stated.RequiresGrad);
    }

    [DeviceFact]
    public void Takes_scores_and_labels_however_they_lie()
    {
        var problem = new Problem([40, 6], isWeighted: true);
        var (x, labels) = (problem.Scores, problem.Labels);
        var expected = Functional.CrossEntropy(x, labels, ignoreIndex: Ignored).Item<double>();
        var columns = x.T.Contiguous().T;
        var wide = Tensor.Stack([labels, labels * 0], 1);
        var actual = Functional.CrossEntropy(columns, wide[.., 0], ignoreIndex: Ignored);
        Assert.Equal(expected, actual.Item<double>(), 1e-12);
        var leaf = columns.Detach().RequiresGrad_();
        Functional.CrossEntropy(leaf[1.., 2..], wide[1.., 1], ignoreIndex: Ignored).Backward();
        var same = x[1.., 2..].Contiguous().RequiresGrad_();
        Functional.CrossEntropy(same, labels[1..] * 0, ignoreIndex: Ignored).Backward();
        AssertClose(same.Grad!.ToArray<double>(), leaf.Grad![1.., 2..].Contiguous());
    }

    [DeviceFact]
    public void Has_the_same_bits_every_time()
    {
        var x = Tensor.Randn(3000, 5);
        var labels = Tensor.Arange(3000).Remainder(5).To(DType.Int64);
        var first = Functional.CrossEntropy(x, labels).Item<float>();
        Assert.All(Enumerable.Range(0, 5), _ => Assert.Equal(first, Functional.CrossEntropy(x, labels).Item<float>()));
    }

    [DeviceFact]
    public void A_mean_over_no_label_is_NaN_and_a_sum_0()
    {
        var (x, labels) = (Tensor.Randn(4, 3).RequiresGrad_(), Tensor.Full([4], Ignored, dtype: DType.Int64));
        var mean = Functional.CrossEntropy(x, labels, ignoreIndex: Ignored);
        mean.Backward();
        Assert.True(float.IsNaN(mean.Item<float>()));
        Assert.All(x.Grad!.ToArray<float>(), slope => Assert.Equal(0, slope));
        Assert.Equal(0, Functional.CrossEntropy(x, labels, null, Ignored, Reduction.Sum).Item<float>());
        Assert.True(float.IsNaN(Functional.CrossEntropy(x[..0], labels[..0]).Item<float>()));
        Assert.Equal(0, Functional.CrossEntropy(x[..0], labels[..0], reduction: Reduction.Sum).Item<float>());
    }

    private static void AssertClose(double[] expected, Tensor actual)
    {
        var largest = expected.Max(Math.Abs);
        var values = actual.Detach().ToArray<double>();
        Assert.Equal(expected.Length, values.Length);
        Assert.All(expected.Zip(values), pair => Assert.Equal(pair.First, pair.Second, 1e-12 * largest));
    }

    // Scores in float64, labels of which some are ignored, and weights; and what follows, number by number.
    private sealed class Problem
    {
        private readonly int classes;
        private readonly int inner;
        private readonly double[] scores;
        private readonly long[] labels;
        private readonly double[] weights;
        private readonly bool isWeighted;

        public Problem(int[] shape, bool isWeighted)
        {
            var axis = shape.Length == 1 ? 0 : 1;
            var random = new Random(shape.Sum());
            this.isWeighted = isWeighted;
            classes = shape[axis];
            inner = shape[(axis + 1)..].Aggregate(1, (product, length) => product * length);
            var lines = inner * (axis == 0 ? 1 : shape[0]);
            scores = [.. Enumerable.Range(0, lines * classes).Select(_ => (8 * random.NextDouble()) - 4)];
            labels = [.. Enumerable.Range(0, lines).Select(line => line == 0 ? 1L : random.Next(classes))];
            weights = [.. Enumerable.Range(0, classes).Select(c => isWeighted ? 0.5 + (c % 3) : 1)];
            Scores = Tensor.Of(scores).Reshape(shape);
            Labels = Tensor.Of(labels).Reshape([.. shape[..axis], .. shape[(axis + 1)..]]);
        }

        public Tensor Scores { get; }

        public Tensor Labels { get; }

        public double Count => labels.Where(label => label != Ignored).Sum(label => weights[label]);

        public Tensor Apply(Tensor x, bool ofLogits, double smoothing, Reduction reduction)
        {
            var weight = isWeighted ? Tensor.Of(weights) : null;
            return ofLogits
                ? Functional.CrossEntropy(x, Labels, weight, Ignored, reduction, smoothing)
                : Functional.NllLoss(x, Labels, weight, Ignored, reduction);
        }

        public double[] Losses(bool ofLogits, double smoothing) =>
        [
            .. labels.Select((_, line) =>
                -Target(line, smoothing).Zip(Logarithms(line, ofLogits), (p, logarithm) => p * logarithm).Sum()),
        ];

        public double[] Slopes(bool ofLogits, double smoothing, Func<int, double> gradient)
        {
            var slopes = new double[scores.Length];
            for (var line = 0; line < labels.Length; line++)
            {
                var (p, logarithms) = (Target(line, smoothing), Logarithms(line, ofLogits));
                for (var c = 0; c < classes; c++)
                {
                    var softmax = ofLogits ? p.Sum() * Math.Exp(logarithms[c]) : 0;
                    slopes[At(line, c)] = (softmax - p[c]) * gradient(line);
                }
            }

            return slopes;
        }

        private int At(int line, int c) => (((line / inner * classes) + c) * inner) + (line % inner);

        private double[] Target(int line, double smoothing) =>
        [
            .. weights.Select((weight, c) => labels[line] == Ignored ? 0
                : weight * ((labels[line] == c ? 1 - smoothing : 0) + (smoothing / classes))),
        ];

        private double[] Logarithms(int line, bool ofLogits)
        {
            double[] x = [.. Enumerable.Range(0, classes).Select(c => scores[At(line, c)])];
            var shift = ofLogits ? Math.Log(x.Sum(Math.Exp)) : 0;
            return [.. x.Select(score => score - shift)];
        }
    }
}
