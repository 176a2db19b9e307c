namespace NotebookGrad.Operations;

/// <summary>A function of real numbers that is constant between its jumps; derivative 0 everywhere.</summary>
internal interface IStep<TSelf> : IRealUnary<TSelf>
    where TSelf : struct, IStep<TSelf>
{
    Keep IUnaryRule.Keeps => Keep.Nothing;

    Tensor IUnaryRule.Scale(Tensor t, in Kept kept) => Tensor.ZerosLike(t);
}
