namespace NotebookGrad.Tests.Samples;

/// <summary>Names that break what trusts them.</summary>
internal static class NastyNames
{
    public static IReadOnlyList<string?> All { get; } =
    [
        null,
        "",
        " ",
        "<script>alert(1)</script>",
        "</title></svg></style><img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)",
        "' style='x",
        "&lt;&amp;&#0;",
        "two\r\nlines\tand a tab",
        "]]> <!-- --> <![CDATA[",
        "{0} {y} {",
        "url(https://example.invalid/x)",
        "שלום\u202Eevil\u2066x",
        "\0\u0001\u001B[31m",
        "\uD800 broken \uDC00",
        "\uFFFE\uFFFF",
        "👩‍👩‍👧‍👦中文ｆｕｌｌ",
        "a" + new string('\u0301', 3000),
        new string('W', 5000),
        "∂loss/∂w",
    ];
}
