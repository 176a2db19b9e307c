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

        /// <summary>
        /// Writes the picture to a file: a page of its own as <c>.html</c>, a drawing as <c>.svg</c>, characters as
        /// <c>.txt</c>.
        /// </summary>
        /// <param name="path">The file, which is replaced where it exists.</param>
        /// <exception cref="ArgumentException">The path ends otherwise, or what is saved has no drawing.</exception>
        /// <exception cref="IOException">The file cannot be written.</exception>
        public void Save(string path) => ViewFile.Save(ViewOf.Thing(thing), path);
    }
}
