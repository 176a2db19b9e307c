using NotebookGrad.Exploration;
using NotebookGrad.Nn;

namespace NotebookGrad;

/// <content>A loss over two directions in the space of the weights.</content>
public static partial class Explore
{
    private const int FewestPoints = 3;
    private const int MostPoints = 101;

    /// <summary>
    /// A loss in a plane through a module's weights: along two random directions, by which each filter moves as far as
    /// it is long (Li et al., Visualizing the Loss Landscape of Neural Nets, 2018), or along the two principal ones of
    /// the path of a training. The function is called unrecorded, once for each place; parameters, buffers and
    /// gradients are then as before, to the last bit, also if it fails.
    /// </summary>
    /// <param name="model">The module whose parameters move.</param>
    /// <param name="loss">
    /// Works the loss out, without <c>Backward</c>; by the same data each time, and best of a module that does not
    /// train.
    /// </param>
    /// <param name="path">Where the weights have been.</param>
    /// <param name="radius">
    /// How far the plane reaches where no path says so: 1 is as far as the weights are long.
    /// </param>
    /// <param name="points">How many places there are along a direction, 3 to 101.</param>
    /// <param name="seed">The seed of random directions.</param>
    /// <exception cref="ArgumentException">
    /// There are no parameters, the path is another module's or lies on a line, the radius is not above 0, there are
    /// too few or too many points, or the function gives no single number.
    /// </exception>
    public static LossSurface LossSurface(
        Module model, Func<Tensor> loss, WeightPath? path = null, double radius = 1, int points = 25, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(loss);
        var parameters = model.Parameters;
        CheckSurface(parameters, radius, points);
        if (path is not null && !path.Parameters.SequenceEqual(parameters))
        {
            throw new ArgumentException(
                $"loss_surface: the path was recorded of other parameters than {model.Name}'s; give it that module");
        }

        var plane = path is null
            ? PlaneDirections.Random(parameters, seed)
            : PlaneDirections.Principal(parameters, path.Places);
        var tensors = ModuleTree.Tensors(model).Select(entry => entry.Tensor);
        return SurfaceInspector.Inspect(tensors, parameters, loss, plane, path?.Places ?? [], radius, points);
    }

    /// <summary>The same of any parameters along two directions of one's own, taken as they are.</summary>
    /// <param name="parameters">The tensors that move.</param>
    /// <param name="loss">Works the loss out, without <c>Backward</c>.</param>
    /// <param name="first">The first direction: for each parameter a tensor of its shape.</param>
    /// <param name="second">The second direction.</param>
    /// <param name="radius">How far the plane reaches, in directions.</param>
    /// <param name="points">How many places there are along a direction, 3 to 101.</param>
    /// <example><c>Explore.LossSurface([w, b], () => loss(), [1, 0], [0, 1], radius: 4)</c></example>
    /// <exception cref="ArgumentException">
    /// There are no parameters, a direction does not fit them, the radius is not above 0, there are too few or too many
    /// points, or the function gives no single number.
    /// </exception>
    public static LossSurface LossSurface(
        IReadOnlyList<Tensor> parameters,
        Func<Tensor> loss,
        IReadOnlyList<Tensor> first,
        IReadOnlyList<Tensor> second,
        double radius = 1,
        int points = 25)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(loss);
        CheckSurface(parameters, radius, points);
        var plane = new PlaneDirections(Direction(parameters, first), Direction(parameters, second), "as given");
        return SurfaceInspector.Inspect(parameters, parameters, loss, plane, [], radius, points);
    }

    private static void CheckSurface(IReadOnlyList<Tensor> parameters, double radius, int points)
    {
        if (parameters.Count == 0)
        {
            throw new ArgumentException("loss_surface: there are no parameters that could move");
        }

        if (!(radius > 0 && double.IsFinite(radius)) || points is < FewestPoints or > MostPoints)
        {
            throw new ArgumentException(
                $"loss_surface: radius {radius} and {points} points; give a finite radius above 0, and {FewestPoints} to "
                + $"{MostPoints} points");
        }
    }

    private static Tensor[] Direction(IReadOnlyList<Tensor> parameters, IReadOnlyList<Tensor> direction)
    {
        ArgumentNullException.ThrowIfNull(direction);
        var fits = direction.Count == parameters.Count
            && direction.Zip(parameters).All(pair => pair.First.Shape == pair.Second.Shape);
        return fits
            ? [.. direction.Select(part => part.Detach().To(DType.Float64))]
            : throw new ArgumentException(
                $"loss_surface: a direction is {Shapes(direction)}, and the parameters are {Shapes(parameters)}; give a "
                + "tensor of the same shape for each");
    }

    private static string Shapes(IReadOnlyList<Tensor> tensors) =>
        string.Join(", ", tensors.Select(tensor => tensor.Shape));
}
