namespace TenderWatch.Core.Languages;

/// <summary>The languages that procurement reads.</summary>
public enum Language
{
    /// <summary>Dutch.</summary>
    Nl,

    /// <summary>English.</summary>
    En,
}

/// <summary>The same text in both languages.</summary>
/// <param name="Nl">Dutch.</param>
/// <param name="En">English.</param>
public sealed record LocalizedText(string Nl, string En)
{
    /// <summary>The text in a language.</summary>
    public string In(Language language) => language == Language.Nl ? Nl : En;

    /// <summary>Formats a text in both languages, each with its own way to write numbers and dates.</summary>
    public static LocalizedText Of(Func<Wording, string> nl, Func<Wording, string> en) => new(nl(Wording.Nl), en(Wording.En));

    /// <summary>A text that is the same in both languages: a name, a code.</summary>
    public static LocalizedText Same(string text) => new(text, text);
}
