using System.Globalization;
using System.Text;

namespace NotebookGrad.Inspection;

/// <summary>Writes tensors as PyTorch prints them: <c>tensor([[1, 2], [3, 4]], float32)</c>.</summary>
internal static class TensorText
{
    // Longer axes show their ends only.
    private const int LongestAxis = 8;
    private const int EdgeLength = 3;

    /// <summary>The elements, cut to the ends of long axes, with dtype and where they came from.</summary>
    public static string Write(Tensor tensor)
    {
        var text = new StringBuilder("tensor(");
        Write(text, Shown(tensor.Detach()).Cpu(), tensor.Shape.Lengths);
        text.Append(CultureInfo.InvariantCulture, $", {tensor.DType.Text}");
        if (tensor.Count > LongestAxis || tensor.Shape.Rank > 1)
        {
            text.Append(CultureInfo.InvariantCulture, $", shape {tensor.Shape}");
        }

        if (tensor.GradFn is { } made)
        {
            text.Append(CultureInfo.InvariantCulture, $", grad_fn={made.OperationName}");
        }
        else if (tensor.RequiresGrad)
        {
            text.Append(", requires_grad");
        }

        return text.Append(')').ToString();
    }

    // The ends of long axes side by side, so that no more is read than is shown.
    private static Tensor Shown(Tensor tensor)
    {
        for (var axis = 0; axis < tensor.Shape.Rank; axis++)
        {
            if (tensor.Shape[axis] is > LongestAxis and var length)
            {
                tensor = Tensor.Cat(
                    [tensor.Narrow(axis, 0, EdgeLength), tensor.Narrow(axis, length - EdgeLength, EdgeLength)], axis);
            }
        }

        return tensor;
    }

    private static void Write(StringBuilder text, Tensor shown, ReadOnlySpan<int> lengths)
    {
        if (lengths.Length == 0)
        {
            text.Append(Number(shown));
            return;
        }

        text.Append('[');
        for (var i = 0; i < shown.Shape[0]; i++)
        {
            text.Append(i > 0 ? ", " : string.Empty);
            text.Append(i == EdgeLength && lengths[0] > LongestAxis ? "…, " : string.Empty);
            Write(text, shown[i], lengths[1..]);
        }

        text.Append(']');
    }

    private static string Number(Tensor tensor) => tensor.DType switch
    {
        DType.Bool => tensor.Item<bool>() ? "true" : "false",
        DType.Int64 => tensor.Item<long>().ToString(CultureInfo.InvariantCulture),
        DType.Float32 => tensor.Item<float>().ToString("G6", CultureInfo.InvariantCulture),
        _ => tensor.Item<double>().ToString("G6", CultureInfo.InvariantCulture),
    };
}
