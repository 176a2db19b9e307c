using NotebookGrad.Inspection;
using NotebookGrad.Nn;
using NotebookGrad.Tests.Programs;

namespace NotebookGrad.Tests.Inspection;

/// <summary>The timeline against what the ledger and hooks see while a graph is recorded and differentiated.</summary>
public class TimelineInspectorTests
{
    [Fact]
    public void Recording_adds_what_the_ledger_finds_after_each_operation() => Assert.All(Programs(), program =>
    {
        var (loss, kept) = Record(program);
        var forward = Forward(loss);
        Assert.Equal(Memory.Ledger(loss).SavedBytes, Memory.Timeline(loss).KeptBytes);
        Assert.All(kept, seen => Assert.Equal(seen.Bytes, forward.Last(moment => moment.Id <= seen.Id).KeptBytes));
    });

    [Fact]
    public void Backward_goes_as_hooks_see_it() => Assert.All(Programs(), program =>
    {
        var loss = Record(program).Loss;
        var timeline = Memory.Timeline(loss);
        var (seen, alive) = (new List<(long Id, long Bytes)>(), new Dictionary<long, long> { [loss.Node!.Id] = 8 });
        foreach (var node in GraphWalk.NearestFirst([loss.Node!]).Where(node => node.Operation is not null))
        {
            node.RegisterHook((given, _) =>
            {
                foreach (var (operand, gradient) in node.Operands.Zip(given).Where(pair => pair.Second is not null))
                {
                    alive[operand.Id] = gradient!.Count * 8;
                }

                seen.Add((node.Id, alive.Values.Sum()));
                alive.Remove(node.Id);
                Assert.Equal(timeline.KeptBytes, Memory.Ledger(loss).SavedBytes);
            });
        }

        loss.Backward();
        Assert.Equal(
            timeline.Moments.Where(moment => moment.Phase == MemoryPhase.Backward)
                .Select(moment => (moment.Id, moment.GradientBytes)),
            seen);
        AssertEndsAs(Memory.Ledger(loss), timeline);
    });

    [Fact]
    public void Gradients_live_from_their_first_use_until_their_operation_is_through()
    {
        var (x, w) = (Tensor.Ones([100]), Tensor.Ones([100], requiresGrad: true));
        var loss = ((w * x).Exp() + w).Sum();
        var timeline = Memory.Timeline(loss);

        // mul keeps x, for w is not asked for by the derivative of w·x by w; exp its result; the others nothing.
        Assert.Equal(
            [("mul", 400L, 0L), ("exp", 400, 400), ("add", 400, 400), ("sum", 400, 400)],
            Forward(loss).Select(moment => (moment.Operation!, moment.LeafBytes, moment.SavedBytes)));

        // The sum's own of 4 bytes and the sum's operand; both operands of the sum; exp's, mul's and w's; mul's and
        // w's.
        Assert.Equal(
            [("sum", 404L), ("add", 1200), ("exp", 1200), ("mul", 800)],
            timeline.Moments.Where(moment => moment.Phase == MemoryPhase.Backward)
                .Select(moment => (moment.Operation!, moment.GradientBytes)));
        Assert.Equal((0L, 400L), (timeline.Moments[^1].KeptBytes, timeline.Moments[^1].GradientBytes));
        Assert.Equal(("add", 2000L), (timeline.Peak!.Operation, timeline.Peak.TotalBytes));
    }

    [Fact]
    public void A_second_pass_adds_to_the_gradients_that_are_there()
    {
        var w = Tensor.Ones([50], requiresGrad: true);
        var loss = w.Exp().Sum();
        loss.Backward(retainGraph: true);
        var timeline = Memory.Timeline(loss);
        Assert.All(Forward(loss), moment => Assert.Equal(200, moment.GradientBytes));
        loss.Backward();
        AssertEndsAs(Memory.Ledger(loss), timeline);
        Assert.Equal(200, timeline.Moments[^1].GradientBytes);
    }

    [Fact]
    public void Retained_gradients_stay()
    {
        var hidden = Tensor.Ones([50], requiresGrad: true).Exp();
        hidden.RetainGrad();
        var loss = hidden.Sum();
        var timeline = Memory.Timeline(loss);
        loss.Backward();
        AssertEndsAs(Memory.Ledger(loss), timeline);
        Assert.Equal(400, timeline.Moments[^1].GradientBytes);
    }

    [Fact]
    public void Gradients_are_of_the_dtype_that_a_module_was_brought_to()
    {
        var layer = new Linear(6, 4).To(DType.Float64);
        var loss = layer.Call(Tensor.Ones([3, 6], dtype: DType.Float64)).Sum();
        var timeline = Memory.Timeline(loss);
        loss.Backward();
        AssertEndsAs(Memory.Ledger(loss), timeline);
        Assert.Equal(((6 * 4) + 4) * sizeof(double), timeline.Moments[^1].GradientBytes);
    }

