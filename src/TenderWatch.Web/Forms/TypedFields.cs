using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Bids;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Web.Access;

namespace TenderWatch.Web.Forms;

/// <summary>
/// What somebody typed into the fields of a form that stands for a file: numbers and days are read from it, and what is wrong with the file is said at the field that it came
/// from.
/// </summary>
internal sealed class TypedFields(IFormCollection form)
{
    private static readonly IReadOnlyList<FormFault> Both = [new("file", "Vul de velden in of kies een bestand, niet allebei.", "Fill the fields in or choose a file, not both.")];
    private static readonly LocalizedText NoDay = new("schrijf de dag als 2026-03-31.", "write the day as 2026-03-31.");

    private readonly Dictionary<string, (string Field, int? Row)> _places = new(StringComparer.Ordinal);
    private readonly List<FormFault> _faults = [];

    /// <summary>Enters a file, or what the fields say as the file that says the same.</summary>
    /// <param name="id">The case.</param>
    /// <param name="form">What was sent.</param>
    /// <param name="context">The request.</param>
    /// <param name="enter">Enters a file.</param>
    /// <param name="read">Reads what the file would hold.</param>
    /// <param name="first">The field for what has no place of its own.</param>
    /// <param name="always">The fields that always say something; of those in rows without the row.</param>
    /// <returns>What is wrong.</returns>
    public static async Task<IReadOnlyList<FormFault>> EnterAsync<T>(
        string id, IFormCollection form, HttpContext context, Func<string, byte[], string, CancellationToken, Task<EntryOutcome>> enter, Func<TypedFields, T> read, string first, params IReadOnlyCollection<string> always)
    {
        var (file, fields, by) = (await form.BytesAsync("file", context.RequestAborted), new TypedFields(form), Person.Of(context.User).By);
        if (file is { Length: 0 }) return EntryForms.NoFile;
        if (file is not null) return fields.IsEmpty(always) ? EntryForms.FileFaults(await enter(id, file, by, context.RequestAborted)) : Both;
        var content = read(fields);
        if (fields._faults.Count > 0) return fields._faults;
        return (await enter(id, JsonSerializer.SerializeToUtf8Bytes(content, NoticeJson.Stored), by, context.RequestAborted)).Fault switch
        {
            null => [],
            { Code: "content" } fault => fields.Located(fault.Details, first),
            var fault => [new(first, fault.Words, [])],
        };
    }

    public string? Text(string name) => form.Text(name);

    /// <summary>What was chosen of several.</summary>
    public IEnumerable<string?> All(string name) => form[name];

    /// <summary>Whether any of these fields was filled in.</summary>
    public bool IsFilled(params IEnumerable<string> names) => names.Any(name => form.Text(name) is not null);

    private bool IsEmpty(IReadOnlyCollection<string> always) =>
        form.Keys.All(name => form.Text(name) is null || always.Any(field => name == field || name.StartsWith(field + "-", StringComparison.Ordinal)));

    /// <summary>A number, written in the Dutch or the English way. What means another number in each, as 750.000, is asked again.</summary>
    /// <param name="name">The field.</param>
    /// <param name="field">Where faults are shown.</param>
    /// <param name="row">The row that they name.</param>
    public decimal? Number(string name, string field, int? row = null)
    {
        if (form.Text(name) is not { } text) return null;
        var number = NumberText.Read(text);
        if (number is { IsNumber: true, IsAmbiguous: false, Currency: null or "EUR" }) return number.Dutch ?? number.English;
        Refuse(field, row, number.IsAmbiguous
            ? new($"'{text}' kan twee getallen zijn; schrijf het zonder punten voor duizendtallen, zoals 1250000 of 1250000,50.", $"'{text}' can be two numbers; write it without marks for thousands, such as 1250000 or 1250000.50.")
            : new($"'{text}' is geen getal of geen bedrag in euro; schrijf het als 1250000 of 1250000,50.", $"'{text}' is no number, or no amount in euro; write it as 1250000 or 1250000.50."));
        return null;
    }

    /// <summary>A day.</summary>
    /// <inheritdoc cref="Number"/>
    public DateOnly? Day(string name, string field, int? row = null)
    {
        if (form.Text(name) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Refuse(field, row, NoDay);
        return null;
    }

    /// <summary>A country as files have it.</summary>
    public string? Country(string name) => form.Text(name)?.ToUpperInvariant();

    /// <summary>Yes, no, or not known.</summary>
    public bool? Choice(string name) => form.Text(name) switch { "yes" => true, "no" => false, _ => null };

    /// <summary>Something is wrong with a field.</summary>
    public void Refuse(string field, int? row, LocalizedText words) =>
        _faults.Add(new FormFault(field, row is { } number ? new($"Regel {number + 1}: {words.Nl}", $"Row {number + 1}: {words.En}") : words, []));

    /// <summary>From which field a part of the file comes.</summary>
    /// <param name="path">The path of the part in the file.</param>
    /// <param name="field">The field.</param>
    /// <param name="row">Its row.</param>
    public void Place(string path, string field, int? row = null) => _places[path] = (field, row);

    // What the file's reader says names a path.
    private List<FormFault> Located(IReadOnlyList<LocalizedText> faults, string otherwise)
    {
        foreach (var fault in faults)
        {
            var (path, words) = fault.En.StartsWith('$') && fault.En.IndexOf(": ", StringComparison.Ordinal) is > 0 and var end
                ? (fault.En[..end], new LocalizedText(fault.Nl[(fault.Nl.IndexOf(": ", StringComparison.Ordinal) + 2)..], fault.En[(end + 2)..]))
                : ("", fault);
            var known = _places.Keys.Where(place => path.StartsWith(place, StringComparison.Ordinal)).MaxBy(place => place.Length);
            var (field, row) = known is null ? (otherwise, null) : _places[known];
            Refuse(field, row, words);
        }

        return _faults;
    }
}
