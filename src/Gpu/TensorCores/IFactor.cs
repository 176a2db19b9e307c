namespace NotebookGrad.Backends.Gpu;

/// <summary>A type that tensor cores multiply, in registers of 32 bits: words.</summary>
internal interface IFactor
{
    /// <summary>How many elements that follow each other in the inner sum a word holds: 1 or 2.</summary>
    static abstract int PerWord { get; }

    /// <summary>The word of an element and, if it holds two, the next; both are rounded.</summary>
    static abstract uint Word(float element, float next);

    /// <summary>The sum of the products of the elements of two words.</summary>
    static abstract float Product(uint left, uint right);

    /// <summary>A product of fragments: <see cref="FragmentProduct"/>.</summary>
    static abstract Four<float> Plus(Four<float> sum, Four<uint> left, uint right0, uint right1);
}
