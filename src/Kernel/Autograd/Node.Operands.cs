using System.Collections;
using NotebookGrad.Backends;

namespace NotebookGrad;

/// <content>What the node was made from.</content>
public sealed partial class Node
{
    // Most operations have one operand or two, which lie here; of more, all are in one array in the first's place. Each
    // is a node or the block of a number, whose node is made when somebody asks for it.
    private int operandCount;
    private object? first;
    private object? second;

    /// <summary>The operands' nodes; none at a leaf.</summary>
    internal OperandNodes Operands => new(this);

    // An identity after those of the operands; numbers get theirs in advance, for they were there before what is made
    // from them.
    private static long IdAfter(ReadOnlySpan<Tensor> operands)
    {
        foreach (var operand in operands)
        {
            if (operand.IsNumber)
            {
                return Interlocked.Add(ref lastId, operands.Length + 1);
            }
        }

        return Interlocked.Increment(ref lastId);
    }

    private static object PlaceOf(Tensor operand) => operand.IsNumber ? operand.Storage : Operand(operand);

    private void SetOperands(ReadOnlySpan<Tensor> operands)
    {
        operandCount = operands.Length;
        if (operandCount > 2)
        {
            first = new object?[operandCount];
        }

        for (var operand = 0; operand < operandCount; operand++)
        {
            Place(operand) = PlaceOf(operands[operand]);
        }
    }

    private ref object? Place(int operand)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)operand, (uint)operandCount);
        if (operandCount > 2)
        {
            return ref ((object?[])first!)[operand];
        }

        return ref operand == 0 ? ref first : ref second;
    }

    private Node NodeOf(int operand)
    {
        ref var place = ref Place(operand);
        if (place is Node node)
        {
            return node;
        }

        var block = (Storage)place!;
        var number = new Tensor(Unshared(block), Layout.Scalar);
        var made = new Node(Id - operandCount + operand, number, null, SavedTensors.Nothing, needsGradient: false);
        number.Node = made;
        return Interlocked.CompareExchange(ref place, made, block) as Node ?? made;
    }

    // Expressions share the blocks of numbers; each constant that is looked at has its own.
    private static Storage Unshared(Storage number)
    {
        var own = number.Maker.Allocate(number.DType, number.Length);
        number.Maker.Copy(new(number, Layout.Scalar), new(own, Layout.Scalar));
        return own;
    }

    /// <summary>The nodes of a node's operands, in order.</summary>
    internal readonly struct OperandNodes(Node user) : IReadOnlyList<Node>
    {
        /// <inheritdoc/>
        public int Count => user.operandCount;

        /// <inheritdoc/>
        public Node this[int operand] => user.NodeOf(operand);

        /// <summary>An operand's node if a gradient flows there, else null.</summary>
        public Node? Next(int operand) => user.Place(operand) is Node { NeedsGradient: true } next ? next : null;

        /// <inheritdoc/>
        public IEnumerator<Node> GetEnumerator()
        {
            for (var operand = 0; operand < Count; operand++)
            {
                yield return this[operand];
            }
        }

        /// <inheritdoc/>
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
