namespace TenderWatch.Core.Checks;

/// <summary>The end of a sentence whose last word comes from a notice: "B.V." has its full stop already.</summary>
internal static class Sentence
{
    public static string Stop(this string text) => text.EndsWith('.') || text.EndsWith('…') ? text : text + ".";
}
