namespace NotebookGrad;

/// <summary>Whole matrices of derivatives, from products of them with unit vectors.</summary>
internal static class Jacobians
{
    /// <summary>First derivatives by each input, of the output's shape followed by the input's.</summary>
    public static Tensor[] First(Traced traced)
    {
        var columns = traced.Inputs.Sum(input => input.Count);
        using (Autograd.SetGradEnabled(traced.KeepsGraph))
        {
            return traced.Output.Count < columns ? ByRows(traced) : ByColumns(traced, [traced.Output])[0];
        }
    }

    /// <summary>Second derivatives by each pair of inputs.</summary>
    public static Tensor[][] Second(Traced traced) =>
        ByColumns(traced, Gradients(traced));

    /// <summary>The product of the second derivatives with a vector.</summary>
    public static Tensor[] Along(Traced traced, IReadOnlyList<Tensor> v)
    {
        var gradients = Gradients(traced);
        using (Autograd.SetGradEnabled(traced.KeepsGraph))
        {
            return Array.ConvertAll(
                gradients, gradient => traced.Finished(ForwardPass.Push(gradient, traced.Inputs, v)));
        }
    }

    // Recorded, whoever asks: they are differentiated here.
    private static Tensor[] Gradients(Traced traced)
    {
        if (!traced.Output.RequiresGrad)
        {
            return Array.ConvertAll(traced.Inputs, input => Tensor.ZerosLike(input));
        }

        var found = Autograd.Grad(
            traced.Output, traced.Inputs, Tensor.OnesLike(traced.Output), createGraph: true, allowUnused: true);
        return [.. found.Select((gradient, i) => gradient ?? Tensor.ZerosLike(traced.Inputs[i]))];
    }

    private static Tensor[] ByRows(Traced traced)
    {
        var count = (int)traced.Output.Count;
        var rows = new Tensor[count][];
        for (var row = 0; row < count; row++)
        {
            rows[row] = traced.Pull(Unit(traced.Output, row), retainGraph: row < count - 1);
        }

        return [.. traced.Inputs.Select((input, i) => Assemble(
            [.. rows.Select(row => row[i])], 0, traced.Output, input))];
    }

    // For each output its derivatives by each input.
    private static Tensor[][] ByColumns(Traced traced, Tensor[] outputs)
    {
        using var recording = Autograd.SetGradEnabled(traced.KeepsGraph);
        var results = Array.ConvertAll(outputs, _ => new Tensor[traced.Inputs.Length]);
        for (var i = 0; i < traced.Inputs.Length; i++)
        {
            var input = traced.Inputs[i];
            var columns = Array.ConvertAll(outputs, _ => new Tensor[input.Count]);
            for (var column = 0; column < input.Count; column++)
            {
                var tangents = Array.ConvertAll(traced.Inputs, one => Tensor.ZerosLike(one));
                tangents[i] = Unit(input, column);
                for (var output = 0; output < outputs.Length; output++)
                {
                    columns[output][column] = ForwardPass.Push(outputs[output], traced.Inputs, tangents);
                }
            }

            for (var output = 0; output < outputs.Length; output++)
            {
                results[output][i] = Assemble(columns[output], -1, outputs[output], input);
            }
        }

        return results;
    }

    private static Tensor Assemble(Tensor[] products, int axis, Tensor output, Tensor input)
    {
        Shape shape = new([.. output.Shape.ToArray(), .. input.Shape.ToArray()]);
        return products.Length == 0
            ? Tensor.Full(shape, 0, dtype: input.DType, device: input.Device)
            : Tensor.Stack(products, axis).Reshape(shape);
    }

    private static Tensor Unit(Tensor like, int element)
    {
        var unit = Tensor.ZerosLike(like);
        unit.Backend.Fill(new(unit.Storage, Layout.Contiguous([(int)like.Count]).Select(0, element)), 1);
        return unit;
    }
}
