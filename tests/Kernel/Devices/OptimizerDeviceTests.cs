using NotebookGrad.Nn;
using NotebookGrad.Tests.Backends;

namespace NotebookGrad.Tests.Devices;

public class OptimizerDeviceTests
{
    [Fact]
    public void Counts_and_options_stay_on_the_processor_and_what_goes_along_with_elements_does_not()
    {
        var parameter = Leaf(NaiveBackend.Device);
        var optimizer = new Adam([parameter]);
        parameter.Grad = parameter.Detach();
        optimizer.Step();
        Assert.Equal(Device.Cpu, optimizer.StateOf(parameter)["step"].Device);
        Assert.Equal(NaiveBackend.Device, optimizer.StateOf(parameter)["exp_avg"].Device);
        Assert.Equal(1.0, optimizer.StateOf(parameter)["step"].Item<double>());
    }

    [Fact]
    public void A_step_asks_a_device_once_for_all_parameters_of_a_group_and_reads_nothing()
    {
        var backend = new NaiveBackend();
        var device = new Device(backend);
        Tensor[] parameters = [Leaf(device), Leaf(device), Leaf(device)];
        var optimizer = new Sgd(parameters, 0.1, momentum: 0.9);
        Array.ForEach(parameters, parameter => parameter.Grad = parameter.Detach().Clone());
        optimizer.Step();
        optimizer.Step();
        Assert.Equal((2, 0L), (backend.Updates, backend.BytesRead));
    }

    [Fact]
    public void A_module_that_moves_takes_its_optimiser_along()
    {
        var (here, moving) = (new Linear(3, 2), new Linear(3, 2));
        moving.LoadStateDict(here.StateDict());
        Optimizer[] optimizers = [new Adam(here.Parameters, 0.1), new Adam(moving.Parameters, 0.1)];
        Step();
        moving.To(NaiveBackend.Device);
        Step();
        moving.To(Device.Cpu);
        Step();
        Assert.All(here.Parameters.Zip(moving.Parameters), pair => Assert.Equal(
            pair.First.Detach().ToArray<float>(), pair.Second.Detach().ToArray<float>()));

        void Step()
        {
            foreach (var (parameter, other) in here.Parameters.Zip(moving.Parameters))
            {
                parameter.Grad = (parameter.Detach() * 0.5f) + 0.25f;
                other.Grad = parameter.Grad.To(other.Device);
            }

            Array.ForEach(optimizers, optimizer => optimizer.Step());
        }
    }

    [Fact]
    public void A_state_from_the_processor_goes_on_on_a_device()
    {
        static Tensor Loss(Tensor x) => (x - 3).Pow(4).Sum() + x.Square().Sum();
        static void Step(Lbfgs optimizer, Tensor x) => optimizer.Step(() =>
        {
            optimizer.ZeroGrad();
            var loss = Loss(x);
            loss.Backward();
            return loss;
        });

        var here = Tensor.Of([0.5, -1.0, 2.0], requiresGrad: true);
        var first = new Lbfgs([here], maxIter: 2);
        Step(first, here);
        var there = here.Detach().To(NaiveBackend.Device).RequiresGrad_();
        var second = new Lbfgs([there], maxIter: 2);
        second.LoadStateDict(first.StateDict());
        Step(first, here);
        Step(second, there);
        Assert.Equal(here.Detach().ToArray<double>(), there.Detach().ToArray<double>(), Near);
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-12;

    [Fact]
    public void A_compiled_step_works_on_a_device_with_its_counts_on_the_processor()
    {
        var (here, there) = (Leaf(Device.Cpu), Leaf(NaiveBackend.Device));
        Optimizer[] optimizers = [new NAdam([here], 0.1), new NAdam([there], 0.1)];
        var compiled = Autograd.Compile(() => Loss(there, optimizers[1]));
        for (var step = 0; step < 5; step++)
        {
            Loss(here, optimizers[0]);
            compiled.Call();
        }

        Assert.True(compiled.Report.Replays > 0, compiled.ToString());
        Assert.Equal(here.Detach().ToArray<float>(), there.Detach().ToArray<float>());

        static Tensor Loss(Tensor parameter, Optimizer optimizer)
        {
            optimizer.ZeroGrad();
            var loss = parameter.Square().Sum();
            loss.Backward();
            optimizer.Step();
            return loss.Detach();
        }
    }

    private static Tensor Leaf(Device device) =>
        Tensor.Of([0.5f, -1, 2, 0.25f, 3], requiresGrad: true, device: device);
}
