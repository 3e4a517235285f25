using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.AbnormallyLow.Panels;

/// <summary>A reading of a method in sentences.</summary>
internal static class MethodWords
{
    private const int MostNamed = 10;

    /// <summary>What the method says of the lot, what that is worth here, and what it hangs on.</summary>
    public static IEnumerable<LocalizedText> Reasons(this MethodReading reading, IReadOnlyList<PanelBid> bids) =>
        HingeWords.Of(bids, reading.Hinges, reading.Method.Name).Prepend(reading.Conclusion(bids));

    /// <summary>What the method says of the lot, and what that is worth here.</summary>
    public static LocalizedText Conclusion(this MethodReading reading, IReadOnlyList<PanelBid> bids)
    {
        var flagged = string.Join(", ", reading.Flagged.Take(MostNamed).Select(bid => bids[bid].Label)) + (reading.Flagged.Count > MostNamed ? ", …" : "");
        var (head, tail) = reading.Applies
            ? (new LocalizedText("Geldt voor deze aanbesteding", "Law for this procurement"), LocalizedText.Same(""))
            : (new LocalizedText("Ter vergelijking", "For comparison"), new LocalizedText(
                $" Hier alleen ter vergelijking: {string.Join("; ", reading.ShownBecause.Select(why => why.Nl))}.", $" Here for comparison only: {string.Join("; ", reading.ShownBecause.Select(why => why.En))}."));
        if (reading is { Applies: true, Method.Scope.Condition: { } condition }) tail = new($" Voorwaarde: {condition.Nl}.", $" Condition: {condition.En}.");
        var unconfirmed = reading.IsUnconfirmed ? new LocalizedText(" Deze regel is niet bevestigd.", " This rule is not confirmed.") : LocalizedText.Same("");
        var (nl, en) = reading.Verdict switch
        {
            Verdict.Flagged => ($"naar {flagged} zou worden gevraagd ({reading.Method.Trigger.Nl})", $"{flagged} would be asked about ({reading.Method.Trigger.En})"),
            Verdict.Clear => ($"naar geen prijs zou worden gevraagd ({reading.Method.Trigger.Nl})", $"no price would be asked about ({reading.Method.Trigger.En})"),
            _ => ($"er is niets te zeggen, want {reading.Lacks!.Why.Nl}", $"nothing can be said, for {reading.Lacks!.Why.En}"),
        };
        return new($"{head.Nl}, {reading.Method.Name.Nl}: {nl}.{tail.Nl}{unconfirmed.Nl}", $"{head.En}, {reading.Method.Name.En}: {en}.{tail.En}{unconfirmed.En}");
    }
}
