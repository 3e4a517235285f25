using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.Origin;

/// <summary>Something that points to a country other than by the registered seat.</summary>
/// <param name="Country">The country.</param>
/// <param name="Text">What points to it.</param>
/// <param name="Decides">
/// Whether it concerns the origin of the tenderer itself: who controls it (Regulation (EU) 2022/1031 art. 3: more than half), or a document that says where it is from. The
/// nationality of a person and the origin of goods leave the question open.
/// </param>
internal sealed record OriginSign(string Country, LocalizedText Text, bool Decides)
{
    private const decimal Control = 50m;

    public static IEnumerable<OriginSign> Of(KnownBidder bidder)
    {
        foreach (var country in bidder.Party.OwnerNationalities.Distinct(StringComparer.Ordinal))
            yield return new(country, new($"nationaliteit van een uiteindelijk belanghebbende: {CountryWords.Of(country, Language.Nl)} (BT-706)", $"nationality of a beneficial owner: {CountryWords.Of(country, Language.En)} (BT-706)"), Decides: false);
        foreach (var country in bidder.Bid.Origin.Distinct(StringComparer.Ordinal))
            yield return new(country, new($"land van oorsprong van het aangebodene: {CountryWords.Of(country, Language.Nl)} (BT-191)", $"country of origin of what is offered: {CountryWords.Of(country, Language.En)} (BT-191)"), Decides: false);
        foreach (var (statement, owned) in bidder.Owners.Where(owner => owner.Owned.Country is not null))
        {
            yield return new(owned.Country!, LocalizedText.Of(
                w => $"{owned.Owner} ({CountryWords.Of(owned.Country!, Language.Nl)}) houdt {Part(w, owned.Percent)}{owned.Company}, volgens {statement.Content.Source.Title}",
                w => $"{owned.Owner} ({CountryWords.Of(owned.Country!, Language.En)}) holds {Part(w, owned.Percent)}{owned.Company}, according to {statement.Content.Source.Title}"), Decides: owned.Percent is null or > Control);
        }

        foreach (var country in bidder.StatedCountries)
            yield return new(country, new($"volgens een ingevoerd document afkomstig uit {CountryWords.Of(country, Language.Nl)}", $"from {CountryWords.Of(country, Language.En)} according to an entered document"), Decides: true);
    }

    private static string Part(Wording w, decimal? percent) => percent is { } part ? $"{w.Exact(part)} % {(w.Language == Language.Nl ? "van" : "of")} " : w.Language == Language.Nl ? "een belang in " : "an interest in ";
}
