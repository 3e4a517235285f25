using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Checks.ForeignSubsidies.Filings;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Web.Access;

namespace TenderWatch.Web.Forms;

/// <summary>Filings on foreign subsidies that officers enter on the page of a case, in fields or as a file. What stands in the fields is stored as the file that says the same.</summary>
internal sealed class FilingForms(FilingEntry filings)
{
    /// <summary>So many contributions have fields; a filing with more of them is entered as a file.</summary>
    public const int Rows = 8;

    private static readonly string[] RowFields = ["party", "share", "country", "amount", "granted"];

    public async Task<IReadOnlyList<FormFault>> TakeAsync(string id, IFormCollection form, HttpContext context)
    {
        var file = await form.BytesAsync("file", context.RequestAborted);
        if (file is { Length: 0 }) return EntryForms.NoFile;
        var typed = form.Text("bidder") is not null || Enumerable.Range(0, Rows).Any(row => IsFilled(form, row));
        if (file is not null && typed) return [new("file", "Vul de velden in of kies een bestand, niet allebei.", "Fill the fields in or choose a file, not both.")];
        var by = Person.Of(context.User).By;
        if (file is not null) return EntryForms.FileFaults(await filings.EnterAsync(id, file, by, context.RequestAborted));
        var faults = new List<FormFault>();
        var (filing, places) = Read(form, faults);
        if (faults.Count > 0) return faults;
        return (await filings.EnterAsync(id, JsonSerializer.SerializeToUtf8Bytes(filing, NoticeJson.Stored), by, context.RequestAborted)).Fault switch
        {
            null => [],
            { Code: "content" } fault => [.. fault.Details.Select(detail => Located(detail, places))],
            var fault => [new("bidder", fault.Words, [])],
        };
    }

    private static (FsrFiling Filing, IReadOnlyDictionary<string, int> Places) Read(IFormCollection form, List<FormFault> faults)
    {
        var (parties, places) = (new List<FilingParty>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var row in Enumerable.Range(0, Rows).Where(row => IsFilled(form, row)))
        {
            var name = form.Text($"party-{row}");
            var role = Named<PartyRole>(form.Text($"role-{row}")) ?? PartyRole.Operator;
            var share = Number(form, row, "share", faults);
            bool? key = form.Text($"key-{row}") is null ? null : true;
            Contribution[] contribution = form.Text($"country-{row}") is null && form.Text($"amount-{row}") is null && form.Text($"granted-{row}") is null
                ? []
                : [new(form.Text($"country-{row}")?.ToUpperInvariant() ?? "", Number(form, row, "amount", faults) ?? 0, Day(form.Text($"granted-{row}"), () => faults.Add(OfRow(row, NoDay))) ?? default)];
            if (name is null) faults.Add(OfRow(row, new("noem de partij.", "name the party.")));
            // One party can have several rows, one for each contribution.
            var known = parties.FindIndex(party => party.Name == name && party.Role == role);
            if (known < 0)
            {
                places[$"$.parties[{parties.Count}]"] = row;
                known = parties.Count;
                parties.Add(new FilingParty(name ?? "", role, share, key, []));
            }

            var before = parties[known];
            if (contribution.Length > 0) places[$"$.parties[{known}].contributions[{before.Contributions.Count}]"] = row;
            parties[known] = before with { SharePercent = before.SharePercent ?? share, KeyElements = before.KeyElements ?? key, Contributions = [.. before.Contributions, .. contribution] };
        }

        DateOnly? DayOf(string field) => Day(form.Text(field), () => faults.Add(new FormFault(field, NoDay, [])));
        return (new FsrFiling
        {
            Bidder = form.Text("bidder") ?? "",
            Stage = Named<FilingStage>(form.Text("stage")) ?? FilingStage.Tender,
            Kind = Named<FilingKind>(form.Text("kind")),
            Received = DayOf("received"),
            Asked = DayOf("asked"),
            Complete = DayOf("complete"),
            Extended = form.Text("extended") is not null,
            Sections = [.. form["sections"].Select(section => int.TryParse(section, CultureInfo.InvariantCulture, out var number) ? number : 0)],
            Parties = parties,
        }, places);
    }

    private static readonly LocalizedText NoDay = new("schrijf de dag als 2026-03-31.", "write the day as 2026-03-31.");

    private static bool IsFilled(IFormCollection form, int row) => RowFields.Any(field => form.Text($"{field}-{row}") is not null);

    private static decimal? Number(IFormCollection form, int row, string field, List<FormFault> faults)
    {
        if (form.Text($"{field}-{row}") is not { } text) return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number;
        faults.Add(OfRow(row, new($"'{text}' is geen getal; schrijf het zonder punten voor duizendtallen, zoals 1250000.50.", $"'{text}' is no number; write it without marks for thousands, such as 1250000.50.")));
        return null;
    }

    private static DateOnly? Day(string? text, Action wrong)
    {
        if (text is null) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        wrong();
        return null;
    }

    private static T? Named<T>(string? name)
        where T : struct, Enum => Enum.TryParse<T>(name, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    // A fault of the file that the fields stand for, at its field.
    private static FormFault Located(LocalizedText fault, IReadOnlyDictionary<string, int> places)
    {
        var path = fault.En.Split(": ", 2)[0];
        var words = path.StartsWith('$') ? new LocalizedText(fault.Nl.Split(": ", 2)[^1], fault.En.Split(": ", 2)[^1]) : fault;
        var place = places.Keys.Where(known => path.StartsWith(known, StringComparison.Ordinal)).MaxBy(known => known.Length);
        if (place is not null) return OfRow(places[place], words);
        var field = path.TrimStart('$', '.');
        return new FormFault(field is "received" or "asked" or "complete" or "sections" ? field : "bidder", words, []);
    }

    private static FormFault OfRow(int row, LocalizedText words) => new("parties", new($"Regel {row + 1}: {words.Nl}", $"Row {row + 1}: {words.En}"), []);
}
