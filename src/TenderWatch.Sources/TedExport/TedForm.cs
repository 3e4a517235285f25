using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.TedExport;

/// <summary>The facts of a standard form of R2.0.9, F01 to F25 and T01.</summary>
internal static class TedForm
{
    /// <summary>The lot of a form that is not divided into lots.</summary>
    public const string NoLot = "LOT-0000";

    /// <summary>Adds what the form says to what is known of the notice from outside it.</summary>
    public static Notice Read(TedElement form, Notice notice, TedFacts facts)
    {
        var (body, contract, procedure) = (form.Child("CONTRACTING_BODY"), form.Child("OBJECT_CONTRACT"), form.Child("PROCEDURE"));
        // A prior information notice may announce several purchases, each an OBJECT_CONTRACT: their lots are lots, but the first one's value is not theirs.
        TedElement[] contracts = [.. form.All("OBJECT_CONTRACT")];
        TedAward[] awards = [.. form.All("AWARD_CONTRACT").Select((award, index) => TedAward.Read(award, index + 1, facts))];
        return notice with
        {
            ProcedureType = TedCodes.ProcedureType(procedure),
            Title = contract?.Child("TITLE")?.Text(),
            Description = contract?.Child("SHORT_DESCR")?.Text(),
            ContractNature = contract?.Child("TYPE_CONTRACT")?.Attribute("CTYPE")?.ToLowerInvariant(),
            Cpv = [.. contracts.Select(one => facts.Cpv(one.Child("CPV_MAIN"))).OfType<string>().Distinct(StringComparer.Ordinal)],
            Buyers = TedParties.Buyers(body),
            EstimatedValue = facts.Money(contract?.Child("VAL_ESTIMATED_TOTAL"), at: null),
            TotalValue = facts.Money(contract?.Child("VAL_TOTAL"), at: null),
            Lots = Lots(contracts, facts.Deadline(procedure), body?.Child("URL_DOCUMENT")?.Text(), facts),
            Results = [.. awards.Select(award => award.Result)],
            Bids = [.. awards.Select(award => award.Bid).OfType<Bid>()],
            Contracts = [.. awards.Select(award => award.Contract).OfType<Contract>()],
        };
    }

    private static IReadOnlyList<Lot> Lots(TedElement[] contracts, LocalDeadline? deadline, string? documents, TedFacts facts) =>
    [
        .. contracts.SelectMany(contract => contract.All("OBJECT_DESCR"))
            .Select(description => Lot(description, facts) with { Deadline = deadline, DocumentsUrl = documents is null ? [] : [documents] }),
    ];

    private static Lot Lot(TedElement description, TedFacts facts)
    {
        var id = description.Child("LOT_NO")?.Text() ?? NoLot;
        return new Lot
        {
            Id = id,
            Title = description.Child("TITLE")?.Text(),
            Description = description.Child("SHORT_DESCR")?.Text(),
            Cpv = [.. description.All("CPV_ADDITIONAL").Select(facts.Cpv).OfType<string>().Distinct(StringComparer.Ordinal)],
            EstimatedValue = facts.Money(description.Child("VAL_OBJECT"), id),
            Duration = facts.Duration(description, id),
            Start = facts.Date(description.Child("DATE_START"), id),
            End = facts.Date(description.Child("DATE_END"), id),
            RenewalDescription = description.Child("RENEWAL_DESCR")?.Text(),
            OptionsDescription = description.Child("OPTIONS_DESCR")?.Text(),
        };
    }
}
