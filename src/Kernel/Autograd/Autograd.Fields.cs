namespace NotebookGrad;

/// <content>
/// Derivatives of vector analysis, by forward mode. The last axis of the input is the coordinates; leading axes list
/// points, each of which the function must treat by itself.
/// </content>
public static partial class Autograd
{
    /// <summary>Σᵢ ∂fᵢ/∂xᵢ of a vector field.</summary>
    /// <param name="field">A function whose value has its input's shape.</param>
    /// <param name="input">Points, [n] or [points, n].</param>
    /// <param name="createGraph">Whether the result stays connected to all that the field used.</param>
    /// <returns>A number for each point: the input's shape without its last axis.</returns>
    /// <exception cref="ArgumentException">The shapes differ, or the input has no axis.</exception>
    public static Tensor Divergence(Func<Tensor, Tensor> field, Tensor input, bool createGraph = false)
    {
        var traced = new Traced("divergence", OfOne(field), [input], createGraph);
        VectorField.RequireField("divergence", traced);
        return traced.Finished(VectorField.Recorded(traced, () => VectorField.Sum(
            traced, i => VectorField.Component(traced.Push([VectorField.Axis(traced, i)]), i))));
    }

    /// <summary>
    /// The rotation of a vector field in space, ∇ × f, or in the plane, ∂f₁/∂x₀ − ∂f₀/∂x₁.
    /// </summary>
    /// <param name="field">A function whose value has its input's shape.</param>
    /// <param name="input">Points, [3] or [points, 3], or with 2 for the plane.</param>
    /// <param name="createGraph">Whether the result stays connected to all that the field used.</param>
    /// <returns>In space a vector for each point, of the input's shape; in the plane a number for each point.</returns>
    /// <exception cref="ArgumentException">The shapes differ, or there are not 2 or 3 coordinates.</exception>
    public static Tensor Curl(Func<Tensor, Tensor> field, Tensor input, bool createGraph = false)
    {
        var traced = new Traced("curl", OfOne(field), [input], createGraph);
        VectorField.RequireField("curl", traced, 2, 3);
        return traced.Finished(VectorField.Recorded(traced, () =>
        {
            var axes = Enumerable.Range(0, input.Shape[^1]);
            Tensor[] by = [.. axes.Select(i => traced.Push([VectorField.Axis(traced, i)]))];
            Tensor Turn(int i, int j) => VectorField.Component(by[i], j) - VectorField.Component(by[j], i);
            return by.Length == 2 ? Turn(0, 1) : Tensor.Stack([Turn(1, 2), Turn(2, 0), Turn(0, 1)], dim: -1);
        }));
    }

    /// <summary>Σᵢ ∂²f/∂xᵢ² of a function of points, by forward mode over forward mode.</summary>
    /// <param name="function">A function that gives a number for each point.</param>
    /// <param name="input">Points, [n] or [points, n].</param>
    /// <param name="createGraph">Whether the result stays connected to all that the function used.</param>
    /// <returns>A number for each point: the input's shape without its last axis.</returns>
    /// <exception cref="ArgumentException">The function gives something else, or the input has no axis.</exception>
    public static Tensor Laplacian(Func<Tensor, Tensor> function, Tensor input, bool createGraph = false)
    {
        var traced = new Traced("laplacian", OfOne(function), [input], createGraph);
        VectorField.RequirePointwise("laplacian", traced);
        return traced.Finished(VectorField.Recorded(traced, () => VectorField.Sum(traced, i =>
        {
            Tensor[] axis = [VectorField.Axis(traced, i)];
            using (EnableGrad())
            {
                var slope = ForwardPass.Push(traced.Output, traced.Inputs, axis);
                return ForwardPass.Push(slope, traced.Inputs, axis);
            }
        })));
    }
}
