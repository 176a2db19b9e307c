namespace NotebookGrad.Tests.Regression;

/// <summary>NIST's nonlinear regression sets, fitted with derivatives of the engine.</summary>
public class RegressionTests(Proof proof) : IClassFixture<Proof>
{
    public static TheoryData<string> Names() => [.. RegressionSet.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_gradient_vanishes_at_the_certified_parameters(string name)
    {
        var set = RegressionSet.All[name];
        var parameters = Tensor.Of(set.Certified, requiresGrad: true);
        var loss = set.Residuals(parameters).Pow(2).Sum();
        loss.Backward();
        Assert.Equal(set.Residual, loss.Item<double>(), 1e-9 * set.Residual);

        // The certified digits end at 1e-11, so the gradient is what the curvature makes of that, not zero.
        var curvature = Autograd.Hessian(b => set.Residuals(b).Pow(2).Sum(), Tensor.Of(set.Certified)).ToMatrix();
        for (var i = 0; i < set.Certified.Length; i++)
        {
            var rounding = Enumerable.Range(0, set.Certified.Length).Sum(j => Math.Abs(curvature[i, j] * set.Certified[j]) * 1e-10);
            Assert.Equal(0, parameters.Grad.ToArray<double>()[i], rounding);
            Assert.True(curvature[i, i] > 0);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gauss_and_Newton_find_the_certified_parameters(string name)
    {
        var set = RegressionSet.All[name];
        var found = GaussNewton(set);
        for (var i = 0; i < found.Length; i++)
        {
            Assert.Equal(set.Certified[i], found[i], 2e-9 * Math.Abs(set.Certified[i]));
        }

        var difference = set.Certified.Zip(found, (known, parameter) => Math.Abs((parameter - known) / known)).Max();
        proof.Tell($"NIST {name}: {found.Length} parameters, at most {difference:G2} from the certified ones");
    }

    // Steps that solve J·d = −r in the least squares, halved until the residual falls. Near the end rounding hides that
    // it does, so it may rise by as much.
    private static double[] GaussNewton(RegressionSet set)
    {
        var parameters = Tensor.Of(set.Start);
        for (var step = 0; step < 300; step++)
        {
            var jacobian = Autograd.Jacobian(set.Residuals, parameters).ToMatrix();
            var direction = Tensor.Of(jacobian.QR().Solve(-set.Residuals(parameters).ToVector()).ToArray());
            var bound = Squares(set, parameters) * (1 + 1e-12);
            while (!(Squares(set, parameters + direction) <= bound))
            {
                direction /= 2;
            }

            parameters += direction;
        }

        return parameters.ToArray<double>();
    }

    private static double Squares(RegressionSet set, Tensor parameters) => set.Residuals(parameters).Pow(2).Sum().Item<double>();
}
