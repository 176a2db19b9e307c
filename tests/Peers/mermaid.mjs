// What Mermaid reads in charts. Reads a JSON array of them; writes for each its nodes with their texts, its edges with
// theirs, and its subgraphs' titles, or the error, by place.
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

// Mermaid cleans texts by the document of a browser, which it looks for as it is loaded.
const { window } = new JSDOM('');
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import('mermaid');
mermaid.initialize({ startOnLoad: false });

// Signs that are written by their numbers stay so, marked by letters of Mermaid's own, until the chart is drawn.
const read = text => text.replace(/ﬂ°°(\d+)¶ß/g, (_, number) => String.fromCodePoint(number)).replaceAll('<br>', '\n');

async function answer(chart) {
  try {
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(chart);
    return {
      nodes: [...db.getVertices().values()].map(node => read(node.text)),
      edges: db.getEdges().map(edge => read(edge.text)),
      subgraphs: db.getSubGraphs().map(graph => read(graph.title)),
    };
  } catch (error) {
    return { error: String(error) };
  }
}

const answers = [];
for (const chart of JSON.parse(readFileSync(0, 'utf8'))) {
  answers.push(await answer(chart));
}

process.stdout.write(JSON.stringify(answers));
