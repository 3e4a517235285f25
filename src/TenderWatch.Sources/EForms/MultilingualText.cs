namespace TenderWatch.Sources.EForms;

/// <summary>One text in the languages that the notice gives it in.</summary>
internal sealed class MultilingualText
{
    private (string? Language, string Text)? _first;
    private List<(string? Language, string Text)>? _others;

    public void Add(NoticeCursor xml)
    {
        var language = xml.Attribute("languageID");
        if (xml.Text() is not { } text) return;
        if (_first is null) _first = (language, text);
        else (_others ??= []).Add((language, text));
    }

    /// <summary>The text in the language, else the first given.</summary>
    public string? In(string? language)
    {
        if (_first is not { } first || _others is null || Is(first.Language, language)) return _first?.Text;
        foreach (var other in _others)
        {
            if (Is(other.Language, language)) return other.Text;
        }

        return first.Text;
    }

    private static bool Is(string? language, string? wanted) => wanted is not null && string.Equals(language, wanted, StringComparison.OrdinalIgnoreCase);
}
