namespace NotebookGrad.Backends;

/// <summary>
/// Windows of one size that slide along an axis: element k of window w is at w·Stride − Before + k·Dilation, which may
/// be beyond the ends of the axis.
/// </summary>
/// <param name="Input">The number of elements on the axis.</param>
/// <param name="Output">The number of windows.</param>
/// <param name="Kernel">The number of elements in a window.</param>
/// <param name="Stride">How far apart windows begin, 1 or more.</param>
/// <param name="Before">How far before the axis the first window begins.</param>
/// <param name="Dilation">How far apart the elements of a window lie, 1 or more.</param>
public readonly record struct SlidingAxis(int Input, int Output, int Kernel, int Stride, int Before, int Dilation);
