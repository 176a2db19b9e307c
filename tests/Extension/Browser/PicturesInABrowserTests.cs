using NotebookGrad.Inspection;
using NotebookGrad.Scenes;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Browser;

public class PicturesInABrowserTests
{
    private static readonly Dictionary<long, string> NoNames = [];

    // An image keeps its inside from scripts, so that each picture stands on the page a second time.
    private const string Script =
        """
        <pre id="result"></pre><script>
        addEventListener('load', () => {
          const found = [];
          const slack = 0.5;
          const tell = (where, what) => found.push(where + ': ' + what);
          const inside = (a, b) => a.left >= b.left - slack && a.right <= b.right + slack
            && a.top >= b.top - slack && a.bottom <= b.bottom + slack;
          const meet = (a, b) => a.left < b.right - slack && b.left < a.right - slack
            && a.top < b.bottom - 2.5 && b.top < a.bottom - 2.5;
          for (const part of document.querySelectorAll('[data-word]')) {
            const word = part.dataset.word;
            for (const svg of part.querySelectorAll('svg')) {
              const frame = svg.getBoundingClientRect();
              const texts = [...svg.querySelectorAll('text')].map(text => ({
                text: text.textContent,
                box: text.getBoundingClientRect(),
                card: text.parentNode.querySelector(':scope > rect'),
              }));
              for (const one of texts) {
                if (!inside(one.box, frame)) tell(word, 'clipped: ' + one.text);
                if (one.card && part.dataset.cards && !inside(one.box, one.card.getBoundingClientRect()))
                  tell(word, 'out of its box: ' + one.text);
              }
              for (let i = 0; i < texts.length; i++)
                for (let j = i + 1; j < texts.length; j++)
                  if (meet(texts[i].box, texts[j].box))
                    tell(word, 'overlap: ' + texts[i].text + ' and ' + texts[j].text);
            }
            for (const image of part.querySelectorAll('img'))
              if (!image.naturalWidth) tell(word, 'image not drawn');
            for (const element of part.querySelectorAll('.nbgrad-view, .nbgrad-view *')) {
              const style = getComputedStyle(element);
              const isSpoken = element.closest('[style*=clip-path]');
              const scrolls = style.overflowX == 'auto' || isSpoken;
              if (!scrolls && style.display != 'inline' && element.scrollWidth > element.clientWidth + 1)
                tell(word, 'too wide: ' + element.tagName + ' ' + element.textContent.slice(0, 60));
            }
          }
          if (document.documentElement.scrollWidth > innerWidth) tell('page', 'scrolls sideways');
          found.push('measured ' + document.querySelectorAll('[data-word]').length);
          document.getElementById('result').textContent = found.join('\n');
        });
        </script>
        """;

    private static readonly (string Word, View View)[] Views =
    [
        ("square", new GraphView(Graphs.Square(), NoNames)),
        ("fan-out", new GraphView(Graphs.FanOut(), NoNames)),
        ("sum times difference", new GraphView(Graphs.SumTimesDifference(), NoNames)),
        ("softmax", new GraphView(Graphs.Softmax(), NoNames)),
        ("perceptron", new GraphView(Graphs.Perceptron(), NoNames)),
        ("chain", new GraphView(Graphs.Chain(30), NoNames)),
        ("residual", new GraphView(Graphs.Residual(4), NoNames)),
        ("not finite", new GraphView(Graphs.NotFinite(), NoNames)),
        ("weights", new TensorView(Tensors.Weights(12, 20), NoNames)),
        ("table", new TensorView(Tensors.Weights(4, 8), NoNames)),
        ("ledger", new LedgerView(Memory.Ledger(Tensor.Of(new[] { 1f, 2f }, requiresGrad: true) * 2f), NoNames)),
        ("curve", new CurveView(NastyCurves.Learning(1200))),
        ("many curves", new CurveView(NastyCurves.Many(9))),
        ("large numbers", new CurveView(NastyCurves.Large())),
        ("gradcheck", new GradCheckView(Reports.Large(60))),
        ("large derivatives", new GradCheckView(Reports.Of(GradCheckDiagnosis.Agreement, (-2.5e8, 1.5e8), (3e8, 3e8)))),
        ("no number", new GradCheckView(Reports.Of(GradCheckDiagnosis.NotFinite, (double.NaN, 0)))),
        ("held", new HeldGraphsView(new HeldGraphs("a_total_of_losses [1024, 1024]", 1000, 4000, 88_048, "cell 7:3"))),
    ];

    [BrowserFact]
    public void On_a_wide_page_nothing_overlaps_or_is_clipped() => Check(width: 1000, isDark: false);

    [BrowserFact]
    public void On_a_narrow_page_nothing_overlaps_or_is_clipped() => Check(width: 400, isDark: false);

    [BrowserFact]
    public void On_a_dark_page_nothing_overlaps_or_is_clipped() => Check(width: 700, isDark: true);

    [BrowserFact]
    public void Hostile_names_stay_in_their_place()
    {
        var parts = NastyViews.All.Where(part => part.Word.StartsWith("name", StringComparison.Ordinal));
        var result = Chromium.Measure(Page(parts), width: 600, isDark: false);

        // Words in letters that the machine may lack are not measured, only that nothing ran and all was drawn.
        Assert.DoesNotContain(result, line => line.Contains("image not drawn"));
        Assert.StartsWith("measured ", result[^1]);
    }

    private static void Check(int width, bool isDark) =>
        Assert.Equal([$"measured {Views.Length}"], Chromium.Measure(Page(Views), width, isDark));

    private static string Page(IEnumerable<(string Word, View View)> parts)
    {
        var body = string.Concat(parts.Select(part =>
        {
            var isGraph = part.View is GraphView ? " data-cards=\"1\"" : "";
            var picture = part.View.Picture is { } scene ? SvgWriter.Write(scene) : "";
            return $"<div data-word=\"{part.Word}\"{isGraph}>{part.View.ToHtml()}"
                + $"<div style=\"overflow-x:auto;width:100%\">{picture}</div></div>";
        }));
        return HtmlPage.Of("measured", body + Script);
    }
}
