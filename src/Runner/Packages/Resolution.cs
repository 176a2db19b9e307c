namespace NotebookGrad.Runner.Packages;

/// <summary>The packages that answer a request, each after those it depends on, and what NuGet remarked.</summary>
internal sealed record Resolution(IReadOnlyList<ResolvedPackage> Packages, IReadOnlyList<string> Warnings);
