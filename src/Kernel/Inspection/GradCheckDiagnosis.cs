namespace NotebookGrad.Inspection;

/// <summary>Why derivatives and differences disagree.</summary>
public enum GradCheckDiagnosis
{
    /// <summary>They agree.</summary>
    Agreement,

    /// <summary>A derivative is wrong: nothing else explains the difference.</summary>
    WrongDerivative,

    /// <summary>The function has a kink or a jump there, or within the step.</summary>
    Kink,

    /// <summary>Part of the computation is float32; with steps that suit that, the numbers agree.</summary>
    SinglePrecision,

    /// <summary>The function changes in place what it was given, or what its derivative needs.</summary>
    InPlace,

    /// <summary>The function gives different values or derivatives for the same inputs.</summary>
    NonDeterminism,

    /// <summary>A value or derivative is NaN or ∞.</summary>
    NotFinite,
}
