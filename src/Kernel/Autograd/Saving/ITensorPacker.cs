namespace NotebookGrad;

/// <summary>Puts the tensors that nodes keep for their derivatives into another form.</summary>
internal interface ITensorPacker
{
    /// <summary>The tensor in another form, or null where it is better kept as it is.</summary>
    IPackedTensor? Pack(Tensor tensor);
}
