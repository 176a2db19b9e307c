namespace NotebookGrad;

/// <content>
/// Derivatives of functions, as in <c>torch.func</c> and <c>torch.autograd.functional</c>. A transform calls its
/// function with inputs of its own, so that nothing is gathered in <c>.Grad</c>, and works inside <c>NoGrad</c>, too.
/// Transforms nest in any order: where an input is being differentiated by an outer transform, or requires a gradient
/// otherwise, results stay connected to it; <c>createGraph: true</c> connects them in any case, as to parameters that
/// the function captures. What a function does not depend on has derivative zero.
/// </content>
public static partial class Autograd
{
    /// <summary>A function's value, and the gradient of v·f by its input (vector-Jacobian product).</summary>
    /// <param name="function">What to differentiate.</param>
    /// <param name="input">Where; float32 or float64.</param>
    /// <param name="v">A tensor of the value's shape; may be left out where the value is a single number.</param>
    /// <param name="createGraph">Whether the results stay connected to all that the function used.</param>
    /// <exception cref="ArgumentException">The input holds whole numbers, or v does not fit.</exception>
    public static (Tensor Output, Tensor Gradient) Vjp(
        Func<Tensor, Tensor> function, Tensor input, Tensor? v = null, bool createGraph = false)
    {
        var (output, gradients) = Vjp(OfOne(function), [input], v, createGraph);
        return (output, gradients[0]);
    }

    /// <summary>A function's value, and the gradients of v·f by its inputs (vector-Jacobian product).</summary>
    /// <inheritdoc cref="Vjp(Func{Tensor, Tensor}, Tensor, Tensor?, bool)"/>
    public static (Tensor Output, Tensor[] Gradients) Vjp(
        Func<Tensor[], Tensor> function, IReadOnlyList<Tensor> inputs, Tensor? v = null, bool createGraph = false)
    {
        var traced = new Traced("vjp", function, inputs, createGraph);
        return (traced.Result, traced.Pull(BackwardChecks.Seed(traced.Output, v)));
    }

    /// <summary>
    /// A function's value, and its derivative along a direction (Jacobian-vector product), by forward mode.
    /// </summary>
    /// <param name="function">What to differentiate.</param>
    /// <param name="input">Where; float32 or float64.</param>
    /// <param name="tangent">The direction, of the input's shape and dtype.</param>
    /// <param name="createGraph">Whether the results stay connected to all that the function used.</param>
    /// <exception cref="ArgumentException">
    /// The input holds whole numbers, or the tangent does not fit.
    /// </exception>
    public static (Tensor Output, Tensor Tangent) Jvp(
        Func<Tensor, Tensor> function, Tensor input, Tensor tangent, bool createGraph = false) =>
        Jvp(OfOne(function), [input], [tangent], createGraph);

    /// <inheritdoc cref="Jvp(Func{Tensor, Tensor}, Tensor, Tensor, bool)"/>
    public static (Tensor Output, Tensor Tangent) Jvp(
        Func<Tensor[], Tensor> function,
        IReadOnlyList<Tensor> inputs,
        IReadOnlyList<Tensor> tangents,
        bool createGraph = false)
    {
        var traced = new Traced("jvp", function, inputs, createGraph || tangents.Any(tangent => tangent.RequiresGrad));
        return (traced.Result, traced.Finished(traced.Push(tangents)));
    }

    /// <summary>The gradient of a function whose value is a single number.</summary>
    /// <param name="function">What to differentiate.</param>
    /// <param name="input">Where; float32 or float64.</param>
    /// <param name="createGraph">Whether the result stays connected to all that the function used.</param>
    /// <returns>A tensor of the input's shape.</returns>
    /// <exception cref="ArgumentException">
    /// The input holds whole numbers, or the value is not a single number.
    /// </exception>
    public static Tensor Gradient(Func<Tensor, Tensor> function, Tensor input, bool createGraph = false) =>
        Gradient(OfOne(function), [input], createGraph)[0];

