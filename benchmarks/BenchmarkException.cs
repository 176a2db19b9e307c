namespace NotebookGrad.Benchmarks;

/// <summary>A reason why the benchmarks cannot go on, with the remedy, for whoever started them.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
