namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>Slovenia, article 86: both half the mean and a fifth below the next. Page: <c>docs/checks/alt-lowest.md</c>.</summary>
internal static class SloveniaArticle86
{
    public static Method Method { get; } = new()
    {
        Id = "SI-ZJN3-86",
        Jurisdiction = "SI",
        Country = "SVN",
        Name = new("Slovenië, art. 86 ZJN-3", "Slovenia, art. 86 ZJN-3"),
        Trigger = new(
            "laagste prijs meer dan 50 % onder het gemiddelde en meer dan 20 % onder de eerstvolgende, bij minstens vier tijdige inschrijvingen",
            "lowest price more than 50 % below the mean and more than 20 % below the next, with at least four timely tenders"),
        LegalBasis = "ZJN-3 art. 86(1) (SI)",
        Certainty = Certainty.Confirmed,
        MinimumBids = 4,
        Effect = MethodEffect.Ask,
        Rule = input => LowestAgainstMeanAndSecond.Of(input, ownIncluded: true),
    };
}
