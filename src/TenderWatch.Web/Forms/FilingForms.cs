using System.Globalization;
using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Checks.ForeignSubsidies.Filings;
using TenderWatch.Core.Reviews.Entries;

namespace TenderWatch.Web.Forms;

/// <summary>Filings on foreign subsidies that officers enter on the page of a case, in fields or as a file. What stands in the fields is stored as the file that says the same.</summary>
internal sealed class FilingForms(FilingEntry filings)
{
    /// <summary>So many contributions have fields; a filing with more of them is entered as a file.</summary>
    public const int Rows = 8;

    private const string Parties = "parties";

    private static readonly string[] RowFields = ["party", "share", "key", "country", "amount", "granted"];

    public Task<IReadOnlyList<FormFault>> TakeAsync(string id, IFormCollection form, HttpContext context) => TypedFields.EnterAsync(id, form, context, filings.EnterAsync, Read, "bidder", "stage", "role");

    private static FsrFiling Read(TypedFields fields)
    {
        foreach (var field in new[] { "received", "asked", "complete", "sections" }) fields.Place("$." + field, field);
        return new FsrFiling
        {
            Bidder = fields.Text("bidder") ?? "",
            Stage = Named<FilingStage>(fields.Text("stage")) ?? FilingStage.Tender,
            Kind = Named<FilingKind>(fields.Text("kind")),
            Received = fields.Day("received", "received"),
            Asked = fields.Day("asked", "asked"),
            Complete = fields.Day("complete", "complete"),
            Extended = fields.Text("extended") is not null,
            Sections = [.. fields.All("sections").Select(section => int.TryParse(section, CultureInfo.InvariantCulture, out var number) ? number : 0)],
            Parties = PartiesOf(fields),
        };
    }

    // One party can have several rows, one for each contribution.
    private static List<FilingParty> PartiesOf(TypedFields fields)
    {
        var parties = new List<FilingParty>();
        foreach (var row in Enumerable.Range(0, Rows).Where(row => fields.IsFilled(Row(row))))
        {
            var name = fields.Text($"party-{row}");
            if (name is null) fields.Refuse(Parties, row, new("noem de partij.", "name the party."));
            var party = new FilingParty(name ?? "", Named<PartyRole>(fields.Text($"role-{row}")) ?? PartyRole.Operator, fields.Number($"share-{row}", Parties, row), fields.Text($"key-{row}") is null ? null : true, ContributionOf(fields, row));
            if (party is { SharePercent: not null } or { KeyElements: not null } && party.Role is not (PartyRole.Subcontractor or PartyRole.Supplier))
                fields.Refuse(Parties, row, new("aandeel en kern zijn voor een onderaannemer of leverancier.", "share and key are for a subcontractor or supplier."));
            var known = parties.FindIndex(one => (one.Name, one.Role) == (party.Name, party.Role));
            if (known >= 0 && party.SharePercent is { } share && parties[known].SharePercent is { } other && share != other)
                fields.Refuse(Parties, row, new("deze partij heeft in een regel hierboven een ander aandeel.", "this party has another share in a row above."));
            var (place, before) = known < 0 ? (parties.Count, party with { Contributions = [] }) : (known, parties[known]);
            if (known < 0) fields.Place($"$.parties[{place}]", Parties, row);
            if (party.Contributions.Count > 0) fields.Place($"$.parties[{place}].contributions[{before.Contributions.Count}]", Parties, row);
            var together = before with { SharePercent = before.SharePercent ?? party.SharePercent, KeyElements = before.KeyElements ?? party.KeyElements, Contributions = [.. before.Contributions, .. party.Contributions] };
            if (known < 0) parties.Add(together);
            else parties[place] = together;
        }

        return parties;
    }

    private static IReadOnlyList<Contribution> ContributionOf(TypedFields fields, int row)
    {
        if (!fields.IsFilled($"country-{row}", $"amount-{row}", $"granted-{row}")) return [];
        if (fields.Country($"country-{row}") is { } country && fields.IsFilled($"amount-{row}") && fields.IsFilled($"granted-{row}"))
            return [new(country, fields.Number($"amount-{row}", Parties, row) ?? 0, fields.Day($"granted-{row}", Parties, row) ?? default)];
        fields.Refuse(Parties, row, new("noem land, bedrag en dag van de bijdrage.", "give country, amount and day of the contribution."));
        return [];
    }

    private static IEnumerable<string> Row(int row) => RowFields.Select(field => $"{field}-{row}");

    private static T? Named<T>(string? name)
        where T : struct, Enum => Enum.TryParse<T>(name, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
