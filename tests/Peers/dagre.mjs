// Answers one JSON object a line with one JSON object a line: a graph with the drawing that dagre makes of it, and the
// median of its times. What is timed is the layout alone, of a graph built anew.

import { createInterface } from "node:readline";
import { Graph, layout } from "@dagrejs/dagre";

function build(request) {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: "LR", ranker: "network-simplex", ranksep: request.rankGap, nodesep: request.nodeGap });
  request.nodes.forEach(([width, height], node) => graph.setNode(String(node), { width, height }));
  request.edges.forEach(({ from, to, weight, label }, edge) => {
    const room = label ? { width: label[0], height: label[1], labelpos: "c" } : {};
    graph.setEdge(String(from), String(to), { weight, ...room }, String(edge));
  });
  return graph;
}

const enough = 1000;

function answer(request) {
  const times = [];
  const began = performance.now();
  let graph;
  do {
    graph = build(request);
    const start = performance.now();
    layout(graph);
    times.push(performance.now() - start);
  } while (times.length < request.rounds && performance.now() - began < enough);

  const { width, height } = graph.graph();
  const edges = request.edges.map(({ from, to }, edge) =>
    graph.edge({ v: String(from), w: String(to), name: String(edge) }));
  return {
    milliseconds: times.sort((a, b) => a - b)[Math.floor(times.length / 2)],
    width,
    height,
    nodes: request.nodes.map((_, node) => [graph.node(String(node)).x, graph.node(String(node)).y]),
    edges: edges.map(edge => ({
      points: edge.points.map(point => [point.x, point.y]),
      label: "x" in edge ? [edge.x, edge.y] : null,
    })),
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(answer(JSON.parse(line))));
}
