using NotebookGrad.Inspection;
using NotebookGrad.Nn;

namespace NotebookGrad.Gallery;

/// <summary>Loops that tell how far they are.</summary>
internal static class LoopExhibits
{
    public static IReadOnlyList<Exhibit> All { get; } =
    [
        new("A loop in its second epoch", "Made of numbers, as a host shows it while it runs.", () =>
        {
            ProgressPoint Loss(int step) =>
                new(step, step, 2.3 / (1 + (step / 30.0)), 2.3 / (1 + (step / 30.0)), 2.3 / (1 + (step / 30.0)));
            return new ProgressSnapshot(
                ProgressState.Running,
                [new("epoch", 1, 5), new("batch", 37, 94)],
                Steps: 132,
                StepNoun: "batch",
                Share: 0.2787,
                Elapsed: TimeSpan.FromSeconds(4.2),
                Left: TimeSpan.FromSeconds(10.9),
                Rate: 31.2,
                ItemRate: 998,
                Metrics: [new("loss", 0.43, [.. Enumerable.Range(1, 131).Select(Loss)], 0, 0)],
                Problem: null);
        }),
        new("A training that was left", "The losses are those of Backward; the accuracy was reported.", () =>
        {
            Tensor.Seed(1);
            var net = new Sequential(new Flatten(), new Linear(64, 10));
            var optimizer = new Adam(net.Parameters, 0.01);
            var batches = new DataLoader(Datasets.Digits(), 64, seed: 1).WithProgress(epochs: 8);
            foreach (var (images, labels) in batches)
            {
                var scores = net.Call(images);
                optimizer.ZeroGrad();
                Functional.CrossEntropy(scores, labels).Backward();
                optimizer.Step();
                batches.Report(("accuracy", scores.ArgMax(1).Eq(labels).To(DType.Float32).Mean()));
                if (batches.Epoch == 6)
                {
                    break;
                }
            }

            return batches;
        }),
    ];
}
