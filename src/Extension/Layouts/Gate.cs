namespace NotebookGrad.Layouts;

/// <summary>Where an edge crosses the frame of a level.</summary>
/// <param name="Inside">Its piece within the frame, among the edges of that level.</param>
/// <param name="Outside">Its piece outside, among the edges of the level around.</param>
/// <param name="Outwards">Whether it leaves the frame; else it comes in.</param>
internal readonly record struct Gate(int Inside, int Outside, bool Outwards);
