namespace TenderWatch.Sources.EForms;

/// <summary>Codes, identifiers, indicators and texts.</summary>
internal static class TextFacts
{
    /// <summary>What the templates of a form filler hold where the buyer should write: found in published notices.</summary>
    public const string Placeholder = "_DEFAULT_VALUE_CHANGE_ME_";

    /// <summary>The code of the problem that such a text is.</summary>
    public const string PlaceholderProblem = "placeholder-text";

    /// <summary>What stands in a withheld code, and once in a withheld currency.</summary>
    public const string Masked = "unpublished";

    public static bool IsPlaceholder(string text) => text.Contains(Placeholder, StringComparison.Ordinal);

    /// <summary>A code; absent where it is masked.</summary>
    public static string? Code(this NoticeCursor xml) => xml.Text() is { } code && code != Masked ? code : null;

    /// <summary>A yes or no; anything else is a problem.</summary>
    public static bool? Indicator(this NoticeCursor xml)
    {
        var name = xml.Name;
        switch (xml.Code())
        {
            case "true" or "1":
                return true;
            case "false" or "0":
                return false;
            case null:
                return null;
            default:
                xml.Notes.Problem("not-an-indicator", $"{name} is neither true nor false.");
                return null;
        }
    }

    /// <summary>Adds what is not absent.</summary>
    public static void AddIfAny(this List<string> list, string? value)
    {
        if (value is not null) list.Add(value);
    }
}
