using System.Globalization;
using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.TedExport;

/// <summary>What one AWARD_CONTRACT says: a result, and for an awarded one its contract and the one bid that is known.</summary>
internal sealed record TedAward(LotResult Result, Bid? Bid, Contract? Contract)
{
    private static readonly (string Element, string Kind)[] Counts =
    [
        ("NB_TENDERS_RECEIVED", "tenders"),
        ("NB_TENDERS_RECEIVED_SME", "t-sme"),
        ("NB_TENDERS_RECEIVED_OTHER_EU", "t-oth-eea"),
        ("NB_TENDERS_RECEIVED_NON_EU", "t-no-eea"),
        ("NB_TENDERS_RECEIVED_EMEANS", "t-esubm"),
    ];

    /// <param name="award">The element.</param>
    /// <param name="number">Which it is in the form, from 1.</param>
    /// <param name="facts">Reads figures.</param>
    public static TedAward Read(TedElement award, int number, TedFacts facts)
    {
        var (result, bid, contract) = (Id("RES", number), Id("TEN", number), Id("CON", number));
        var lot = award.Child("LOT_NO")?.Text() ?? TedForm.NoLot;
        if (award.Child("AWARDED_CONTRACT") is not { } awarded)
        {
            var status = award.Child("NO_AWARDED_CONTRACT") is null ? null : "clos-nw";
            return new TedAward(new LotResult { Id = result, Lot = lot, Status = status }, null, null);
        }

        // Older editions of F06 say VALUE, the others VALUES; some give the amounts without either.
        var values = awarded.Child("VALUES") ?? awarded.Child("VALUE") ?? awarded;
        var range = values.Child("VAL_RANGE_TOTAL");
        var bidders = TedParties.Contractors(awarded);
        IReadOnlyList<string> bids = bidders.Count > 0 ? [bid] : [];
        return new TedAward(
            new LotResult
            {
                Id = result,
                Lot = lot,
                Bids = bids,
                Status = "selec-w",
                EstimatedValue = facts.Money(values.Child("VAL_ESTIMATED_TOTAL"), result, values),
                Lowest = facts.Money(range?.Child("LOW"), result, range),
                Highest = facts.Money(range?.Child("HIGH"), result, range),
                Submissions = Submissions(awarded, result, facts),
            },
            bidders.Count == 0
                ? null
                : new Bid
                {
                    Id = bid,
                    Lot = lot,
                    Value = facts.Money(values.Child("VAL_TOTAL"), bid, values),
                    Won = true,
                    Bidders = bidders,
                    Subcontracting = Subcontracting(awarded, bid, facts),
                },
            new Contract
            {
                Id = contract,
                Reference = award.Child("CONTRACT_NO")?.Text(),
                Title = award.Child("TITLE")?.Text(),
                Bids = bids,
                Concluded = facts.Date(awarded.Child("DATE_CONCLUSION_CONTRACT"), contract),
            });
    }

    private static SubmissionCounts Submissions(TedElement awarded, string at, TedFacts facts)
    {
        var tenders = awarded.Child("TENDERS") ?? awarded;
        var isWithheld = tenders.Attribute("PUBLICATION") == "NO";
        var counts = new List<KeyValuePair<string, decimal?>>();
        foreach (var (element, kind) in Counts)
        {
            if (tenders.Child(element) is not { } stated) continue;
            if (isWithheld) counts.Add(KeyValuePair.Create(kind, (decimal?)null));
            else if (facts.Number(stated, at) is { } count) counts.Add(KeyValuePair.Create(kind, (decimal?)count));
        }

        return new SubmissionCounts(counts);
    }

    private static Subcontracting? Subcontracting(TedElement awarded, string at, TedFacts facts)
    {
        var status = awarded.Child("LIKELY_SUBCONTRACTED") is null ? null : "yes";
        var value = facts.Money(awarded.Child("VAL_SUBCONTRACTING"), at);
        var percent = facts.Number(awarded.Child("PCT_SUBCONTRACTING"), at);
        return status is null && value is null && percent is null ? null : new Subcontracting { Status = status, Value = value, Percent = percent };
    }

    private static string Id(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{number:0000}");
}
