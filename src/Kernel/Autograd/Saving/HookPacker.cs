namespace NotebookGrad;

/// <summary>Packs by functions of the user.</summary>
internal sealed class HookPacker<T>(Func<Tensor, T> pack, Func<T, Tensor> unpack) : ITensorPacker
{
    public IPackedTensor? Pack(Tensor tensor) => new Packed(pack(tensor.Detach()), unpack);

    private sealed class Packed(T form, Func<T, Tensor> unpack) : IPackedTensor
    {
        public long Bytes => form is Tensor tensor ? tensor.Storage.Bytes : 0;

        public Tensor Unpack() => unpack(form);
    }
}
