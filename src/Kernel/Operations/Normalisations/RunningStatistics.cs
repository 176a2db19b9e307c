namespace NotebookGrad.Operations;

/// <summary>The means and variances that a normalisation gathers in training for its evaluation.</summary>
internal static class RunningStatistics
{
    /// <summary>
    /// Moves running statistics [channels] in place towards those of an input; where the input has several a channel,
    /// towards their mean.
    /// </summary>
    public static void Move(
        Normalization operation, Tensor input, Tensor? runningMean, Tensor? runningVariance, double momentum)
    {
        if (runningMean is null && runningVariance is null)
        {
            return;
        }

        var x = input.Detach();
        var mean = operation.Mean(x);
        var difference = x - mean;
        var count = operation.Along.CountIn(x.Shape);
        var variance = operation.Mean(difference * difference) * (count / (count - 1.0));
        Move(runningMean, mean, momentum);
        Move(runningVariance, variance, momentum);
    }

    private static void Move(Tensor? running, Tensor current, double momentum)
    {
        if (running is not null)
        {
            using var unrecorded = Autograd.NoGrad();
            var channels = current.Mean(0).Reshape(running.Shape);
            running.Mul_(1 - momentum).Add_(channels * momentum);
        }
    }
}
