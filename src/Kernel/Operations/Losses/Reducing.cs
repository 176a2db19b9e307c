using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>The last step of every loss: from the losses of single elements to what is asked for.</summary>
internal static class Reducing
{
    extension(Tensor losses)
    {
        /// <summary>The losses, reduced.</summary>
        public Tensor Reduce(Reduction reduction) => reduction switch
        {
            Reduction.None => losses,
            Reduction.Mean => losses.Mean(),
            Reduction.Sum => losses.Sum(),
            _ => losses.Sum() / losses.Shape[0],
        };
    }

    extension(Reduction reduction)
    {
        /// <summary>
        /// The gradient by each loss, given that by their reduction; it may still need to be expanded.
        /// </summary>
        public Tensor Transpose(Tensor gradient, Shape losses) => reduction switch
        {
            Reduction.Mean => gradient / losses.Count,
            Reduction.BatchMean => gradient / losses[0],
            _ => gradient,
        };

        /// <summary>How the reduction of a loss is written.</summary>
        public Notation Write(Notation loss)
        {
            var derivatives = loss.Derivatives;
            return reduction switch
            {
                Reduction.None => loss,
                Reduction.Sum => new(
                    loss.Symbol, $"Σ ({loss.Formula})", $"\\sum {loss.Latex}", derivatives),
                _ => new(
                    loss.Symbol,
                    $"mean({loss.Formula})",
                    $"\\overline{{{{{loss.Latex}}}}}",
                    [.. derivatives.Select(OverCount)]),
            };
        }
    }

    // A derivative over n, in parentheses if it is a sum.
    private static string OverCount(string derivative)
    {
        var (depth, isSum) = (0, false);
        foreach (var character in derivative[1..])
        {
            depth += character switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            isSum |= depth == 0 && character is ('+' or '−');
        }

        return derivative == "0" ? derivative : isSum ? $"({derivative})/n" : $"{derivative}/n";
    }
}
