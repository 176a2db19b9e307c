using System.Text;
using NotebookGrad.Runner.Outputs;

namespace NotebookGrad.Runner.Kernels;

/// <summary>A console writer that gives text from cells to their kernel, and all other to the real console.</summary>
internal sealed class RoutingWriter : TextWriter
{
    private readonly TextWriter elsewhere;
    private readonly bool isError;

    public RoutingWriter(TextWriter elsewhere, bool isError)
    {
        this.elsewhere = elsewhere;
        this.isError = isError;
        CoreNewLine = ['\n'];
    }

    public override Encoding Encoding => elsewhere.Encoding;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void Write(string? value)
    {
        if (KernelContext.Current is { } context)
        {
            context.Emit(new TextOutput(isError, value ?? ""));
        }
        else
        {
            elsewhere.Write(value);
        }
    }

    public override void WriteLine() => Write("\n");

    public override void WriteLine(string? value) => Write(value + "\n");

    public override void Flush() => elsewhere.Flush();
}
