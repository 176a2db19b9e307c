using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// The declaration of an operation: how its value is computed and how it is differentiated. Immutable; a derivative is
/// stated in tensor operations, so that it can be differentiated in turn.
/// </summary>
internal abstract class Operation
{
    /// <summary>The name as PyTorch has it, such as <c>mul</c>.</summary>
    public abstract string Name { get; }

    /// <summary>How it is written for people.</summary>
    public abstract Notation Notation { get; }

    /// <summary>Whether a user has declared it, so that its derivative may do anything.</summary>
    internal virtual bool IsCustom => false;

    /// <summary>Whether it multiplies and sums as a product of matrices does, longer than it reads.</summary>
    internal virtual bool IsProduct => false;

    /// <summary>
    /// Whether the value may be computed again for a picture: it comes out the same, and nothing else happens.
    /// </summary>
    internal virtual bool IsRepeatable => true;

    /// <summary>What it was given beside its operands and reads on their device: positions; else null.</summary>
    internal virtual Tensor? Companion => null;

    /// <summary>Computes the value on the operands' backend; records nothing.</summary>
    internal abstract Tensor Evaluate(ReadOnlySpan<Tensor> operands);

    /// <summary>What the derivative by one operand reads.</summary>
    internal abstract Keep Keeps(int operand);

    /// <summary>
    /// The gradient by one operand, given the gradient by the result (vector-Jacobian product). Where the operand was
    /// broadcast the result may still have the broadcast shape; the caller sums it.
    /// </summary>
    internal abstract Tensor Pull(in Kept kept, int operand, Tensor gradient);

    /// <summary>
    /// The gradients by all operands where they are worked out together, null for an operand that has none; null where
    /// there is a rule for each, <see cref="Pull"/>.
    /// </summary>
    internal virtual IReadOnlyList<Tensor?>? PullAll(in Kept kept, Tensor gradient) => null;

    /// <summary>
    /// The tangent of the result that a tangent of one operand brings about (Jacobian-vector product).
    /// </summary>
    internal abstract Tensor Push(in Kept kept, int operand, Tensor tangent);

    /// <summary>Computes the value and, where an operand requires a gradient, records how it came about.</summary>
    internal Tensor Apply(params ReadOnlySpan<Tensor> operands)
    {
        for (var i = 0; i < operands.Length; i++)
        {
            ViewLink.RefuseLeftBehind(this, operands[i]);
            if (!operands[i].LiesWith(operands[0]))
            {
                return Apply(OneDevice.Bring(Name, operands));
            }
        }

        OneDevice.Require(Name, operands[0], Companion);

        AutogradMode.CurrentRecorder?.Uses(operands);
        var value = Evaluated(operands);
        ViewLink.Connect(value, operands[0]);
        return Record(value, operands);
    }

    /// <summary>Records, where an operand requires a gradient, how a value came about, and returns it.</summary>
    internal Tensor Record(Tensor value, ReadOnlySpan<Tensor> operands)
    {
        var requiresGrad = false;
        foreach (var operand in operands)
        {
            requiresGrad |= operand.RequiresGrad;
        }

        if (requiresGrad && value.DType.IsReal && Autograd.IsRecording)
        {
            value.Node = Node.Result(value, this, operands);
        }

        return value;
    }

    /// <summary>The operation as it was called, such as <c>add(x [2, 3], y [3])</c>.</summary>
    internal string Describe(IEnumerable<Tensor> operands) =>
        $"{Name}({string.Join(", ", operands.Select(operand => operand.Describe()))})";

    /// <summary>
    /// Whether what is made of a tensor is to be differentiated again, and has to be stated in operations for that.
    /// </summary>
    private protected static bool IsRecorded(Tensor x) => x.RequiresGrad && Autograd.IsRecording;

    // Who runs out of memory has often broadcast by mistake, which only the operands show.
    private Tensor Evaluated(ReadOnlySpan<Tensor> operands)
    {
        try
        {
            return AutogradMode.FindsAnomalies ? Anomaly.Evaluate(this, operands) : Evaluate(operands);
        }
        catch (OutOfMemoryException problem) when (problem.InnerException is null)
        {
            throw new OutOfMemoryException($"{Describe([.. operands])}: {problem.Message}", problem);
        }
    }
}
