namespace NotebookGrad.Tests;

/// <summary>Misuses of what records and differentiates; <see cref="Tensors.MisuseTests"/> says how to read them.</summary>
public static class AutogradMisuses
{
    private static readonly Tensor W = Tensor.Zeros(3, 4, requiresGrad: true).Named("w");
    private static readonly Tensor V = Tensor.Of([1f, 2f, 3f], requiresGrad: true).Named("v");
    private static readonly Tensor X = Tensor.Zeros(5).Named("x");
    private static readonly Tensor Whole = Tensor.Arange(0, 3).Named("n");

    public static TheoryData<string, Action> Rows() => new()
    {
        {
            "compile: there is no function; give one, such as x => (x * x).Sum() (Parameter 'function')",
            () => Autograd.Compile((Func<Tensor, Tensor>)null!)
        },
        {
            "compile: input 1 of the compiled function is null; give a tensor (Parameter 'inputs')",
            () => Autograd.Compile((Tensor a, Tensor b) => a + b).Call(Tensor.Ones([1]), null!)
        },
        {
            "module: the name \" \" is empty; give one that says what the part is, such as \"encoder\"",
            () => Graph.Module(" ").Dispose()
        },
        {
            "backward: x [5] has no graph behind it: nothing that it was computed from requires a gradient. "
            + "Create a leaf with requiresGrad: true, and compute outside of Autograd.NoGrad().",
            () => X.Backward()
        },
        {
            "backward of y [3]: it is not a single number, so say which combination of its elements to "
            + "differentiate: Backward(gradient: v) with v of shape [3] gives the vector-Jacobian product; or "
            + "differentiate y.Sum()",
            () => (V * 2).Named("y").Backward()
        },
        {
            "backward of y [3]: the gradient passed in is [5] float32 on cpu, but the output is [3] float32 on "
            + "cpu; they must agree",
            () => V.Exp().Named("y").Backward(gradient: X)
        },
        {
            "backward of y [3]: the gradient passed in is [3] float64 on cpu, but the output is [3] float32 on "
            + "cpu; they must agree",
            () => V.Exp().Named("y").Backward(gradient: Tensor.Ones(3, dtype: DType.Float64))
        },
        {
            "backward of y []: pow [3] (AutogradMisuses.cs:#) has already been differentiated, by the Backward "
            + "at AutogradMisuses.cs:#, which freed what it had kept. Compute the output again, or call the first "
            + "one as Backward(retainGraph: true). No gradient was changed.",
            Twice
        },
        {
            "backward of second []: it shares exp → hidden [3] (AutogradMisuses.cs:#) with an output that has "
            + "been differentiated before, by the Backward at AutogradMisuses.cs:#, which freed what the node had "
            + "kept. Call that one as Backward(retainGraph: true), or add both outputs and go backward once, or "
            + "compute the shared part again. No gradient was changed.",
            Shared
        },
        {
            "backward of mul [3] (AutogradMisuses.cs:#): it needs data [3], which was changed in place by mul_ "
            + "(AutogradMisuses.cs:#) after mul had used it (version 1, expected 0). Change a copy, x.Clone(), or "
            + "use the form without underscore. No gradient was changed.",
            SavedChanged
        },
        {
            "backward of exp → hidden [3] (AutogradMisuses.cs:#): it needs hidden [3], which was changed in "
            + "place by copy_ (AutogradMisuses.cs:#) after exp had used it (version 1, expected 0). Change a copy, "
            + "x.Clone(), or use the form without underscore. No gradient was changed.",
            SavedChangedThroughAView
        },
        {
            "y [3] has no .Grad, because mul → y [3] (AutogradMisuses.cs:#) made it: Backward keeps gradients "
            + "for leaves, which no operation made. Call RetainGrad() on it before Backward to have its gradient "
            + "kept, too.",
            () => _ = (V * 2).Named("y").Grad
        },
        {
            "y [3] has no .Grad to set: only leaves that require a gradient have one, and results that "
            + "RetainGrad() was called on",
            () => V.Exp().Named("y").Grad = V
        },
        {
            "grad: the gradient of w [3, 4] float32 on cpu cannot be x [5] float32 on cpu",
            () => W.Grad = X
        },
        {
            "x [5] has no .Grad to set: only leaves that require a gradient have one, and results that "
            + "RetainGrad() was called on",
            () => X.Grad = X
        },
        {
            "a tensor [3, 4] was made by mul [3, 4] (AutogradMisuses.cs:#); only a leaf can stop requiring a "
            + "gradient. Use x.Detach() for a copy without one.",
            () => (W * 2).RequiresGrad = false
        },
        {
            "n [3] is int64: only float32 and float64 have gradients; convert it with .To(DType.Float32)",
            () => Whole.RequiresGrad = true
        },
        {
            "grad: x [5] (input 0) requires no gradient, so the graph behind a tensor [] does not know it. "
            + "Create it with requiresGrad: true before it is used.",
            () => Autograd.Grad(W.Sum(), [X])
        },
        {
            "grad: a tensor [] does not depend on v [3] (input 1). If that is intended, pass allowUnused: true "
            + "and get null for it; else look whether a Detach() or another tensor of the same name stands in "
            + "between.",
            () => Autograd.Grad(W.Sum(), [W, V])
        },
        {
            "grad: 2 outputs and 1 gradients; give one for each output, null for a single number",
            () => Autograd.Grad([W.Sum(), V.Sum()], [W], [null])
        },
        {
            "jvp: exp [3] (AutogradMisuses.cs:#) has lost what it had kept, to the Backward at "
            + "AutogradMisuses.cs:#. Compute the output again, or call that one as Backward(retainGraph: true).",
            JvpOfWhatIsFreed
        },
        {
            "register_hook: x [5] requires no gradient, so none will ever arrive; make it a leaf with "
            + "requiresGrad: true, or compute it from one",
            () => X.RegisterHook(_ => null)
        },
        {
            "retain_grad: x [5] requires no gradient, so none will ever arrive; make it a leaf with "
            + "requiresGrad: true, or compute it from one",
            () => X.RetainGrad()
        },
        {
            "register_post_accumulate_grad_hook: y [3] was made by mul → y [3] (AutogradMisuses.cs:#); only "
            + "leaves accumulate. Use RegisterHook, which is called with the gradient.",
            () => (V * 2).Named("y").RegisterPostAccumulateGradHook(_ => { })
        },
        {
            "register_hook: accumulate_grad → v [3] is a leaf and hands no gradient on; use the tensor's "
            + "RegisterHook or RegisterPostAccumulateGradHook",
            () => V.Sum().GradFn.NextFunctions[0]!.RegisterHook((_, _) => null)
        },
        {
            "hook 1 of mul → y [3] (AutogradMisuses.cs:#) gave back [] float32 on cpu for a gradient [3] float32 "
            + "on cpu; a hook may change values only. No gradient was changed.",
            () => Hooked(y => y.RegisterHook(g => g.Sum()))
        },
        {
            "hook 1 of mul → y [3] (AutogradMisuses.cs:#) gave back [3] float64 on cpu for a gradient [3] "
            + "float32 on cpu; a hook may change values only. No gradient was changed.",
            () => Hooked(y => y.RegisterHook(g => g.To(DType.Float64)))
        },
        {
            "pre-hook 1 of mul → y [3] (AutogradMisuses.cs:#) gave back [1] float32 on cpu for a gradient [3] "
            + "float32 on cpu; a hook may change values only. No gradient was changed.",
            () => Hooked(y => y.GradFn.RegisterPreHook(g => g[..1]))
        },
        {
            "hook 1 of mul → y [3] (AutogradMisuses.cs:#) gave back 0 gradients for 2 operands. No gradient was "
            + "changed.",
            () => Hooked(y => y.GradFn.RegisterHook((_, _) => []))
        },
        {
            "hook 1 of mul → y [3] (AutogradMisuses.cs:#), operand 0, gave back [2] float32 on cpu for a "
            + "gradient [3] float32 on cpu; a hook may change values only. No gradient was changed.",
            () => Hooked(y => y.GradFn.RegisterHook((given, _) => [given[0]![..2], null]))
        },
        {
            "mul: a [3] was made under Autograd.InferenceMode() and cannot be kept for a derivative. Take "
            + "x.Clone() of it outside, or use Autograd.NoGrad() where it is made.",
            () => _ = V * Inferred()
        },
        {
            "a [3] was made under Autograd.InferenceMode() and cannot require a gradient; take x.Clone() of it "
            + "outside",
            () => Inferred().RequiresGrad_()
        },
        {
            "add_: a [3] was made under Autograd.InferenceMode() and must not change outside; change a copy, x.Clone()",
            () => Inferred().Add_(1)
        },
        {
            "twice [3] (AutogradMisuses.cs:#): its backward gave 0 gradients for 1 operands; give one for each, "
            + "null where there is none",
            () => Autograd.Function("twice", (_, x) => x[0] * 2, (_, g) => [])([V]).Sum().Backward()
        },
        {
            "twice [3] (AutogradMisuses.cs:#): its backward gave [] float32 for operand 0, which is [3] float32; "
            + "they must agree",
            () => Autograd.Function("twice", (_, x) => x[0] * 2, (_, g) => [g.Sum()])([V]).Sum().Backward()
        },
        {
            "none: 0 operands and 0 saved tensors beside them; an operation takes 1 to 30 in all",
            () => Autograd.Function("none", (_, _) => X, (_, g) => [])([])
        },
        {
            "total: its value is [] for an operand [3], but a slope belongs to a function of single elements. "
            + "Give it with forward and backward instead.",
            () => Autograd.Function("total", x => x.Sum(), (x, y) => x)(V)
        },
        {
            "swish [3] (AutogradMisuses.cs:#): its slope is [2] float32 for an operand [3] float32; they must "
            + "agree",
            () => Autograd.Function("swish", x => x * x.Sigmoid(), (x, y) => y[..2])(V).Sum().Backward()
        },
        {
            "checkpoint: its input data [3] was changed in place (AutogradMisuses.cs:#), and Backward must call "
            + "the function with it again. Change a copy, x.Clone(), or use the form without underscore. No "
            + "gradient was changed.",
            CheckpointChanged
        },
        {
            "checkpoint: the function did other operations, or on other shapes, when Backward called it again. "
            + "It must not depend on what changes in between, such as a counter or a switch. No gradient was "
            + "changed.",
            CheckpointDiffers
        },
        {
            "saved-tensor hooks: pack has changed a tensor [] in place, which its graph still uses; let it work "
            + "on a copy, x.Clone()",
            Packing
        },
        {
            "backward of exp → y [3] (AutogradMisuses.cs:#): it kept [3] float32 through saved-tensor hooks, and "
            + "unpack gave back [1] float32. No gradient was changed.",
            Unpacking
        },
    };

