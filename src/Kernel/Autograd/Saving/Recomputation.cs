using NotebookGrad.Backends;
using NotebookGrad.Sampling;

namespace NotebookGrad;

/// <summary>
/// A function that is called a second time when derivatives need what its operations would have kept.
/// </summary>
internal sealed class Recomputation : ITensorPacker
{
    private readonly Func<Tensor[], Tensor> function;
    private readonly SavedTensor[] inputs;
    private readonly Node[] places;
    private readonly RandomStreams streams = new();
    private readonly List<Slot> slots = [];
    private readonly HashSet<Storage> blocks = [];
    private bool isFilled;

    public Recomputation(Func<Tensor[], Tensor> function, Tensor[] inputs)
    {
        this.function = function;
        this.inputs = [.. inputs.Select((input, number) => SavedTensor.Keep(number, input, "checkpoint"))];
        places = Array.ConvertAll(inputs, Node.Operand);
    }

    /// <summary>Calls the function for its value.</summary>
    public Tensor First(Tensor[] inputs)
    {
        using (streams.Record())
        using ((AutogradMode.Current with { Packer = this }).Enter())
        {
            var value = function(inputs);
            blocks.Clear();
            return value;
        }
    }

    /// <inheritdoc/>
    public IPackedTensor? Pack(Tensor tensor)
    {
        if (tensor is { IsLeaf: true, RequiresGrad: true })
        {
            return null;
        }

        var slot = new Slot(this, tensor.Shape, tensor.DType, isFirst: blocks.Add(tensor.Storage));
        slots.Add(slot);
        return slot;
    }

    private void Again()
    {
        var again = new Collector(slots);
        var fresh = new Tensor[inputs.Length];
        isFilled = true;
        using (streams.Replay())
        using ((AutogradMode.Current with { IsPaused = false, IsInference = false, Packer = again }).Enter())
        {
            for (var i = 0; i < inputs.Length; i++)
            {
                fresh[i] = Input(i);
            }

            function(fresh);
        }

        again.RequireAll();
    }

    // An input as it was: a leaf if it was one, for what operations keep depends on that.
    private Tensor Input(int number)
    {
        if (inputs[number] is { IsDamaged: true, Tensor: { } changed })
        {
            throw new InvalidOperationException(
                $"checkpoint: its {changed.Describe("input")} was changed in place"
                + $"{SourceLine.Phrase(changed.Storage.LastChange?.Line)}, and Backward must call the function with it "
                + "again. Change a copy, x.Clone(), or use the form without underscore. No gradient was changed.");
        }

        var place = places[number];
        var input = inputs[number].Unpack(place, place).Detach();
        input.RequiresGrad = place.NeedsGradient;
        return place.Operation is null ? input : input.Clone();
    }

    private void ForgetAll()
    {
        if (isFilled)
        {
            isFilled = false;
            slots.ForEach(slot => slot.Forget());
        }
    }

    /// <summary>
    /// The place of one kept tensor, which is there only after the second call. What several operations keep counts
    /// where it is kept first: backward comes there last.
    /// </summary>
    private sealed class Slot(Recomputation owner, Shape shape, DType dtype, bool isFirst) : IPackedTensor
    {
        private Tensor? value;

        public long Bytes => isFirst && value is not null ? value.Storage.Bytes : 0;

        public IEnumerable<IPackedTensor> Fills => owner.slots;

        public long FilledBytes => isFirst ? shape.Count * dtype.Size : 0;

        // Told once, for the ledger counts what every node keeps.
        public IEnumerable<Tensor> Holds =>
            owner.slots[0] == this ? owner.inputs.Select(input => input.Tensor).OfType<Tensor>() : [];

        public Tensor Unpack()
        {
            if (value is null)
            {
                owner.Again();
            }

            return value!;
        }

        // What one node has used up, others of the same function may still need.
        public void Forget() => value = null;

        public void ForgetAll() => owner.ForgetAll();

        public bool Fill(Tensor tensor)
        {
            value = tensor.Detach();
            return tensor.Shape == shape && tensor.DType == dtype;
        }
    }

    /// <summary>Takes what the second call keeps.</summary>
    private sealed class Collector(List<Slot> slots) : ITensorPacker
    {
        private int next;

        public IPackedTensor? Pack(Tensor tensor)
        {
            if (tensor is { IsLeaf: true, RequiresGrad: true })
            {
                return null;
            }

            if (next == slots.Count || !slots[next++].Fill(tensor))
            {
                throw Differs();
            }

            return null;
        }

        public void RequireAll()
        {
            if (next != slots.Count)
            {
                throw Differs();
            }
        }

        private static InvalidOperationException Differs() => new(
            "checkpoint: the function did other operations, or on other shapes, when Backward called it again. It must "
            + "not depend on what changes in between, such as a counter or a switch. No gradient was changed.");
    }
}
