using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace NotebookGrad.Runner.Documents;

/// <summary>Gives an id to each cell that lacks one; the same notebook gets the same ids every time.</summary>
internal static partial class CellIds
{
    public static void Assign(IReadOnlyList<Cell> cells)
    {
        var taken = new HashSet<string>();
        foreach (var cell in cells.Where(cell => !Valid().IsMatch(cell.Id) || !taken.Add(cell.Id)))
        {
            cell.Id = "";
        }

        for (var index = 0; index < cells.Count; index++)
        {
            for (var attempt = 0; cells[index].Id.Length == 0; attempt++)
            {
                var id = Derive($"{index} {attempt}\n{cells[index].Source}");
                cells[index].Id = taken.Add(id) ? id : "";
            }
        }
    }

    private static string Derive(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}$")]
    private static partial Regex Valid();
}
