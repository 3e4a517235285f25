namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>Croatia, an older rule that is not confirmed. Page: <c>docs/checks/alt-lowest.md</c>.</summary>
internal static class CroatiaArticle289
{
    public static Method Method { get; } = new()
    {
        Id = "HR-ZJN-289",
        Jurisdiction = "HR",
        Country = "HRV",
        Name = new("Kroatië, oudere regel bij art. 289 ZJN", "Croatia, older rule at art. 289 ZJN"),
        Trigger = new(
            "laagste prijs meer dan 50 % onder het gemiddelde van de andere en meer dan 20 % onder de op een na laagste, bij minstens drie inschrijvingen",
            "lowest price more than 50 % below the mean of the others and more than 20 % below the second lowest, with at least three tenders"),
        LegalBasis = "ZJN 2016 art. 289 (HR), number not confirmed",
        Certainty = Certainty.Unconfirmed,
        MinimumBids = 3,
        Effect = MethodEffect.Ask,
        Rule = input => LowestAgainstMeanAndSecond.Of(input, ownIncluded: false),
    };
}
