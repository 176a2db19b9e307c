using System.Runtime.CompilerServices;

namespace NotebookGrad;

/// <summary>
/// Packs a tensor once although several nodes keep it. Parameters stay as they are: they are alive anyway.
/// </summary>
internal abstract class SharingPacker : ITensorPacker
{
    private readonly ConditionalWeakTable<Tensor, Form> forms = [];

    /// <inheritdoc/>
    public IPackedTensor? Pack(Tensor tensor)
    {
        if (tensor is { IsLeaf: true, RequiresGrad: true })
        {
            return null;
        }

        if (forms.TryGetValue(tensor, out var known) && known.Version == tensor.Storage.Version && known.TryShare())
        {
            return known;
        }

        var form = PackNew(tensor);
        if (form is not null)
        {
            forms.AddOrUpdate(tensor, form);
        }

        return form;
    }

    /// <summary>A tensor in another form, or null where it is better kept as it is.</summary>
    protected abstract Form? PackNew(Tensor tensor);

    /// <summary>A packed tensor that several nodes may share.</summary>
    protected abstract class Form(Tensor tensor) : IPackedTensor
    {
        private int users = 1;

        /// <summary>The tensor's version when it was packed.</summary>
        public int Version { get; } = tensor.Storage.Version;

        /// <inheritdoc/>
        public abstract long Bytes { get; }

        /// <inheritdoc/>
        public abstract Tensor Unpack();

        /// <inheritdoc/>
        public void Drop()
        {
            if (Interlocked.Decrement(ref users) == 0)
            {
                Delete();
            }
        }

        /// <summary>Counts one more user, unless the last has gone.</summary>
        public bool TryShare()
        {
            var before = Volatile.Read(ref users);
            return before > 0 && Interlocked.CompareExchange(ref users, before + 1, before) == before;
        }

        /// <summary>Gives back what the form occupies.</summary>
        protected virtual void Delete()
        {
        }
    }
}
