namespace NotebookGrad.Tests.Samples;

/// <summary>Names that try to become markup, style or script: every way out of a place, and all to do there.</summary>
internal static class HostileNames
{
    private static readonly string[] WaysOut =
    [
        "", "\">", "'>", "\" ", "' ", "`", ">", "-->", "]]>", "*/", ";}", "\\\">", "&quot;>", "&#39;&gt;", "%22%3E",
        "\0\">", "</style>", "</title>", "</textarea>", "</svg>", "</text></g>", "</table></details>",
        "</pre></script>",
    ];

    private static readonly string[] Payloads =
    [
        "<script>window.ran=1</script>",
        "<ScRiPt >window.ran=1</sCrIpT>",
        "<img src=x onerror=window.ran=1>",
        "<svg onload=window.ran=1>",
        "<svg><animate onbegin=window.ran=1 attributeName=x dur=1s>",
        "<svg><foreignObject><iframe srcdoc='<script>parent.ran=1</script>'>",
        "<image href=//evil.test/i>",
        "<use href='//evil.test/u#x'/>",
        "<iframe src='javascript:parent.ran=1'></iframe>",
        "<a href='javascript:window.ran=1' autofocus onfocus=window.ran=1>go</a>",
        "<input autofocus onfocus=window.ran=1>",
        "<details open ontoggle=window.ran=1>",
        "<math><mtext><table><mglyph><style><img src=x onerror=window.ran=1>",
        "<style>*{display:none;background:url(//evil.test/s)}</style>",
        "<link rel=stylesheet href=//evil.test/l>",
        "<meta http-equiv=refresh content='0;url=//evil.test/m'>",
        "<base href=//evil.test/>",
        "<form action=//evil.test/f><button>go</button>",
        "<template><script>window.ran=1</script></template>",
        "<!-- <b>",
        "<![CDATA[<script>window.ran=1</script>",
        "<?xml-stylesheet href='//evil.test/x'?>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
        "onmouseover=window.ran=1 style=position:fixed;inset:0 x=",
        "style=\"background:url(//evil.test/b)\" class=nbgrad-view id=x name=x",
        "background:url(//evil.test/c);content:'x'} *{display:none",
        "@import '//evil.test/d';",
        "data:text/html,<script>parent.ran=1</script>",
        "javascript:window.ran=1",
        "${window.ran=1}{{constructor.constructor('window.ran=1')()}}",
        "&lt;script&gt;window.ran=1&lt;/script&gt;",
        "&#x3c;img src=x onerror=window.ran=1&#x3e;",
        "\u202E<b>\u2066\u200B\uFEFF",
    ];

    /// <summary>Every second pair, as on a chessboard: each way out meets half of the payloads.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. WaysOut.SelectMany(way => Payloads.Select(payload => way + payload)).Where((_, index) => index % 2 == 0)];
}
