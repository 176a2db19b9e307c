using static NotebookGrad.Peers.Corpus.Leaves;

namespace NotebookGrad.Peers.Corpus;

/// <summary>Computations with single numbers, whose edges are labelled with local derivatives.</summary>
internal static class Expressions
{
    /// <summary>(x·w − 2)².</summary>
    public static Tensor Square() => (Number("x", 2) * Number("w", 3) - 2).Square();

    /// <summary>x·x + x.</summary>
    public static Tensor FanOut()
    {
        var x = Number("x", 3);
        return (x * x) + x;
    }

    /// <summary>(x + y)·(x − y).</summary>
    public static Tensor SumTimesDifference()
    {
        var (x, y) = (Number("x", 5), Number("y", 3));
        return (x + y) * (x - y);
    }

    /// <summary>One root of a·x² + b·x + c.</summary>
    public static Tensor QuadraticRoot()
    {
        var (a, b, c) = (Number("a", 1), Number("b", -5), Number("c", 6));
        return (-b + ((b * b) - (4 * a * c)).Sqrt()) / (2 * a);
    }

    /// <summary>A neuron and the logarithmic loss.</summary>
    public static Tensor LogisticRegression()
    {
        var z = (Number("w1", 0.3) * 1.5) + (Number("w2", -0.2) * 0.7) + Number("b", 0.1);
        var p = z.Sigmoid();
        return -((0.8 * p.Log()) + (0.2 * (1 - p).Log()));
    }

    /// <summary>The cross-entropy of three logits.</summary>
    public static Tensor Softmax()
    {
        Tensor[] powers = [Number("a", 1).Exp(), Number("b", 2).Exp(), Number("c", 0.5).Exp()];
        return -(powers[1] / (powers[0] + powers[1] + powers[2])).Log();
    }

    /// <summary>A polynomial by Horner's rule.</summary>
    public static Tensor Horner(int degree)
    {
        var x = Number("x", 0.5);
        return Enumerable.Range(0, degree)
            .Aggregate(Number("a0", 1), (y, power) => (y * x) + Number($"a{power + 1}", power));
    }

    /// <summary>Rosenbrock's function of several variables.</summary>
    public static Tensor Rosenbrock(int variables)
    {
        Tensor[] x = [.. Enumerable.Range(0, variables).Select(index => Number($"x{index}", 0.5 + index))];
        return x.Zip(x.Skip(1), (a, b) => (100 * (b - a.Square()).Square()) + (1 - a).Square())
            .Aggregate((sum, term) => sum + term);
    }

    /// <summary>A perceptron with one hidden layer, each weight a number of its own.</summary>
    public static Tensor Neurons(int inputs, int hidden)
    {
        Tensor Neuron(Tensor[] x) => x
            .Select((value, index) => value * Number($"w{index}", 0.1 * (index + 1)))
            .Aggregate(Number("b", 0.1), (sum, term) => sum + term)
            .Tanh();

        Tensor[] x = [.. Enumerable.Range(0, inputs).Select(index => Tensor.Of(0.5 + index))];
        return Neuron([.. Enumerable.Range(0, hidden).Select(_ => Neuron(x))]);
    }

    /// <summary>The square root of a number by Newton's steps.</summary>
    public static Tensor Newton(int steps)
    {
        var a = Number("a", 2);
        return Enumerable.Range(0, steps).Aggregate(Number("x", 1), (x, _) => 0.5 * (x + (a / x)));
    }

    /// <summary>A pendulum, by Runge and Kutta's steps of fourth order.</summary>
    public static Tensor Pendulum(int steps)
    {
        var (angle, speed, gravity) = (Number("angle", 1), Number("speed", 0), Number("g", 9.81));
        const double step = 0.1;
        Tensor Force(Tensor at) => -(gravity * at.Sin());
        for (var time = 0; time < steps; time++)
        {
            var (a1, v1) = (speed, Force(angle));
            var (a2, v2) = (speed + (step / 2 * v1), Force(angle + (step / 2 * a1)));
            var (a3, v3) = (speed + (step / 2 * v2), Force(angle + (step / 2 * a2)));
            var (a4, v4) = (speed + (step * v3), Force(angle + (step * a3)));
            angle = angle + (step / 6 * (a1 + (2 * a2) + (2 * a3) + a4));
            speed = speed + (step / 6 * (v1 + (2 * v2) + (2 * v3) + v4));
        }

        return angle;
    }
}
