namespace NotebookGrad.Benchmarks.Cases;

/// <summary>What an iteration asks of the machine.</summary>
/// <param name="Amount">Floating-point operations (a multiply-add is two), or bytes read and written.</param>
/// <param name="Kind">Which of the two.</param>
internal sealed record Work(double Amount, WorkKind Kind);
