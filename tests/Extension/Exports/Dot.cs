using System.Diagnostics;
using System.Xml;
using System.Xml.Linq;

namespace NotebookGrad.Tests.Exports;

/// <summary>Lets Graphviz draw a graph and tell what it has read.</summary>
internal static class Dot
{
    /// <summary>Where dot is; null where it is not.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => System.IO.Path.Combine(folder, "dot"))
        .FirstOrDefault(File.Exists);

    /// <summary>The groups of a class (node, edge, cluster) in Graphviz's SVG.</summary>
    public static XElement[] Groups(string source, string kind)
    {
        var start = new ProcessStartInfo(Path!, "-Tsvg")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.StandardInput.Write(source);
        process.StandardInput.Close();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        using var reader = XmlReader.Create(
            new StringReader(output.Result), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return [.. XDocument.Load(reader).Descendants()
            .Where(element => element.Name.LocalName == "g" && element.Attribute("class")?.Value == kind)];
    }
}
