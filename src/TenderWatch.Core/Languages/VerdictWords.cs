using TenderWatch.Core.Checks;

namespace TenderWatch.Core.Languages;

/// <summary>What people call a verdict. None of the words says that anybody did something wrong.</summary>
public static class VerdictWords
{
    private static readonly LocalizedText Flagged = new("Aandacht nodig", "Needs attention");
    private static readonly LocalizedText NotAssessable = new("Niet te beoordelen", "Cannot be assessed");
    private static readonly LocalizedText Clear = new("Geen signaal", "No signal");

    /// <summary>A verdict in a language.</summary>
    public static string Of(Verdict verdict, Language language) => (verdict switch
    {
        Verdict.Flagged => Flagged,
        Verdict.NotAssessable => NotAssessable,
        Verdict.Clear => Clear,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "There are three verdicts."),
    }).In(language);
}
