using TenderWatch.Core.Checks;
using TenderWatch.Core.Checks.AbnormallyLow;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Pictures;

namespace TenderWatch.Notifications.Digests;

/// <summary>The published prices of a lot, to be drawn and to be read.</summary>
internal sealed record DigestPrices(string Title, IReadOnlyList<DigestPrice> Prices)
{
    private const int MostLots = 4;
    private const int MostPrices = 14;

    /// <summary>The first lots of which at least two prices are published; messages go to readers, and their findings rest on public facts alone.</summary>
    public static IReadOnlyList<DigestPrices> Of(CaseMessage message, Language language) =>
    [
        .. (from finding in message.Findings
            where finding.Check == AbnormallyLowTenderCheck.CheckId
            let marks = Fitting(PriceLine.Of(message.Findings, finding))
            where marks.Count is > 1 and <= MostPrices && marks.Any(mark => mark.Kind == PriceMarkKind.Bid) && marks.DistinctBy(mark => mark.Currency).Count() == 1
            select Of(finding, marks, language)).Take(MostLots),
    ];

    // Where there are too many the limits are left to the page of the case.
    private static IReadOnlyList<PriceMark> Fitting(IReadOnlyList<PriceMark> marks) =>
        marks.Count <= MostPrices ? marks : [.. marks.Where(mark => mark.Kind != PriceMarkKind.Limit)];

    private static DigestPrices Of(Finding finding, IReadOnlyList<PriceMark> marks, Language language)
    {
        var w = Wording.For(language);
        return new(
            PlainText.Line(finding.Subject, 60),
            [.. marks.Select(mark => new DigestPrice(PlainText.Line(mark.Label.In(language), 60), w.Money(mark.Price, mark.Currency), mark.Price, mark.Kind, mark.Asks))]);
    }
}

/// <summary>A price.</summary>
internal sealed record DigestPrice(string Label, string Written, decimal Price, PriceMarkKind Kind, bool Asks);
