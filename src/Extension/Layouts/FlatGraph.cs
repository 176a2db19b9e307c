namespace NotebookGrad.Layouts;

/// <summary>One level of a drawing, without groups, read from left to right.</summary>
/// <param name="Boxes">The room that each node takes.</param>
/// <param name="Edges">The arrows; they form no circle.</param>
/// <param name="RankGap">Least distance between two neighbouring ranks.</param>
/// <param name="NodeGap">Least distance between two boxes, or an edge and a box, in one rank.</param>
internal sealed record FlatGraph(
    LayoutBox[] Boxes,
    FlatEdge[] Edges,
    double RankGap,
    double NodeGap);
