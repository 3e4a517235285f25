using System.Text.Json;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks.Calendars;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using static TenderWatch.Core.Languages.JsonFaults;

namespace TenderWatch.Core.Checks.ForeignSubsidies.Filings;

/// <summary>Reads what people enter of one filing, and says of each member that cannot be used what is wrong with it. The form: <c>docs/fsr-filings.md</c>.</summary>
public static class FilingDocument
{
    /// <summary>The largest document that is read, in bytes.</summary>
    public const int LargestBytes = 1024 * 1024;

    private const int LongestName = 300;
    private const int MostParties = 200;
    private const int MostContributions = 2000;

    private static readonly JsonSerializerOptions Strict = new(NoticeJson.Stored)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        MaxDepth = 8,
    };

    /// <summary>Reads a filing.</summary>
    /// <param name="json">Its bytes.</param>
    /// <param name="faults">What is wrong, each with the path of the member; empty where the filing can be used.</param>
    /// <returns>The filing without origins, or <see langword="null"/> where there are faults.</returns>
    public static FsrFiling? Read(ReadOnlySpan<byte> json, out IReadOnlyList<LocalizedText> faults)
    {
        if (json.Length > LargestBytes)
        {
            faults = [new($"De indiening is groter dan {LargestBytes / 1024} KiB.", $"The filing is larger than {LargestBytes / 1024} KiB.")];
            return null;
        }

        try
        {
            var filing = JsonSerializer.Deserialize<FsrFiling>(json, Strict);
            faults = filing is null ? [JsonFaults.Null] : Empty(filing) ?? [.. Validate(filing)];
            return faults.Count == 0 ? filing : null;
        }
        catch (JsonException wrong)
        {
            faults = [JsonFaults.Of(wrong, Allowed, new("een indiening", "a filing"), "docs/fsr-filings.md")];
            return null;
        }
    }

    // What the members with names for values may say.
    private static readonly Dictionary<string, LocalizedText> Allowed = new(StringComparer.Ordinal)
    {
        ["stage"] = new("requestToParticipate (aanmelding) of tender (inschrijving).", "requestToParticipate or tender."),
        ["kind"] = new("notification (melding) of declaration (verklaring).", "notification or declaration."),
        ["role"] = new("operator (ondernemer), subsidiary (dochter), holding, subcontractor (onderaannemer) of supplier (leverancier).", "operator, subsidiary, holding, subcontractor or supplier."),
    };

    // The reader does not look for null in lists.
    private static IReadOnlyList<LocalizedText>? Empty(FsrFiling filing)
    {
        foreach (var (place, party) in filing.Parties.Index())
        {
            if (party is null) return [At($"$.parties[{place}]", "null waar een partij hoort.", "null where a party belongs.")];
            if (party.Contributions.ToList().FindIndex(contribution => contribution is null) is >= 0 and var other) return [At($"$.parties[{place}].contributions[{other}]", "null waar een bijdrage hoort.", "null where a contribution belongs.")];
        }

        return null;
    }

    private static IEnumerable<LocalizedText> Validate(FsrFiling filing)
    {
        if (filing.Origins.Count > 0) yield return At("$.origins", "waar het is vastgelegd is bekend; laat dit weg.", "where it was recorded is known; leave it out.");
        if (!IsName(filing.Bidder)) yield return At("$.bidder", $"het nummer van de inschrijving, een registratienummer of de naam voluit, van 1 tot {LongestName} tekens.", $"the id of the bid, a registration number or the name in full, of 1 to {LongestName} characters.");
        if (!Enum.IsDefined(filing.Stage)) yield return At("$.stage", Allowed["stage"]);
        if (filing.Kind is { } kind && !Enum.IsDefined(kind)) yield return At("$.kind", Allowed["kind"]);
        foreach (var fault in Days(filing)) yield return fault;
        if (filing.Sections.Any(section => section is < 1 or > 8) || filing.Sections.Distinct().Count() < filing.Sections.Count) yield return At("$.sections", "getallen van 1 tot 8, elk één keer.", "numbers from 1 to 8, each once.");
        if (filing.Parties.Count > MostParties || filing.Parties.Sum(party => party.Contributions.Count) > MostContributions)
            yield return At("$.parties", $"meer dan {MostParties} partijen of {MostContributions} bijdragen.", $"more than {MostParties} parties or {MostContributions} contributions.");
        foreach (var fault in filing.Parties.Index().SelectMany(party => OfParty($"$.parties[{party.Index}]", party.Item))) yield return fault;
    }

    private static IEnumerable<LocalizedText> Days(FsrFiling filing)
    {
        (string Name, DateOnly? Day)[] days = [("received", filing.Received), ("complete", filing.Complete), ("asked", filing.Asked)];
        foreach (var (name, day) in days.Where(day => day.Day is not null && day.Day.Usable() is null)) yield return At($"$.{name}", $"{day:yyyy-MM-dd} kan niet de bedoelde dag zijn.", $"{day:yyyy-MM-dd} is no day that can be meant.");
        foreach (var (name, day) in days.Skip(1).Where(day => day.Day < filing.Received)) yield return At($"$.{name}", $"{day:yyyy-MM-dd} ligt vóór de ontvangst van de indiening.", $"{day:yyyy-MM-dd} is before the filing was received.");
    }

    private static IEnumerable<LocalizedText> OfParty(string path, FilingParty party)
    {
        if (!IsName(party.Name)) yield return At($"{path}.name", $"1 tot {LongestName} tekens.", $"1 to {LongestName} characters.");
        if (!Enum.IsDefined(party.Role)) yield return At($"{path}.role", Allowed["role"]);
        if (party.SharePercent is <= 0 or > 100) yield return At($"{path}.sharePercent", "een percentage boven 0 en hoogstens 100.", "a percentage above 0 and at most 100.");
        if (party is { SharePercent: not null } or { KeyElements: not null } && party.Role is not (PartyRole.Subcontractor or PartyRole.Supplier))
            yield return At(path, "sharePercent en keyElements zijn voor een onderaannemer (subcontractor) of leverancier (supplier).", "sharePercent and keyElements are for a subcontractor or supplier.");
        foreach (var (place, contribution) in party.Contributions.Index())
        {
            if (!CountryWords.IsKnown(contribution.Country)) yield return At($"{path}.contributions[{place}].country", $"'{contribution.Country}' is geen land; schrijf drie hoofdletters, zoals CHN.", $"'{contribution.Country}' is no country; write three capitals, such as CHN.");
            if (contribution.Amount is <= 0 or > Reckoning.Largest) yield return At($"{path}.contributions[{place}].amount", "een bedrag in euro boven 0.", "an amount in euro above 0.");
            if (((DateOnly?)contribution.Granted).Usable() is null) yield return At($"{path}.contributions[{place}].granted", $"{contribution.Granted:yyyy-MM-dd} kan niet de bedoelde dag zijn.", $"{contribution.Granted:yyyy-MM-dd} is no day that can be meant.");
        }
    }

    private static bool IsName(string name) => name.Trim().Length is > 0 and <= LongestName && !name.Any(char.IsControl);
}
