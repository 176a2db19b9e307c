namespace NotebookGrad.Tests.Inspection;

/// <summary>How many graphs a running total keeps alive. Alone, because messages name lines.</summary>
[Collection("alone")]
public class HeldInspectorTests
{
    private static readonly Tensor W = Tensor.Of([1.0, 2.0], requiresGrad: true);

    public HeldInspectorTests() => SourceLine.Replenish();

    [Fact]
    public void A_total_of_losses_holds_a_graph_for_each_and_one_of_numbers_none()
    {
        var (total, number) = (Tensor.Of(0.0).Named("total"), Tensor.Of(0.0));
        for (var step = 0; step < 5; step++)
        {
            var loss = (W * step).Pow(2).Sum() + W.Sum();
            total = (total + loss).Named("total");
            number = number + loss.Detach();
        }

        var held = Graph.Held(total);
        Assert.Equal((5L, 30L), (held.Count, held.Operations));
        Assert.Equal(Memory.Ledger(total).TotalBytes, held.Bytes);
        var text = System.Text.RegularExpressions.Regex.Replace(held.ToString(), "[0-9,]+ bytes", "N bytes");
        Assert.Equal(
            $"total [] holds 5 graphs: 30 operations, N bytes. It was added up ({held.Line}) from results that still know "
            + "how they came about, and keeps all of that alive. To add up numbers only: total += loss.Item<float>(), or "
            + "total += loss.Detach().",
            text);
        Assert.Equal(0, Graph.Held(number).Count);
        Assert.Equal("an unnamed scalar holds no graph", Graph.Held(number).ToString());
    }

    [Fact]
    public void A_total_in_place_is_counted_too()
    {
        var total = Tensor.Of(0.0);
        for (var step = 0; step < 4; step++)
        {
            total += (W * step).Pow(2).Sum();
        }

        Assert.Equal(4, Graph.Held(total).Count);
    }

    [Fact]
    public void A_loss_of_two_terms_is_one_graph()
    {
        var loss = W.Pow(2).Sum() + W.Sum();
        var held = Graph.Held(loss);
        Assert.Equal((1L, 4L), (held.Count, held.Operations));
        Assert.Contains("holds one graph: 4 operations", held.ToString());
        Assert.Equal(0, Graph.Held(W).Count);
    }
}
