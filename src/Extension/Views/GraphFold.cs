namespace NotebookGrad.Views;

/// <summary>What a node stands for where it is a part of the graph folded into one box.</summary>
/// <param name="Name">The module's name, or the operations that repeat.</param>
/// <param name="Repeats">How many times the part stands one after the other; 1 for a module that stands once.</param>
/// <param name="Operations">The operations inside, all repetitions together.</param>
/// <param name="Inside">
/// The part as a graph of its own: the first of its repetitions, with what goes in and comes out as its leaves and
/// roots.
/// </param>
internal sealed record GraphFold(string Name, int Repeats, int Operations, GraphReading Inside);
