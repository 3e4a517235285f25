using TenderWatch.Core.Cases;

namespace TenderWatch.Core.Languages;

/// <summary>A change as people read it: <c>Deadline: 5 January → 19 January 2026</c>.</summary>
public static class ChangeWords
{
    /// <summary>The change in a language; plain text, which the caller encodes for the page or terminal that it goes to.</summary>
    /// <param name="change">The change.</param>
    /// <param name="language">The language.</param>
    /// <param name="shorten">Cuts a long value to what there is room for.</param>
    public static string Of(FactChange change, Language language, Func<string, string>? shorten = null)
    {
        var subject = change.Subject is null ? "" : $" ({change.Subject})";
        string Value(Fact fact) => (shorten ?? (text => text))(FactWords.Value(fact, language));
        var label = FactNames.Label(change.Name).In(language) + subject;
        return change switch
        {
            { Old: { } old, New: { } current } => $"{label}: {Value(old)} → {Value(current)}",
            { New: { } added } => $"{label}: {Value(added)} {new LocalizedText("(toegevoegd)", "(added)").In(language)}",
            { Old: { } removed } => $"{label}: {Value(removed)} {new LocalizedText("(vervallen)", "(removed)").In(language)}",
            _ => label,
        };
    }
}
