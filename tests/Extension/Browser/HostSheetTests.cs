using NotebookGrad.Tests.Samples;

namespace NotebookGrad.Tests.Browser;

[Collection(BrowserTests.Name)]
public class HostSheetTests(SharedBrowser browser)
{
    private const string Probe =
        """
        <div id="probe"><h3>title</h3><p>text <a href="#x">link</a> <code>code</code> <b>bold</b></p>
        <table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>
        <ol><li>one</li></ol><pre>pre</pre><details open><summary>more</summary>inside</details>
        <label><input type="radio" name="step">label</label><svg width="9" height="9"><text>t</text></svg></div>
        """;

    /// <summary>What hosts say of the elements in their outputs, each in a form of the host's.</summary>
    public static TheoryData<string, string> Hosts => new()
    {
        {
            "JupyterLab",
            """
            .host table{border-collapse:collapse;border-spacing:0;border:none;font-size:12px;table-layout:fixed;
              margin-left:auto;margin-right:auto;margin-bottom:1em}
            .host td,.host th,.host tr{vertical-align:middle;padding:.5em;line-height:normal;white-space:normal;
              max-width:none;border:none;text-align:right}
            .host tbody tr:nth-child(odd){background:#eee}.host tbody tr:hover{background:#def}
            .host ol,.host ul{padding-left:2em;margin:1em 0}.host img{max-width:100%;height:auto}
            .host pre,.host code{background:#ddd;padding:1px 5px;font-size:13px}.host summary{font-weight:bold}
            .host{font-family:serif;line-height:1.7;font-size:17px}.host p,.host details{margin-bottom:1em}
            """
        },
        {
            "classic notebook",
            """
            .host{font-size:21px;color:#00f}.host table{margin-left:auto;margin-right:auto;border:none;color:black}
            .host th,.host td,.host tr{text-align:right;vertical-align:middle;padding:.5em;max-width:none;border:none}
            .host tbody tr:nth-child(odd){background:#f5f5f5}.host *+table{margin-top:1em}.host img{display:block;
              margin-left:auto;margin-right:auto}.host pre{margin:1em 2em;padding:0;background:#fff}
            .host ol{list-style:upper-roman;margin:0;padding-left:2em}.host li>ol{list-style:disc}
            """
        },
        {
            ".NET Interactive",
            """
            table td{text-align:start!important;font-family:serif}table th{background:#ccc}table{border:1px solid red}
            td,th{padding:9px;border:1px solid #999}.dni-plaintext pre{margin:0}pre{background:yellow;padding:9px}
            details>summary{color:red;list-style:square}
            """
        },
        {
            "a reset",
            """
            *,*::before,*::after{box-sizing:border-box}h1,h2,h3{margin:0;font-weight:500}img,svg{vertical-align:middle}
            ol,ul,dl{margin:0 0 1rem;padding-left:2rem;list-style:none}pre,code{font-family:serif;font-size:.875em;
              overflow:auto;margin:0 0 1rem}b,strong{font-weight:900}label{display:inline-block;margin-bottom:.5rem;
              font-weight:700}input{margin:9px;line-height:2}table{caption-side:bottom;border-collapse:collapse}
            th{text-align:inherit;font-weight:700}body{line-height:2;letter-spacing:1px;text-transform:uppercase}
            """
        },
    };

    [BrowserTheory]
    [MemberData(nameof(Hosts))]
    public async Task A_host_does_not_bend_a_view(string host, string sheet)
    {
        var views = ShowcasePage.Of(Showcase.All).Replace("<body>", "<body><div class=\"host\">");
        await using var alone = await browser.Open(views);
        await using var hosted = await browser.Open(views.Replace("<body>", $"<body><style>{sheet}</style>"));
        await hosted.Picture($"host {host}");
        var (expected, actual) = (
            await alone.Find<string[]>("looks", ".nbgrad-view"), await hosted.Find<string[]>("looks", ".nbgrad-view"));
        var bent = expected.Zip(actual).Where(pair => pair.First != pair.Second).ToArray();
        Assert.True(bent.Length == 0, $"{bent.Length} by {host}:\n{string.Join('\n', bent.Take(20))}");
    }

    [BrowserFact]
    public async Task A_view_does_not_bend_its_host()
    {
        await using var before = await browser.Open($"<!DOCTYPE html><meta charset=\"utf-8\"><body>{Probe}");
        var views = string.Concat(Showcase.All.Select(part => part.View.ToHtml()));
        await using var after = await browser.Open(
            $"<!DOCTYPE html><meta charset=\"utf-8\"><body>{Probe}{views}");
        Assert.Equal(await before.Find<string[]>("looks", "#probe"), await after.Find<string[]>("looks", "#probe"));
    }
}
