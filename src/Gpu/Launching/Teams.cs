using System.Numerics;
using ILGPU;
using NotebookGrad.Operations;

namespace NotebookGrad.Backends.Gpu;

/// <summary>Who goes through a line of elements, and through every so many lines.</summary>
internal interface ITeam
{
    /// <summary>The team's first line.</summary>
    static abstract int FirstLine { get; }

    /// <summary>How many teams a launch has, and how far apart a team's lines are.</summary>
    static abstract int Teams { get; }

    /// <summary>The thread's first element of a line.</summary>
    static abstract int First { get; }

    /// <summary>How many threads a team has, and how far apart a thread's elements are.</summary>
    static abstract int Threads { get; }

    /// <summary>What all threads of the team have, combined; every one must ask, and gets it.</summary>
    static abstract T Combine<TKernel, T>(T value)
        where TKernel : struct, IReductionKernel
        where T : unmanaged, INumber<T>;

    /// <summary>
    /// The sum of what the teams of a group have, each thread of a team the same; every one must ask, and gets it.
    /// </summary>
    static abstract T SumOfTeams<T>(T value)
        where T : unmanaged, INumber<T>;
}

/// <summary>A group for each line: its threads read elements side by side.</summary>
internal readonly struct WholeGroup : ITeam
{
    public static int FirstLine => Grid.IdxX;

    public static int Teams => Grid.DimX;

    public static int First => Group.IdxX;

    public static int Threads => Group.DimX;

    public static T Combine<TKernel, T>(T value)
        where TKernel : struct, IReductionKernel
        where T : unmanaged, INumber<T> => GroupTree<TKernel, T>.Combine(value);

    public static T SumOfTeams<T>(T value)
        where T : unmanaged, INumber<T> => value;
}

/// <summary>A thread for each line, where lines are short or lie side by side.</summary>
internal readonly struct OneThread : ITeam
{
    public static int FirstLine => Thread.First;

    public static int Teams => Thread.Count;

    public static int First => 0;

    public static int Threads => 1;

    public static T Combine<TKernel, T>(T value)
        where TKernel : struct, IReductionKernel
        where T : unmanaged, INumber<T> => value;

    public static T SumOfTeams<T>(T value)
        where T : unmanaged, INumber<T> => GroupTree<Sum.Kernel, T>.Combine(value);
}
