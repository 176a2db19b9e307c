using System.Text.RegularExpressions;

namespace NotebookGrad.Tests.Operations;

/// <summary>The rows of <c>Reference/rows/convolutions.py</c> in NotebookGrad's words.</summary>
internal static partial class ConvolutionRows
{
    public static IReadOnlyDictionary<string, Func<Tensor[], Tensor>> Cases { get; } = new Dictionary<string, Func<Tensor[], Tensor>>(Sweep())
    {
        ["conv1d"] = x => Functional.Conv1d(x[0], x[1], x[2]),
        ["conv2d"] = x => Functional.Conv2d(x[0], x[1], x[2]),
        ["conv2d without batch"] = x => Functional.Conv2d(x[0], x[1]),
        ["conv2d same"] = x => Functional.Conv2d(x[0], x[1], padding: "same"),
        ["conv2d valid"] = x => Functional.Conv2d(x[0], x[1], padding: "valid"),
        ["conv1d same dilated"] = x => Functional.Conv1d(x[0], x[1], padding: "same", dilation: 3),
        ["conv2d depthwise"] = x => Functional.Conv2d(x[0], x[1], padding: 1, groups: 3),
        ["conv2d transposed operands"] = x => Functional.Conv2d(x[0].Transpose(0, 1), x[1].Transpose(2, 3)),
        ["conv2d of no batch"] = x => Functional.Conv2d(x[0], x[1]),
        ["conv3d"] = x => Functional.Conv3d(x[0], x[1]),
        ["conv_transpose1d"] = x => Functional.ConvTranspose1d(x[0], x[1], x[2]),
        ["conv_transpose2d"] = x => Functional.ConvTranspose2d(x[0], x[1], stride: 2, outputPadding: 1),
        ["conv_transpose2d far output padding"] = x => Functional.ConvTranspose2d(x[0], x[1], stride: 1, dilation: 3, outputPadding: (2, 2)),
        ["conv_transpose3d without batch"] = x => Functional.ConvTranspose3d(x[0], x[1]),
        ["convolution of a net"] = x => Functional.Conv2d(Functional.Conv2d(x[0], x[1], padding: [1, 1]).Tanh(), x[2], stride: (2, 2)),
    };

    // A row of the sweep states its geometry in its name: kernel, stride, padding, dilation, groups, output padding.
    private static Dictionary<string, Func<Tensor[], Tensor>> Sweep() => ReferenceCase.All.Keys
        .Select(name => (Name: name, Match: Geometry().Match(name)))
        .Where(row => row.Match.Success)
        .ToDictionary(row => row.Name, row =>
        {
            int[] Numbers(string group) => Array.ConvertAll(row.Match.Groups[group].Value.Split('x'), int.Parse);
            var (stride, padding, dilation, groups) = (Numbers("s"), Numbers("p"), Numbers("d"), Numbers("g")[0]);
            return (Func<Tensor[], Tensor>)(row.Match.Groups["function"].Value switch
            {
                "conv1d" => x => Functional.Conv1d(x[0], x[1], null, stride, padding, dilation, groups),
                "conv2d" => x => Functional.Conv2d(x[0], x[1], null, stride, padding, dilation, groups),
                "conv3d" => x => Functional.Conv3d(x[0], x[1], null, stride, padding, dilation, groups),
                "conv_transpose1d" => x => Functional.ConvTranspose1d(x[0], x[1], null, stride, padding, Numbers("o"), groups, dilation),
                "conv_transpose2d" => x => Functional.ConvTranspose2d(x[0], x[1], null, stride, padding, Numbers("o"), groups, dilation),
                _ => x => Functional.ConvTranspose3d(x[0], x[1], null, stride, padding, Numbers("o"), groups, dilation),
            });
        });

    [GeneratedRegex(@"^sweep \d+: (?<function>\w+) k[\dx]+ s(?<s>[\dx]+) p(?<p>[\dx]+) d(?<d>[\dx]+) g(?<g>\d+)( o(?<o>[\dx]+))?$")]
    private static partial Regex Geometry();
}
