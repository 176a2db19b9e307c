using System.Text;

namespace NotebookGrad.Nn;

/// <summary>Names of fields as PyTorch would write them, so that states go from one to the other.</summary>
internal static class MemberName
{
    /// <summary>
    /// <c>running_mean</c> for <c>runningMean</c>, <c>_runningMean</c> and the property <c>RunningMean</c>.
    /// </summary>
    public static string Of(string field)
    {
        // What the compiler keeps for a property or a primary constructor's parameter is called <Name>….
        var end = field.StartsWith('<') ? field.IndexOf('>') : -1;
        var whole = end > 1 ? field[1..end] : field;
        var plain = whole.TrimStart('_') is { Length: > 0 } rest ? rest : whole;
        var name = new StringBuilder();
        for (var i = 0; i < plain.Length; i++)
        {
            var begins = i > 0 && char.IsUpper(plain[i]) && plain[i - 1] != '_'
                && (!char.IsUpper(plain[i - 1]) || (i + 1 < plain.Length && char.IsLower(plain[i + 1])));
            name.Append(begins ? "_" : string.Empty).Append(char.ToLowerInvariant(plain[i]));
        }

        return name.ToString();
    }
}
