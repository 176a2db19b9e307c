namespace NotebookGrad.Backends.Host;

/// <summary>
/// A product of factors with windows on images, as tables of where the numbers lie. The windows are a scattered matrix,
/// of which element (i, j) is at <c>Levels[i] + Columns[j]</c>.
/// </summary>
/// <param name="Levels">Elements to each row of the windows.</param>
/// <param name="Columns">Elements to each column of the windows.</param>
/// <param name="Targets">Elements to each column of the result, from the start of a row.</param>
/// <param name="Factors">Elements to each column of the factors, from the start of a row.</param>
internal sealed record WindowProduct(int[] Levels, int[] Columns, int[] Targets, int[] Factors);
