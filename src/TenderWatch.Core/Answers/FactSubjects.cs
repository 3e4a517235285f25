using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Answers;

/// <summary>What a fact is called together with what it is said of: bids by the names of their bidders, components by theirs.</summary>
internal sealed class FactSubjects(CaseFacts facts)
{
    private readonly Dictionary<string, string> _bidders = facts.Sheet.Where(fact => fact is { Name: FactNames.Winner or FactNames.Bidder, Subject: not null })
        .GroupBy(fact => fact.Subject!, StringComparer.Ordinal).ToDictionary(bid => bid.Key, bid => string.Join(" + ", bid.Select(fact => fact.Value)), StringComparer.Ordinal);

    // One lot is the procurement.
    private readonly string? _onlyLot = facts.Notices.SelectMany(notice => notice.Notice.Lots).Select(lot => lot.Id).OfType<string>().Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null;

    public LocalizedText Label(Fact fact)
    {
        var label = FactNames.Label(fact.Name);
        if (fact.Subject is not { } subject || subject == _onlyLot) return label;
        if (fact.Name is FactNames.Winner or FactNames.Bidder) return label;
        if (_bidders.TryGetValue(subject, out var bidder)) return Of(label, LocalizedText.Same(bidder));
        return fact.Name == FactNames.ComponentSupplier && SupplyComponent.SmartMeterSystem.FirstOrDefault(component => component.Id == subject) is { } known
            ? Of(label, known.Name)
            : fact.Name is FactNames.Owner or FactNames.GoodsOrigin ? Of(label, LocalizedText.Same(subject)) : Bracketed(label, LocalizedText.Same(subject));
    }

    private static LocalizedText Of(LocalizedText label, LocalizedText whom) => new($"{label.Nl}: {whom.Nl}", $"{label.En}: {whom.En}");

    private static LocalizedText Bracketed(LocalizedText label, LocalizedText subject) => new($"{label.Nl} ({subject.Nl})", $"{label.En} ({subject.En})");
}
