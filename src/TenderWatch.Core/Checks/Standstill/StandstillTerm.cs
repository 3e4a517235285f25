using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks.Calendars;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Checks.Standstill;

/// <summary>The term of one contract of a lot: when it was decided on, when concluded, and when the standstill ended by that.</summary>
/// <param name="Notice">The award notice.</param>
/// <param name="Contract">The contract; of several with the same dates the first.</param>
/// <param name="Suffix">Tells its dates apart from those of other contracts; empty where there is one.</param>
internal sealed record StandstillTerm(CaseNotice Notice, Contract Contract, string Suffix)
{
    /// <summary>Art. 2.127 lid 3.</summary>
    public const int Days = 20;

    private const int MostTerms = 20;

    /// <summary>The terms of a lot, those with the same dates once.</summary>
    public static IReadOnlyList<StandstillTerm> Of(LotAward award)
    {
        var bids = award.Bids.Select(bid => bid.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var contracts = award.Notice.Notice.Contracts.Where(contract => contract.Bids.Any(bids.Contains) || (contract.Bids.Count == 0 && award.Notice.Notice.Lots.Count <= 1));
        Contract[] distinct = [.. contracts.DistinctBy(contract => (contract.Decided.Usable(), contract.Concluded.Usable())).Take(MostTerms)];
        return [.. distinct.Select((contract, place) => new StandstillTerm(
            award.Notice, contract, distinct.Length == 1 ? "" : $"/{contract.Id ?? (place + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}"))];
    }

    /// <summary>BT-1451.</summary>
    public DateOnly? Decided => Contract.Decided.Usable();

    /// <summary>BT-145.</summary>
    public DateOnly? Concluded => Contract.Concluded.Usable();

    /// <summary>The term counted from the decision.</summary>
    public CalendarDays? Term => Decided is { } decided ? CalendarDays.After(decided, Days) : null;

    /// <summary>The days between decision and contract.</summary>
    public Figure? Figure => Decided is { } decided && Concluded is { } concluded
        ? new(
            "days-to-contract" + Suffix,
            new("Dagen tussen gunningsbeslissing en overeenkomst", "Days between award decision and contract"),
            concluded.DayNumber - decided.DayNumber,
            "count",
            [Notice.Origin("BT-1451", Contract.Id), Notice.Origin("BT-145", Contract.Id)])
        : null;

    /// <summary>Decision, last day of the term, contract; and without a decision, when it must have been sent at the latest.</summary>
    public IEnumerable<LegalDate> Dates
    {
        get
        {
            if (Decided is { } decided) yield return Event("decided", decided, "BT-1451", new("Gunningsbeslissing (BT-1451), als aanwijzing voor de dag van verzending", "Award decision (BT-1451), as an indication of the day of sending"));
            if (Term is { } term) yield return End(Decided!.Value, term);
            if (Concluded is not { } concluded) yield break;
            yield return Event("concluded", concluded, "BT-145", new("Overeenkomst gesloten (BT-145)", "Contract concluded (BT-145)"));
            if (Decided is null) yield return Latest(concluded);
        }
    }

    private LegalDate Event(string id, DateOnly day, string field, LocalizedText label) => new()
    {
        Id = id + Suffix,
        Label = label,
        Day = day,
        Rule = new("volgens de aankondiging", "according to the notice"),
        Article = "Aw 2012 art. 2.127",
        Certainty = Certainty.Text,
        Origins = [Notice.Origin(field, Contract.Id)],
    };

    private LegalDate End(DateOnly decided, CalendarDays term) => Event("standstill-end", term.Last, "BT-1451", new("Laatste dag van de opschortende termijn", "Last day of the standstill")) with
    {
        Ends = Concluded is null,
        From = decided,
        Rule = LocalizedText.Of(
            w => $"{Days} kalenderdagen, de eerste is de dag na {w.Date(decided)}{(term.IsMoved ? $"; {w.Date(term.Counted)} is een weekend- of feestdag, dus de eerstvolgende werkdag (Algemene termijnenwet; onbevestigd)" : "")}",
            w => $"{Days} calendar days, the first is the day after {w.Date(decided)}{(term.IsMoved ? $"; {w.Date(term.Counted)} is a weekend or holiday, so the next working day (Algemene termijnenwet; unconfirmed)" : "")}"),
        Article = term.IsMoved ? "Aw 2012 art. 2.127(2) and (3); Algemene termijnenwet art. 1" : "Aw 2012 art. 2.127(2) and (3)",
        Certainty = term.IsMoved ? Certainty.Unconfirmed : Certainty.Text,
    };

    private LegalDate Latest(DateOnly concluded)
    {
        var sent = concluded.AddDays(-Days - 1);
        while (CalendarDays.After(sent, Days).Last >= concluded) sent = sent.AddDays(-1);
        return Event("sent-latest", sent, "BT-145", new("Uiterste dag van verzending van de gunningsbeslissing, wil de termijn verstreken zijn", "Latest day on which the award decision was to be sent for the term to have passed")) with
        {
            Rule = LocalizedText.Of(w => $"{Days} kalenderdagen liggen tussen deze dag en {w.Date(concluded)}", w => $"{Days} calendar days lie between this day and {w.Date(concluded)}"),
            Certainty = Certainty.Unconfirmed,
        };
    }
}