    [Fact]
    public void A_checkpoint_fills_when_backward_comes_and_empties_as_it_goes()
    {
        var x = Tensor.Randn([500], requiresGrad: true);
        var loss = Autograd.Checkpoint(input => input.Exp().Sin().Tanh(), x * 2).Sum();
        var timeline = Memory.Timeline(loss);
        Assert.Equal(2004, Forward(loss)[^1].KeptBytes); // the checkpoint's input, and the 2
        var seen = new Dictionary<long, long>();
        foreach (var node in GraphWalk.NearestFirst([loss.Node!]).Where(node => node.Operation is not null))
        {
            node.RegisterHook((_, _) => seen[node.Id] = Memory.Ledger(loss).SavedBytes);
        }

        loss.Backward();
        var backward = timeline.Moments.Where(moment => moment.Phase == MemoryPhase.Backward).ToArray();
        Assert.Equal(["sum", "tanh", "sin", "exp", "mul"], backward.Select(moment => moment.Operation!));
        
        // What exp gives is kept by exp and by sin, and there once.
        Assert.Equal([2004L, 6004, 4004, 4004, 2004], backward.Select(moment => moment.KeptBytes));
        Assert.Equal(backward.Select(moment => moment.KeptBytes), backward.Select(moment => seen[moment.Id]));
    }

    [Fact]
    public void What_is_packed_counts_in_its_form_and_once()
    {
        var x = Tensor.Randn([2000], requiresGrad: true);
        Tensor loss;
        using (Autograd.SaveAsFloat16())
        {
            var hidden = x.Tanh();
            loss = (hidden.Sin() + hidden.Cos()).Sum();
        }

        Assert.Equal([4000L, 4000, 4000, 4000, 4000], Forward(loss).Select(moment => moment.SavedBytes));
        Assert.Equal(Memory.Ledger(loss).SavedBytes, Memory.Timeline(loss).KeptBytes);
    }

    [Fact]
    public void Copies_made_before_a_change_in_place_count_where_they_are_kept()
    {
        var x = Tensor.Randn([300], requiresGrad: true);
        var y = x.Sin();
        var z = y.Exp();
        y.Mul_(x);
        var loss = (z + y).Sum();
        Assert.Equal(Memory.Ledger(loss).SavedBytes, Memory.Timeline(loss).KeptBytes);
        var timeline = Memory.Timeline(loss);
        loss.Backward();
        AssertEndsAs(Memory.Ledger(loss), timeline);
    }

    [Fact]
    public void After_backward_what_is_left_is_told_and_how_to_see_more()
    {
        var w = Tensor.Ones([5], requiresGrad: true);
        var loss = w.Exp().Sum().Named("loss");
        loss.Backward();
        var timeline = Memory.Timeline(loss);
        Assert.True(timeline.Freed);
        Assert.Equal([(0L, 20L), (0, 20)], timeline.Moments.Select(moment => (moment.KeptBytes, moment.GradientBytes)));
        Assert.EndsWith("Take the timeline before Backward, or call Backward(retainGraph: true).", timeline.ToString());
    }

    [Fact]
    public void What_nobody_computed_has_no_moments()
    {
        Assert.Empty(Memory.Timeline(Tensor.Of(1f)).Moments);
        Assert.Contains("keeps nothing", Memory.Timeline(Tensor.Of(1f, requiresGrad: true)).ToString());
    }

    [Fact]
    public void A_chain_of_ten_thousand_has_a_moment_for_each()
    {
        var y = Tensor.Of(0.5f, requiresGrad: true);
        for (var step = 0; step < 10_000; step++)
        {
            y = y.Tanh();
        }

        var timeline = Memory.Timeline(y);
        Assert.Equal(20_001, timeline.Moments.Count);
        Assert.Equal(40_000, timeline.KeptBytes);
    }

    private static IEnumerable<StoredProgram> Programs() => StoredProgram.All.Take(60);

    private static MemoryMoment[] Forward(Tensor loss) =>
        [.. Memory.Timeline(loss).Moments.Where(moment => moment.Phase == MemoryPhase.Forward)];

    private static void AssertEndsAs(MemoryLedger ledger, MemoryTimeline timeline)
    {
        Assert.Equal(0, ledger.SavedBytes);
        Assert.Equal(0, timeline.Moments[^1].KeptBytes);
        Assert.Equal(
            ledger.Entries.Where(entry => entry.Kind == LedgerKind.Gradient).Sum(entry => entry.Bytes),
            timeline.Moments[^1].GradientBytes);
    }

    // The sum of all results so far, so that the ledger sees all of them.
    private static (Tensor Loss, List<(long Id, long Bytes)> Kept) Record(StoredProgram program)
    {
        var values = ProgramSuite.Leaves(program).ToList();
        var loss = values.Select(leaf => leaf.Sum()).Aggregate((a, b) => a + b);
        var kept = new List<(long Id, long Bytes)>();
        foreach (var step in program.Steps)
        {
            var value = ProgramSteps.All[step.Operation]([.. step.Operands.Select(place => values[place])], step.Parameters);
            values.Add(value);
            loss = loss + value.Sum();
            kept.Add((loss.Node!.Id, Memory.Ledger(loss).SavedBytes));
        }

        return (loss, kept);
    }
}
