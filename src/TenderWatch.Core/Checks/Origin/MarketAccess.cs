using System.Text.Json;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Checks.Origin;

/// <summary>What ties a country to the European procurement market.</summary>
internal enum AccessKind
{
    /// <summary>A member state of the European Union.</summary>
    Member,

    /// <summary>A party to the Agreement on Government Procurement.</summary>
    Gpa,

    /// <summary>An agreement with a procurement chapter is believed to exist; not confirmed.</summary>
    AgreementUnconfirmed,

    /// <summary>No agreement is known.</summary>
    None,
}

/// <summary>
/// Countries with access to procurement in the European Union, from <c>market-access.json</c>, which carries date and source. That an
/// agreement exists does not say that it covers this buyer and this sector.
/// </summary>
internal static class MarketAccess
{
    private static readonly AccessData Data = Load();
    private static readonly HashSet<string> Members = [.. Data.Members];
    private static readonly HashSet<string> Gpa = [.. Data.Gpa.Parties.Select(party => party.Country)];
    private static readonly Dictionary<string, string> Agreements = Data.Agreements.Parties.ToDictionary(party => party.Country, party => party.Name!, StringComparer.Ordinal);

    /// <summary>The list in words: how far it can be relied on.</summary>
    public static LocalizedText Certainty { get; } = LocalizedText.Of(
        w => $"De lijst van landen is bijgewerkt tot {w.Date(Data.AsOf)} en niet bij de WTO bevestigd; dekking van nutssectoren (bijlage 3) verschilt per land.",
        w => $"The list of countries is up to date to {w.Date(Data.AsOf)} and not confirmed with the WTO; coverage of utilities (Annex 3) differs by country.");

    /// <summary>What ties a country, by its ISO 3166-1 alpha-3 code.</summary>
    public static AccessKind Of(string country) =>
        Members.Contains(country) ? AccessKind.Member
        : Gpa.Contains(country) ? AccessKind.Gpa
        : Agreements.ContainsKey(country) ? AccessKind.AgreementUnconfirmed
        : AccessKind.None;

    /// <summary>Whether a country is in the European Union or party to the GPA.</summary>
    public static bool IsGpa(string country) => Of(country) is AccessKind.Member or AccessKind.Gpa;

    private static AccessData Load()
    {
        using var stream = typeof(MarketAccess).Assembly.GetManifestResourceStream("TenderWatch.Core.Origin/market-access.json")!;
        return JsonSerializer.Deserialize<AccessData>(stream, NoticeJson.Stored)!;
    }

    private sealed record AccessData(DateOnly AsOf, IReadOnlyList<string> Members, AccessList Gpa, AccessList Agreements);

    private sealed record AccessList(string Source, bool Confirmed, IReadOnlyList<AccessParty> Parties);

    private sealed record AccessParty(string Country, int? Since = null, string? Name = null);
}
