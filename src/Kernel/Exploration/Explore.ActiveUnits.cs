using NotebookGrad.Exploration;
using NotebookGrad.Nn;

namespace NotebookGrad;

/// <content>Units that have died.</content>
public static partial class Explore
{
    /// <summary>
    /// For each unit behind each ReLU of a network the share of inputs that it answers. One that answers none gets no
    /// gradient back through the ReLU, and never changes: it is dead. The network is called as after training.
    /// </summary>
    /// <param name="model">The network; ReLUs count as modules and as functions.</param>
    /// <param name="batch">Inputs; the more, the surer it is that a unit is dead.</param>
    /// <exception cref="ArgumentException">
    /// There is no ReLU behind what the network makes, or it has no units.
    /// </exception>
    public static UnitActivity ActiveUnits(Module<Tensor, Tensor> model, Tensor batch)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(batch);
        using (new Evaluation(model))
        using (Autograd.EnableGrad())
        {
            // So that frozen networks are recorded, too.
            var input = batch.Detach();
            input.RequiresGrad = input.DType.IsReal;
            return ActivityInspector.Behind(model.Call(input), model.Name);
        }
    }

    /// <summary>The same of a layer's activations, or of what goes into its ReLU.</summary>
    /// <param name="activations">[examples, units, …], such as channels with their places, or [units] of one.</param>
    /// <param name="name">What the layer is called.</param>
    /// <exception cref="ArgumentException">There are no units.</exception>
    public static UnitActivity ActiveUnits(Tensor activations, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(activations);
        return new([ActivityInspector.Of(name ?? activations.Name ?? "activations", activations)]);
    }
}
