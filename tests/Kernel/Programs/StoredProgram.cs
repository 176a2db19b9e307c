using System.Text.Json;
using NotebookGrad.Tests.OpInfo;

namespace NotebookGrad.Tests.Programs;

/// <summary>A random program with what PyTorch computes for it; see <c>Reference/programs.py</c>.</summary>
internal sealed record StoredProgram(int Seed, int[][] Leaves, StoredProgram.Step[] Steps, StoredTensor[] Outputs, StoredTensor[] Gradients)
{
    /// <summary>All programs of the committed file.</summary>
    public static IReadOnlyList<StoredProgram> All { get; } = Read();

    /// <summary>Runs the program on leaves: what no step uses comes out.</summary>
    public Tensor[] Run(Tensor[] leaves)
    {
        var values = leaves.ToList();
        var used = new HashSet<int>();
        foreach (var step in Steps)
        {
            used.UnionWith(step.Operands);
            values.Add(ProgramSteps.All[step.Operation](Array.ConvertAll(step.Operands, place => values[place]), step.Parameters));
        }

        return [.. Enumerable.Range(leaves.Length, Steps.Length).Where(place => !used.Contains(place)).Select(place => values[place])];
    }

    private static StoredProgram[] Read()
    {
        using var file = new StoredFile("programs");
        return [.. file.Header.GetProperty("programs").EnumerateArray().Select(program => new StoredProgram(
            program.GetProperty("seed").GetInt32(),
            program.GetProperty("leaves").Deserialize<int[][]>()!,
            [.. program.GetProperty("steps").EnumerateArray().Select(step => new Step(
                step[0].GetString()!, step[1].Deserialize<int[]>()!, step[2].Deserialize<int[]>()!))],
            [.. program.GetProperty("outputs").EnumerateArray().Select(file.Next)],
            [.. program.GetProperty("gradients").EnumerateArray().Select(file.Next)]))];
    }

    /// <summary>One operation on leaves or earlier results, by their places.</summary>
    internal sealed record Step(string Operation, int[] Operands, int[] Parameters)
    {
        /// <inheritdoc/>
        public override string ToString() => $"{Operation}({string.Join(", ", Operands)}; {string.Join(", ", Parameters)})";
    }
}
