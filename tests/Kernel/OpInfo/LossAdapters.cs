namespace NotebookGrad.Tests.OpInfo;

/// <summary>Losses and normalisation.</summary>
internal static class LossAdapters
{
    public static Adapters All { get; } = new()
    {
        {
            "nn.functional.mse_loss",
            x => Functional.MseLoss(x.LeaveOut(x.Text(-1, "reduction", "mean") != "mean", "reduction").Tensor(0), x.Tensor(1))
        },
    };
}
