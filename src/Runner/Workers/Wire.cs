using NotebookGrad.Runner.Kernels;
using NotebookGrad.Runner.Outputs;

namespace NotebookGrad.Runner.Workers;

/// <summary>What the runner and the process that runs a notebook's cells say to each other.</summary>
internal static class Wire
{
    private enum Message : byte
    {
        Text,
        Data,
        Error,
        Notice,
        Warm,
        Done,
    }

    /// <summary>Writes a cell to be run, or null for the one that runs to stop.</summary>
    public static void Write(BinaryWriter writer, CellRequest? cell)
    {
        writer.Write(cell is not null);
        if (cell is not null)
        {
            writer.Write(cell.Number);
            writer.Write(cell.Language);
            writer.Write(cell.Source);
        }

        writer.Flush();
    }

    /// <summary>Reads a cell to be run, or null for the one that runs to stop.</summary>
    public static CellRequest? ReadCell(BinaryReader reader) => reader.ReadBoolean()
        ? new CellRequest(reader.ReadInt32(), reader.ReadString(), reader.ReadString())
        : null;

    /// <summary>Writes an output, or null for the end of the cell.</summary>
    public static void Write(BinaryWriter writer, CellOutput? output)
    {
        switch (output)
        {
            case TextOutput text:
                writer.Write((byte)Message.Text);
                writer.Write(text.IsError);
                writer.Write(text.Text);
                break;
            case DataOutput data:
                writer.Write((byte)Message.Data);
                writer.Write(data.IsResult);
                writer.Write(data.DisplayId ?? "");
                writer.Write(data.Replaces);
                WriteList(writer, [.. data.Data.SelectMany(item => new[] { item.Key, item.Value })]);
                break;
            case ErrorOutput error:
                writer.Write((byte)Message.Error);
                writer.Write(error.Name);
                writer.Write(error.Message);
                WriteList(writer, error.Traceback);
                writer.Write(error.Line ?? 0);
                break;
            case Notice notice:
                writer.Write((byte)Message.Notice);
                writer.Write(notice.Text);
                break;
            case Warm:
                writer.Write((byte)Message.Warm);
                break;
            default:
                writer.Write((byte)Message.Done);
                break;
        }

        writer.Flush();
    }

    /// <summary>Reads an output, or null for the end of the cell.</summary>
    public static CellOutput? ReadOutput(BinaryReader reader) => (Message)reader.ReadByte() switch
    {
        Message.Text => new TextOutput(reader.ReadBoolean(), reader.ReadString()),
        Message.Data => ReadData(reader),
        Message.Error => new ErrorOutput(
            reader.ReadString(),
            reader.ReadString(),
            ReadList(reader),
            reader.ReadInt32() is var line and > 0 ? line : null),
        Message.Notice => new Notice(reader.ReadString()),
        Message.Warm => new Warm(),
        Message.Done => null,
        var unknown => throw new InvalidDataException($"The worker sent an unknown message, {unknown}."),
    };

    private static DataOutput ReadData(BinaryReader reader)
    {
        var isResult = reader.ReadBoolean();
        var id = reader.ReadString();
        var replaces = reader.ReadBoolean();
        var data = ReadList(reader).Chunk(2).ToDictionary(item => item[0], item => item[1]);
        return new DataOutput(data, isResult, id.Length > 0 ? id : null, replaces);
    }

    private static void WriteList(BinaryWriter writer, IReadOnlyList<string> items)
    {
        writer.Write(items.Count);
        foreach (var item in items)
        {
            writer.Write(item);
        }
    }

    private static string[] ReadList(BinaryReader reader)
    {
        var items = new string[reader.ReadInt32()];
        for (var index = 0; index < items.Length; index++)
        {
            items[index] = reader.ReadString();
        }

        return items;
    }
}