    /// <inheritdoc cref="Gradient(Func{Tensor, Tensor}, Tensor, bool)"/>
    public static Tensor[] Gradient(
        Func<Tensor[], Tensor> function, IReadOnlyList<Tensor> inputs, bool createGraph = false)
    {
        var traced = new Traced("gradient", function, inputs, createGraph).RequireScalar();
        return traced.Pull(Tensor.OnesLike(traced.Output));
    }

    /// <summary>
    /// All derivatives of a function's elements by its input's: row by row in reverse mode, or column by column in
    /// forward mode, whichever are fewer.
    /// </summary>
    /// <param name="function">What to differentiate.</param>
    /// <param name="input">Where; float32 or float64.</param>
    /// <param name="createGraph">Whether the result stays connected to all that the function used.</param>
    /// <returns>A tensor whose shape is the value's followed by the input's.</returns>
    /// <exception cref="ArgumentException">The input holds whole numbers.</exception>
    public static Tensor Jacobian(Func<Tensor, Tensor> function, Tensor input, bool createGraph = false) =>
        Jacobian(OfOne(function), [input], createGraph)[0];

    /// <returns>For each input a tensor whose shape is the value's followed by the input's.</returns>
    /// <inheritdoc cref="Jacobian(Func{Tensor, Tensor}, Tensor, bool)"/>
    public static Tensor[] Jacobian(
        Func<Tensor[], Tensor> function, IReadOnlyList<Tensor> inputs, bool createGraph = false) =>
        Jacobians.First(new Traced("jacobian", function, inputs, createGraph));

    /// <summary>
    /// All second derivatives of a function whose value is a single number, by forward mode over reverse mode; zeros
    /// where it is linear.
    /// </summary>
    /// <param name="function">What to differentiate.</param>
    /// <param name="input">Where; float32 or float64.</param>
    /// <param name="createGraph">Whether the result stays connected to all that the function used.</param>
    /// <returns>A tensor whose shape is the input's twice.</returns>
    /// <exception cref="ArgumentException">
    /// The input holds whole numbers, or the value is not a single number.
    /// </exception>
    public static Tensor Hessian(Func<Tensor, Tensor> function, Tensor input, bool createGraph = false) =>
        Hessian(OfOne(function), [input], createGraph)[0][0];

    /// <returns>
    /// For each pair of inputs, at [i][j], a tensor whose shape is that of input i followed by that of input j.
    /// </returns>
    /// <inheritdoc cref="Hessian(Func{Tensor, Tensor}, Tensor, bool)"/>
    public static Tensor[][] Hessian(
        Func<Tensor[], Tensor> function, IReadOnlyList<Tensor> inputs, bool createGraph = false) =>
        Jacobians.Second(new Traced("hessian", function, inputs, createGraph).RequireScalar());

    /// <summary>
    /// The value of a function that gives a single number, and the product of its Hessian with a vector, by forward
    /// mode over reverse mode: no Hessian is formed.
    /// </summary>
    /// <param name="function">What to differentiate.</param>
    /// <param name="input">Where; float32 or float64.</param>
    /// <param name="v">The vector, of the input's shape and dtype.</param>
    /// <param name="createGraph">Whether the results stay connected to all that the function used.</param>
    /// <exception cref="ArgumentException">
    /// The input holds whole numbers, the value is not a single number, or v does not fit.
    /// </exception>
    public static (Tensor Output, Tensor Product) Hvp(
        Func<Tensor, Tensor> function, Tensor input, Tensor v, bool createGraph = false)
    {
        var (output, products) = Hvp(OfOne(function), [input], [v], createGraph);
        return (output, products[0]);
    }

    /// <inheritdoc cref="Hvp(Func{Tensor, Tensor}, Tensor, Tensor, bool)"/>
    public static (Tensor Output, Tensor[] Products) Hvp(
        Func<Tensor[], Tensor> function,
        IReadOnlyList<Tensor> inputs,
        IReadOnlyList<Tensor> v,
        bool createGraph = false)
    {
        var traced = new Traced("hvp", function, inputs, createGraph).RequireScalar();
        return (traced.Result, Jacobians.Along(traced, v));
    }

    private static Func<Tensor[], Tensor> OfOne(Func<Tensor, Tensor> function) => inputs => function(inputs[0]);
}
