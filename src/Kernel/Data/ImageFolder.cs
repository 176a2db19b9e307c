namespace NotebookGrad;

/// <summary>
/// Images in folders, a class a folder: <c>cats/1.png</c>, <c>dogs/old/7.ppm</c>. An item is an image and the number of
/// its class; the file is read each time that it is asked for, and workers of a <see cref="DataLoader"/> may do that
/// ahead. Classes and files are in the order of their names' characters.
/// </summary>
public sealed class ImageFolder : Dataset<(Tensor Image, long Label)>
{
    private readonly int? channels;
    private readonly int[] labels;

    /// <summary>
    /// Looks for the images in the folders of a folder: PNG (.png) and Netpbm (.pbm, .pgm, .ppm, .pnm).
    /// </summary>
    /// <param name="path">The folder that has the classes' folders.</param>
    /// <param name="channels">
    /// What every image is made to have: 1 for grey, 2 with opacity, 3 for red, green and blue, 4 with opacity; as the
    /// files have it if not given.
    /// </param>
    /// <exception cref="ArgumentException">There is no folder of a class, or one without an image.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public ImageFolder(string path, int? channels = null)
    {
        this.channels = channels;
        string[] folders = [.. Directory.GetDirectories(path).Order(StringComparer.Ordinal)];
        if (folders.Length == 0)
        {
            throw new ArgumentException(
                $"imagefolder: there is no folder in {path}; put each class into one of its own");
        }

        ClassNames = [.. folders.Select(folder => Path.GetFileName(folder))];
        string[][] files = [.. folders.Select(FilesIn)];
        Files = [.. files.SelectMany(inside => inside)];
        labels = [.. files.SelectMany((inside, label) => Enumerable.Repeat(label, inside.Length))];
    }

    /// <summary>The classes' names, by number.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <inheritdoc/>
    public override int Count => Files.Count;

    /// <summary>Where the images lie, by number.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <inheritdoc/>
    protected override (Tensor Image, long Label) ItemAt(int index) =>
        (Images.Load(Files[index], channels), labels[index]);

    private static string[] FilesIn(string folder)
    {
        string[] files =
        [
            .. Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file => Images.Endings.Contains(Path.GetExtension(file).ToLowerInvariant()))
                .Order(StringComparer.Ordinal),
        ];
        return files.Length > 0
            ? files
            : throw new ArgumentException(
                $"imagefolder: there is no image in {folder}; files that end in {string.Join(", ", Images.Endings)} "
                + "are read");
    }
}
