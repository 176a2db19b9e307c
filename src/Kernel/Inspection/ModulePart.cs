namespace NotebookGrad.Inspection;

/// <summary>A module inside of a network, at one of the places where it stands.</summary>
/// <param name="Path">Its place, such as <c>encoder.layers.0</c>; empty for the network itself.</param>
/// <param name="Name">The last part of it: the name by which its parent holds it.</param>
/// <param name="Depth">How many modules are around it.</param>
/// <param name="Type">Its type's name, such as <c>Linear</c>.</param>
/// <param name="Options">What it was made with, such as <c>784 → 128</c>.</param>
/// <param name="Parameters">The numbers that it holds itself and trains or trained.</param>
/// <param name="Frozen">How many of them are frozen.</param>
/// <param name="ParameterBytes">The bytes of its own parameters and buffers.</param>
/// <param name="Calls">How often it was called; 0 where no call was watched.</param>
/// <param name="Outputs">The shapes of what came out of the last call.</param>
/// <param name="OutputBytes">The bytes of what came out of all calls.</param>
/// <param name="HasParts">Whether further modules are inside.</param>
/// <param name="IsShared">Whether it stood at a place before and was counted there.</param>
public sealed record ModulePart(
    string Path,
    string Name,
    int Depth,
    string Type,
    string Options,
    long Parameters,
    long Frozen,
    long ParameterBytes,
    int Calls,
    IReadOnlyList<Shape> Outputs,
    long OutputBytes,
    bool HasParts,
    bool IsShared);
