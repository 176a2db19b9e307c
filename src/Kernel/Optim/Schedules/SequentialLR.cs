namespace NotebookGrad;

/// <summary>One schedule after another, each from its beginning: a warm-up and what follows.</summary>
/// <example><code>
/// new SequentialLR(optimizer, [new LinearLR(optimizer), new CosineAnnealingLR(optimizer, 95)], [5]);
/// </code></example>
public sealed class SequentialLR : LRScheduler
{
    private readonly LRScheduler[] schedulers;
    private readonly int[] milestones;

    /// <summary>A schedule for all groups of an optimiser.</summary>
    /// <param name="optimizer">Whose rates are changed.</param>
    /// <param name="schedulers">Schedules of the same optimiser, which nobody else steps.</param>
    /// <param name="milestones">After how many steps in all the second begins, and each further one; ascending.</param>
    /// <exception cref="ArgumentException">
    /// There are not one milestone fewer than schedules, they do not ascend, or a schedule is of another optimiser.
    /// </exception>
    public SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones)
        : base(optimizer)
    {
        ArgumentNullException.ThrowIfNull(schedulers);
        ArgumentNullException.ThrowIfNull(milestones);
        (this.schedulers, this.milestones) = ([.. schedulers], [.. milestones]);
        var problem = this.schedulers.Length != this.milestones.Length + 1
                ? $"{this.schedulers.Length} schedules need {this.schedulers.Length - 1} milestones, and there are "
                    + $"{this.milestones.Length}"
            : this.milestones.Prepend(0).Zip(this.milestones).Any(pair => pair.First >= pair.Second)
                ? $"the milestones {string.Join(", ", this.milestones)} do not ascend from 1"
            : Array.FindIndex(this.schedulers, one => one.Optimizer != optimizer) is var other and >= 0
                ? $"schedule {other} is of another optimiser; make it for this one"
            : null;
        if (problem is not null)
        {
            throw new ArgumentException($"{Name}: {problem}");
        }

        Begin();
    }

    internal override IEnumerable<(string Option, double Value)> At(int step, int group)
    {
        var current = milestones.Count(milestone => milestone <= step);
        return schedulers[current].At(current == 0 ? step : step - milestones[current - 1], group);
    }
}
