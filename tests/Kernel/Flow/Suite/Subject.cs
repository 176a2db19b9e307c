using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Flow.Suite;

/// <summary>A training whose disease is known.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Disease">What keeps it from learning; null where it is healthy.</param>
/// <param name="Seed">What its random numbers begin from.</param>
/// <param name="Train">Trains it.</param>
internal sealed record Subject(string Name, FlowDisease? Disease, int Seed, Func<Draw, FlowSnapshot> Train)
{
    /// <summary>Trains it with random numbers of its own.</summary>
    public FlowSnapshot Run()
    {
        using var numbers = new Generator(Seed).Use();
        return Train(new Draw(Seed));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Seed})";
}

/// <summary>Draws what differs from one network to the next: widths, depths, optimisers.</summary>
internal sealed class Draw(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>One of some choices.</summary>
    public T Of<T>(params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];
}
