using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks.Origin;

namespace TenderWatch.Core.Checks.ForeignSubsidies.Filings;

/// <summary>
/// Whether contributions reach the threshold of art. 28(1)(b): summed for each third country over the tenderer, its subsidiaries and holding
/// companies, and main subcontractors and suppliers, in the three years before the filing.
/// </summary>
internal static class ContributionTest
{
    /// <summary>From this share on (more than it) a subcontractor or supplier is a main one in any case: art. 29(5), unconfirmed.</summary>
    public const decimal MainShare = 20m;

    private const int Years = 3;

    /// <summary>The sum of each third country, largest first; empty where nothing counts.</summary>
    /// <param name="parties">The parties.</param>
    /// <param name="filed">The day of the filing.</param>
    public static IReadOnlyList<(string Country, decimal Sum)> Sums(IEnumerable<FilingParty> parties, DateOnly filed) =>
    [
        .. parties.Where(Counts).SelectMany(party => party.Contributions)
            .Where(contribution => contribution.Amount is > 0 and <= Reckoning.Largest && contribution.Granted > filed.AddYears(-Years) && contribution.Granted <= filed)
            .Where(contribution => MarketAccess.Of(contribution.Country) != AccessKind.Member)
            .GroupBy(contribution => contribution.Country, StringComparer.Ordinal)
            .Select(country => (country.Key, country.Sum(contribution => contribution.Amount)))
            .OrderByDescending(country => country.Item2).ThenBy(country => country.Key, StringComparer.Ordinal),
    ];

    /// <summary>Whether a party is one whose contributions count.</summary>
    public static bool Counts(FilingParty party) => party.Role is PartyRole.Operator or PartyRole.Subsidiary or PartyRole.Holding || party.KeyElements == true || party.SharePercent > MainShare;
}
