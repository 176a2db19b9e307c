namespace NotebookGrad.Backends;

/// <summary>The three tensors of a convolution. Two of them make the third.</summary>
public enum ConvolutionRole
{
    /// <summary>What windows move over, [batch, channels, spatial].</summary>
    Input,

    /// <summary>What a window becomes, [batch, features, spatial].</summary>
    Output,

    /// <summary>Its factors, [features, channels in a group, kernel].</summary>
    Weight,
}
