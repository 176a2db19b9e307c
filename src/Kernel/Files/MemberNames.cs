namespace NotebookGrad.Files;

/// <summary>The names of arrays in a zip archive.</summary>
internal static class MemberNames
{
    /// <summary>What NumPy adds to a name.</summary>
    public const string Suffix = ".npy";

    /// <summary>The array's name, given the member's.</summary>
    /// <exception cref="InvalidDataException">The member is none of an array, or its name leads elsewhere.</exception>
    public static string Read(string member, string file)
    {
        if (!member.EndsWith(Suffix, StringComparison.Ordinal))
        {
            throw new InvalidDataException(
                $"{file}: the member '{member}' is not an array: arrays in a .npz archive end in {Suffix}");
        }

        var name = member[..^Suffix.Length];
        return Fault(name) is not { } fault
            ? name
            : throw new InvalidDataException($"{file}: the name '{name}' {fault}");
    }

    /// <summary>
    /// Why a name cannot stand in an archive, or null. Who unpacks it elsewhere must not be led out of the folder.
    /// </summary>
    public static string? Fault(string name) => name switch
    {
        "" => "is empty",
        _ when name.Any(char.IsControl) => "has control characters",
        _ when name.Contains('\uFFFD') => "is not valid UTF-8",
        _ when name.Contains('\\') || name.Contains(':') || name.StartsWith('/') || name.Split('/').Contains("..") =>
            "is a path that leads out of the archive",
        _ => null,
    };
}
