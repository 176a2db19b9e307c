using System.Security.Cryptography;

namespace NotebookGrad.Views;

/// <summary>
/// What identifiers of one rendering begin with: two outputs on a page must not share any, even if they show the same
/// and come from different sessions, so that it is drawn by chance. All else in an output is the same each time.
/// </summary>
internal static class RenderToken
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";
    private const int Length = 6;

    /// <summary>A token that no other rendering has: letters only.</summary>
    public static string New() => RandomNumberGenerator.GetString(Letters, Length);
}
