using NotebookGrad.Exports;
using NotebookGrad.Inspection;
using NotebookGrad.Views;

namespace NotebookGrad;

/// <summary>Looks at tensors, nodes, graphs and ledgers outside a notebook: in a console, a program, a file.</summary>
public static class InspectableExtensions
{
    extension(IInspectable thing)
    {
        /// <summary>
        /// The picture as one HTML element that needs nothing from outside: no script, no network, no fonts.
        /// </summary>
        public string ToHtml() => ViewOf.Thing(thing).ToHtml();

        /// <summary>The picture in characters, for a terminal.</summary>
        public string ToText() => ViewOf.Thing(thing).ToText();

        /// <summary>The drawing alone, as an SVG document with its own style in both themes.</summary>
        /// <exception cref="ArgumentException">There is no drawing; the message says which forms there are.</exception>
        public string ToSvg() => ExportFile.Svg(ViewOf.Thing(thing));

        /// <summary>
        /// What the picture tells, as JSON: the public properties of the snapshot (such as
        /// <see cref="GraphSnapshot"/>) under their names in lower camel case, after <c>kind</c>, which is the
        /// snapshot's type. Numbers are written so that they are read back the same; NaN and ±∞ are the strings
        /// <c>"NaN"</c>, <c>"Infinity"</c> and <c>"-Infinity"</c>, a shape is an array, a module the array of names
        /// that lead to it.
        /// </summary>
        public string ToJson() => JsonExport.Of(thing);

        /// <summary>
        /// Writes the picture to a file: a page of its own as <c>.html</c>, a drawing as <c>.svg</c>, characters as
        /// <c>.txt</c>, data as <c>.json</c>; a graph also for Graphviz as <c>.dot</c> or <c>.gv</c>, and for Mermaid
        /// as <c>.mmd</c> or, in a fence, as <c>.md</c>.
        /// </summary>
        /// <param name="path">The file, which is replaced where it exists.</param>
        /// <exception cref="ArgumentException">
        /// The path ends otherwise, or what is saved has no such form; the message says which it has.
        /// </exception>
        /// <exception cref="IOException">The file cannot be written.</exception>
        public void Save(string path) => ExportFile.Save(thing, path);
    }

    extension(GraphSnapshot graph)
    {
        /// <summary>
        /// The graph in Graphviz's language, with the shapes, colours, values and gradients of the picture; modules are
        /// clusters.
        /// </summary>
        public string ToDot() => DotExport.Of(new GraphReading(graph, VariableNames.Now().OfNodes));

        /// <summary>The same as a Mermaid flowchart, which Markdown shows where Mermaid is understood.</summary>
        public string ToMermaid() => MermaidExport.Of(new GraphReading(graph, VariableNames.Now().OfNodes));
    }
}
