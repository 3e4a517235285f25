using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.TedExport;

/// <summary>Buyers and contractors of a standard form. Contact persons, telephones and addresses are not read.</summary>
internal static class TedParties
{
    public static IReadOnlyList<Party> Buyers(TedElement? body) => body is null
        ? []
        : [.. body.Children.Where(child => child.Name is "ADDRESS_CONTRACTING_BODY" or "ADDRESS_CONTRACTING_BODY_ADDITIONAL").Select(address => Of(address))];

    /// <summary>The contractors of an award; none where they are not for publication.</summary>
    public static IReadOnlyList<Party> Contractors(TedElement awarded) =>
    [
        // Older editions name them in the award itself.
        .. awarded.All("CONTRACTORS").Prepend(awarded).Where(list => list.Attribute("PUBLICATION") != "NO").SelectMany(list => list.All("CONTRACTOR")).Select(contractor => Of(contractor.Child("ADDRESS_CONTRACTOR")) with
        {
            Size = contractor.Child("SME") is not null ? "sme" : contractor.Child("NO_SME") is not null ? "large" : null,
        }),
    ];

    private static Party Of(TedElement? address) => new()
    {
        Name = address?.Child("OFFICIALNAME")?.Text(),
        Ids = [.. address?.All("NATIONALID").Select(id => id.Text()).OfType<string>().Distinct(StringComparer.Ordinal) ?? []],
        Country = TedCodes.Country(address?.Child("COUNTRY")?.Attribute("VALUE")),
    };
}
