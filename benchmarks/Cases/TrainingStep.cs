namespace NotebookGrad.Benchmarks.Cases;

/// <summary>One step of gradient descent for a small network: 32 examples, 2 inputs, 16 tanh units, 1 output.</summary>
internal sealed class TrainingStep : ICase
{
    private const float Rate = 0.1f;

    private Tensor inputs = null!;
    private Tensor targets = null!;
    private Tensor[] parameters = null!;
    private Tensor loss = null!;

    public string Name => "training step of an MLP 32×2-16-1, tanh, MSE, SGD";

    public double Aim => 0.35;

    public void Prepare()
    {
        inputs = Numbers.Wave(0.7, 32, 2);
        targets = Numbers.Wave(1.3, 32, 1);
        parameters =
        [
            Numbers.Parameter(0.3, 2, 16),
            Numbers.Parameter(0.5, 16),
            Numbers.Parameter(0.9, 16, 1),
            Numbers.Parameter(1.1, 1),
        ];
    }

    public void Run()
    {
        var hidden = (inputs.MatMul(parameters[0]) + parameters[1]).Tanh();
        var outputs = hidden.MatMul(parameters[2]) + parameters[3];
        loss = Functional.MseLoss(outputs, targets);
        loss.Backward();
        using (Autograd.NoGrad())
        {
            foreach (var parameter in parameters)
            {
                parameter.Sub_(Rate * parameter.Grad);
                parameter.Grad.Zero_();
            }
        }
    }

    public double Check() => Numbers.Fingerprint([loss, .. parameters]);
}
