using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Texts;

namespace TenderWatch.Core.Summaries;

/// <summary>By which procedure and rules: directive, lots, framework, foreign subsidies, division among suppliers, what is withheld.</summary>
internal static class RulesLine
{
    // What decides on supply stands in text alone.
    private static readonly TextFactKind[] OfSupply = [TextFactKind.Shares, TextFactKind.Suppliers, TextFactKind.Gpa, TextFactKind.Origin];

    public static IEnumerable<SummarySentence> Of(SummaryFacts known)
    {
        var (procedure, basis) = (known.Whole(FactNames.ProcedureType) ?? known.Whole(FactNames.PlatformProcedure), known.Whole(FactNames.LegalBasis));
        yield return procedure is null && basis is null
            ? SummaryFacts.Absent("De publicaties noemen geen procedure en geen rechtsgrondslag.", "The publications state no procedure and no legal basis.", "BT-105", "BT-01")
            : SummaryFacts.Say(language => string.Join(", ", new[] { procedure, basis }.OfType<Fact>().Select(fact => SummaryFacts.Value(fact, language))) + ".", [.. new[] { procedure, basis }.OfType<Fact>()]);
        if (Lots(known) is { } lots) yield return lots;
        if (Framework(known) is { } framework) yield return framework;
        if (known.All(FactNames.Fsr) is { Count: > 0 } fsr && fsr.Select(fact => fact.Value).Distinct(StringComparer.Ordinal).Count() == 1)
            yield return SummaryFacts.Say(language => $"{FactNames.Label(FactNames.Fsr).In(language)}: {SummaryFacts.Value(fsr[0], language)}.", fsr);
        foreach (var read in OfSupply.Select(known.Text).OfType<(TextFact Fact, FactOrigin Origin)>())
        {
            yield return SummaryFacts.SayOf(
                language => $"{TextFactWords.Label(read.Fact.Kind).In(language)} {new LocalizedText("(in de tekst)", "(in the text)").In(language)}: {SummaryFacts.Value(read.Fact, language)}.", [read.Origin]);
        }

        if (known.All(FactNames.Withheld) is { Count: > 0 } withheld)
            yield return SummaryFacts.Say(language => new LocalizedText($"Niet openbaar gemaakt: {withheld.Count} {(withheld.Count == 1 ? "gegeven" : "gegevens")}.", $"Withheld: {withheld.Count} {(withheld.Count == 1 ? "item" : "items")}.").In(language), withheld);
    }

    private static SummarySentence? Lots(SummaryFacts known)
    {
        var stated = known.Notices.SelectMany(notice => notice.Notice.Lots.Where(lot => lot.Id is not null).Select(lot => (Notice: notice, lot.Id))).DistinctBy(lot => lot.Id).ToList();
        return stated.Count < 2 ? null : SummaryFacts.SayOf(language => new LocalizedText($"{stated.Count} percelen.", $"{stated.Count} lots.").In(language), stated.Select(lot => lot.Notice.Origin("BT-137", lot.Id)));
    }

    private static SummarySentence? Framework(SummaryFacts known)
    {
        var stated = known.Notices.LastOrDefault(notice => notice.Notice.Lots.Any(lot => lot.Framework is not null));
        if (stated is null) return null;
        var lots = stated.Notice.Lots.Where(lot => lot.Framework is not null).ToList();
        return lots.Select(lot => lot.Framework).Distinct(StringComparer.Ordinal).ToList() is [{ } framework]
            ? SummaryFacts.SayOf(language => CodeWords.Of("framework-agreement", framework, language) + ".", lots.Select(lot => stated.Origin("BT-765", lot.Id)))
            : null;
    }
}
