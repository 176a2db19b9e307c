using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// The style of what lies over a graph's picture (spots to point at, folds that open, the way that a step lights up)
/// and beside it (steps, table). Where sheets are taken away, all that is left of it are lists below the picture.
/// </summary>
internal static class GraphSheet
{
    // A plot scrolls sideways and must not clip what is told of a node; so that is placed by the plot around the
    // scroller, at the height where it stands in the flow. For the same reason a spot is moved by margins.
    private const string Plot =
        """
        .nbgrad-plot{position:relative}
        .nbgrad-grid{display:grid;grid-template-columns:100%;--p:calc(min(100%,var(--n))/100)}
        .nbgrad-grid>*{grid-area:1/1}
        .nbgrad-grid>svg{width:min(100%,var(--n));height:auto;pointer-events:none;z-index:1}
        & path{visibility:hidden;outline:0!important;stroke:var(--g);stroke-width:6;stroke-linecap:round}
        & u{display:block;text-decoration:none;justify-self:start;align-self:start;
          margin:calc(var(--y)*var(--p)) 0 0 calc(var(--x)*var(--p));width:calc(var(--w)*var(--p));
          border-radius:9px;cursor:help}
        & u::before{content:"";display:block;aspect-ratio:var(--w)/var(--h)}
        & u:hover::after,& :focus-visible>u::after,& u:focus-visible::after{content:attr(aria-label);
          position:absolute;z-index:9;left:clamp(0px,var(--x)*var(--p),100% - 270px);width:max-content;
          max-width:min(350px,92vw);margin-top:6px;padding:6px 10px;
          border:1px solid var(--m);border-radius:8px;white-space:pre-line;overflow-wrap:anywhere;
          background:var(--b);color:var(--i);font-size:12px;box-shadow:0 3px 14px #0004;
          pointer-events:none}
        & .ngr:hover::after,& .ngr:focus-visible::after{left:auto;
          right:max(0px,100% - (var(--x) + var(--w))*var(--p))}
        """;

    private const string Folds =
        """
        .nbgrad-fold{pointer-events:none}
        .nbgrad-fold[open]{z-index:3}
        .nbgrad-fold>summary{display:block;font-size:0}
        .nbgrad-fold>summary>u{pointer-events:auto;cursor:zoom-in}
        .nbgrad-fold[open]>summary>u{cursor:zoom-out;box-shadow:0 0 0 3px var(--f)}
        .nbgrad-fold[open]>summary>u::after{display:none}
        .nbgrad-fold>div{pointer-events:auto;margin:6px 0 4px;padding:6px 8px;border:2px solid var(--f);
          border-radius:10px;background:var(--b);box-shadow:0 5px 20px #0005}
        .nbgrad-fold>div::before{content:attr(aria-label)" ";font-weight:600}
        @media print{
        .nbgrad-fold>div{box-shadow:none}
        .nbgrad-fold>div::before{display:none}
        .nbgrad-fold>summary{font-size:inherit}}
        """;

    // A click on what a label is followed by is one on the label, wherever that stands: "next" belongs to the row after
    // the chosen one, "previous" to the row before it.
    private const string Steps =
        """
        .nbgrad-steps{position:relative}
        & ol{max-height:20em;overflow-y:auto;margin:4px 0 0!important;padding:0 0 0 34px!important}
        & li{margin:0!important;padding:0!important;border:0!important}
        & li::marker,& small{color:var(--m);font-size:inherit}
        & input{appearance:none;width:1px;height:1px;margin:0!important;padding:0;border:0;opacity:0;float:left;
          scroll-margin:3em}
        & label{display:block;margin:0!important;padding:3px 8px;border-radius:6px;cursor:pointer;font:inherit;
          color:inherit;overflow-wrap:anywhere;white-space:pre-wrap}
        & div>label{padding-right:170px}
        & label:hover{background:var(--s)}
        & li>label:has(:checked){background:color-mix(in srgb,var(--g) 10%,var(--b));
          box-shadow:inset 3px 0 var(--g);outline:1px solid transparent}
        & label:has(:focus-visible){outline:2px solid var(--f)!important;outline-offset:-2px}
        .nbgrad-steps b,& em{color:var(--g);font-style:normal;white-space:nowrap}
        & i{color:var(--f);font-style:normal}
        & label::after{position:absolute;top:-4px;right:12px;padding:2px 10px;border:1px solid var(--m);
          border-radius:12px;background:var(--b);font:12px SANS}
        & :has(:checked)+ol>:first-child>label::after{content:"step through ›";content:"step through ›"/""}
        & li:has(:checked)+li>label::after{content:"next ›";content:"next ›"/""}
        & label:has(+ol>:first-child :checked)::after,& li:has(+li :checked)>label::after{right:78px;
          content:"‹ previous";content:"‹ previous"/""}
        """;

    private const string Print =
        """
        @media print{
        .nbgrad-grid{display:block}
        .nbgrad-grid,.nbgrad-grid img{min-width:0!important}
        & svg,& label::after,.nbgrad-grid>u,summary>u{display:none!important}
        & details::details-content{content-visibility:visible;height:auto}
        & td{white-space:normal!important}
        & *{max-height:none!important;overflow:visible!important}}
        """;

    /// <summary>The rules of a graph's page; a step lights up its parts of the picture.</summary>
    public static string Rules(bool hasFolds, int steps) =>
        (Plot + (hasFolds ? Folds : "") + (steps > 0 ? Steps + LitBy(steps) : "") + Print)
            .Replace("SANS", SvgStyle.SansFamily);

    private static string LitBy(int steps) =>
        string.Join(',', Enumerable.Range(1, steps).Select(step => $"&:has(li:nth-child({step}) :checked) .ng{step}"))
        + "{visibility:visible;outline:4px solid var(--g)}";
}
