using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.AbnormallyLow.Panels;

/// <summary>What a conclusion hangs on, in sentences: one for each bid that is thought away.</summary>
internal static class HingeWords
{
    private const int MostNamed = 10;

    /// <param name="bids">The bids.</param>
    /// <param name="hinges">What hangs on which.</param>
    /// <param name="by">What judges, as a subject in the plural or a name.</param>
    public static IEnumerable<LocalizedText> Of(IReadOnlyList<PanelBid> bids, IEnumerable<Hinge> hinges, LocalizedText by)
    {
        foreach (var group in hinges.GroupBy(hinge => (hinge.Without, hinge.WouldAsk)))
        {
            var (without, about) = (bids[group.Key.Without].Label, string.Join(", ", group.Take(MostNamed).Select(hinge => bids[hinge.Bid].Label)));
            if (group.Count() > MostNamed) about += ", …";
            yield return group.Key.WouldAsk
                ? new($"Zonder {without} zou volgens {by.Nl} wel om een toelichting van {about} worden gevraagd.", $"Without {without}, {about} would be asked about according to {by.En}.")
                : new($"Zonder {without} zou volgens {by.Nl} niet om een toelichting van {about} worden gevraagd.", $"Without {without}, {about} would not be asked about according to {by.En}.");
        }
    }
}
