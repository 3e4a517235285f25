using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Checks.Calendars;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Texts;

namespace TenderWatch.Local.Output;

/// <summary>A case as lines for a terminal.</summary>
internal static class CaseText
{
    private const Language Lang = Language.En;

    private static readonly string[] Headline =
    [
        FactNames.Quantity, FactNames.TotalValue, FactNames.UnitPrice, FactNames.EstimatedValue, FactNames.FrameworkMaximum, FactNames.Duration, FactNames.Renewals,
        FactNames.LongestDuration, FactNames.TendersReceived, FactNames.Deadline,
    ];

    /// <summary>What matters in ten seconds: buyers, winners, values, verdicts with their reasons and what is missing.</summary>
    public static void Write(Terminal terminal, CaseView view, IEnumerable<ICheck> checks)
    {
        terminal.Heading(view.State.Title);
        Row(terminal, "Case", view.State.Id);
        if (view.State.Stuck is { } stuck) Row(terminal, "Stuck", stuck);
        Row(terminal, "Buyers", string.Join(", ", view.State.Buyers));
        if (view.Facts is { } facts)
        {
            foreach (var winner in Named(facts, FactNames.Winner)) Row(terminal, "Awarded to", Winner(facts, winner));
            foreach (var name in Headline)
            {
                foreach (var fact in Foremost(facts, name)) Row(terminal, FactNames.Label(name).In(Lang), Value(fact));
            }
        }

        if (view.IsConfidential) terminal.Line($"  {ConfidentialWords.Marked.In(Lang)}");
        foreach (var finding in view.Findings) WriteFinding(terminal, finding, checks);
        foreach (var result in view.State.Checks.Where(result => !view.IsConfidential && view.RestsOnConfidential.Contains(result.Check, StringComparer.Ordinal)))
        {
            terminal.Line();
            terminal.Line($"  {checks.FirstOrDefault(check => check.Id == result.Check)?.Name.In(Lang) ?? result.Check}: {VerdictWords.Of(result.Verdict, Lang)}");
            terminal.Line($"      {ConfidentialWords.RestsOn.In(Lang)} See --confidential.");
        }

        terminal.Line();
    }

    /// <summary>Every fact with its origins.</summary>
    public static void WriteFacts(Terminal terminal, CaseFacts facts)
    {
        terminal.Heading("Facts and where they stand");
        foreach (var fact in facts.Sheet)
        {
            var subject = fact.Subject is null ? "" : $" [{fact.Subject}]";
            terminal.Line($"  {FactNames.Label(fact.Name).In(Lang)}{subject}: {Value(fact)}");
            foreach (var origin in fact.Origins)
                terminal.Line($"      {origin.Field}{(origin.At is null ? "" : " " + origin.At)} of {origin.Notice}, sha256 {origin.Document.Hex[..12]}…{(origin.Quote is null ? "" : $", \"{origin.Quote}\"")}");
        }

        if (facts.Texts.Count > 0) terminal.Line();
        foreach (var text in StandingFacts.Of(facts).GroupBy(fact => (fact.Notice, fact.Document)))
        {
            terminal.Line($"  Read from the text of {text.Key.Notice}{(text.Key.Document is null ? "" : ", " + text.Key.Document)}; no field, and part of no verdict:");
            foreach (var fact in text) TextFactText.Write(terminal, fact);
        }

        foreach (var asked in (facts.Asked ?? []).Where(asked => asked.Answer.Faults.Count > 0))
            terminal.Line($"  The model could not be asked about {asked.Notice}, or its answer not used: {string.Join(", ", asked.Answer.Faults.Select(fault => StandingWords.Fault(fault).In(Lang)))}");

        terminal.Line();
    }

    private static void WriteFinding(Terminal terminal, Finding finding, IEnumerable<ICheck> checks)
    {
        var check = checks.FirstOrDefault(candidate => candidate.Id == finding.Check);
        terminal.Line();
        terminal.Line($"  {check?.Name.In(Lang) ?? finding.Check} ({finding.Subject}): {VerdictWords.Of(finding.Verdict, Lang)}");
        terminal.Line($"      {finding.Summary.In(Lang)}");
        foreach (var figure in finding.Figures)
            terminal.Line($"      {figure.Label.In(Lang)}: {Figure(figure)}{(figure.Derivation is null ? "" : $"   = {figure.Derivation}")}");
        foreach (var reason in finding.Reasons) terminal.Line($"      - {reason.In(Lang)}");
        foreach (var date in finding.Dates) terminal.Line($"      {(date.Day is { } day ? Wording.En.Date(day) : "date open")}: {date.Label.In(Lang)}{(date.Conditional ? " (only if this happens)" : "")}; {date.Open?.In(Lang) ?? date.Rule.In(Lang)}; {date.Article} ({CertaintyWords.Of(date.Certainty).In(Lang)}{(date.CalendarConfirmed == false ? "; calendar unconfirmed" : "")})");
        foreach (var missing in finding.Missing) terminal.Line($"      missing: {missing.Name.In(Lang)} ({missing.Field}): {missing.Why.In(Lang)}");
    }

    private static string Figure(Figure figure) => figure.Unit switch
    {
        "%" => Wording.En.Exact(figure.Value) + " %",
        "count" => Wording.En.Exact(figure.Value),
        var currency => Wording.En.Money(figure.Value, currency),
    };

    private static string Winner(CaseFacts facts, Fact winner)
    {
        var share = facts.Find(FactNames.Share, winner.Subject);
        var value = facts.Find(FactNames.BidValue, winner.Subject);
        return winner.Value + (share is null ? "" : " " + Value(share)) + (value is null ? "" : ", " + Value(value));
    }

    private static string Value(Fact fact) => FactWords.Value(fact, Lang) + (fact.Derivation is null ? "" : $"   = {fact.Derivation}");

    // What holds for the whole procurement, or else what each lot says.
    private static IEnumerable<Fact> Foremost(CaseFacts facts, string name) =>
        facts.Find(name) is { } whole ? [whole] : Named(facts, name);

    private static IEnumerable<Fact> Named(CaseFacts facts, string name) => facts.Sheet.Where(fact => fact.Name == name);

    private static void Row(Terminal terminal, string label, string value) => terminal.Line($"  {label,-44} {value}");
}
