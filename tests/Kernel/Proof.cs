using Xunit.Abstractions;
using Xunit.Sdk;

namespace NotebookGrad.Tests;

/// <summary>Tells what the tests prove, in numbers; a plain <c>dotnet test</c> shows it.</summary>
public sealed class Proof(IMessageSink console)
{
    /// <summary>Shows lines.</summary>
    public void Tell(string lines) => console.OnMessage(new DiagnosticMessage(lines));
}