    private static void Twice()
    {
        var y = V.Pow(2).Sum().Named("y");
        y.Backward();
        y.Backward();
    }

    private static void Shared()
    {
        var hidden = V.Exp().Named("hidden");
        var first = hidden.Sum();
        var second = hidden.Pow(2).Sum().Named("second");
        first.Backward();
        second.Backward();
    }

    private static void SavedChanged()
    {
        var data = Tensor.Of([1f, 2f, 3f]).Named("data");
        var loss = (V * data).Sum();
        data.Mul_(2);
        loss.Backward();
    }

    private static void SavedChangedThroughAView()
    {
        var hidden = V.Exp().Named("hidden");
        var loss = hidden.Sum();
        hidden.Detach()[0] = 7;
        loss.Backward();
    }

    private static void JvpOfWhatIsFreed()
    {
        var y = V.Exp();
        y.Sum().Backward();
        Autograd.Jvp(y, [V], [V.Detach()]);
    }

    private static void Hooked(Func<Tensor, IDisposable> register)
    {
        var y = (V * 2).Named("y");
        register(y);
        y.Sum().Backward();
    }

    private static Tensor Inferred()
    {
        using (Autograd.InferenceMode())
        {
            return Tensor.Ones(3).Named("a");
        }
    }

    private static void CheckpointChanged()
    {
        var data = Tensor.Of([1f, 2f, 3f]).Named("data");
        var loss = Autograd.Checkpoint(x => x[0].Tanh() * x[1], V, data).Sum();
        data.Mul_(2);
        loss.Backward();
    }

    private static void CheckpointDiffers()
    {
        var calls = 0;
        Autograd.Checkpoint(x => calls++ == 0 ? x.Tanh().Tanh() : x.Tanh(), V).Sum().Backward();
    }

    private static void Packing()
    {
        using (Autograd.SavedTensorHooks(tensor => tensor.Add_(1), tensor => tensor))
        {
            (V * 1).Named("y").Exp();
        }
    }

    private static void Unpacking()
    {
        using (Autograd.SavedTensorHooks(tensor => tensor, tensor => tensor[..1]))
        {
            V.Exp().Named("y").Sum().Backward();
        }
    }
}
