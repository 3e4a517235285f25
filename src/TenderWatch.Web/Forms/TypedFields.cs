using System.Globalization;
using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Languages;

namespace TenderWatch.Web.Forms;

/// <summary>
/// What somebody typed into the fields of a form that stands for a file: numbers and days are read from it, and what is wrong with the file is said at the field that it came
/// from.
/// </summary>
internal sealed class TypedFields(IFormCollection form)
{
    private static readonly char[] Marks = ['.', ','];
    private static readonly LocalizedText NoDay = new("schrijf de dag als 2026-03-31.", "write the day as 2026-03-31.");

    private readonly Dictionary<string, (string Field, int? Row)> _places = new(StringComparer.Ordinal);
    private readonly List<FormFault> _faults = [];

    /// <summary>What cannot be read.</summary>
    public IReadOnlyList<FormFault> Faults => _faults;

    public string? Text(string name) => form.Text(name);

    /// <summary>Whether any of these fields was filled in.</summary>
    public bool IsFilled(params IEnumerable<string> names) => names.Any(name => form.Text(name) is not null);

    /// <summary>Whether nothing was filled in, but for fields that always say something.</summary>
    /// <param name="always">The names of those; of fields in rows without the row.</param>
    public bool IsEmpty(params IReadOnlyCollection<string> always) =>
        form.Keys.All(name => form.Text(name) is null || always.Any(field => name == field || name.StartsWith(field + "-", StringComparison.Ordinal)));

    /// <summary>A number without marks for thousands, with a point or a comma. What could be either, as 750.000, is refused.</summary>
    /// <param name="name">The field.</param>
    /// <param name="field">Where faults are shown.</param>
    /// <param name="row">The row that they name.</param>
    public decimal? Number(string name, string field, int? row = null)
    {
        if (form.Text(name) is not { } text) return null;
        var mark = text.IndexOfAny(Marks);
        var isPlain = mark < 0 || (text.LastIndexOfAny(Marks) == mark && text.Length - mark - 1 != 3);
        if (isPlain && decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number;
        Refuse(field, row, new($"'{text}' kan niet zeker als getal worden gelezen; schrijf het zonder punten voor duizendtallen, zoals 1250000 of 1250000,50.", $"'{text}' cannot be read as a number with certainty; write it without marks for thousands, such as 1250000 or 1250000.50."));
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

    /// <summary>What is wrong with the file, each fault at its field.</summary>
    /// <param name="faults">What the file's reader says, each with a path.</param>
    /// <param name="otherwise">The field for what has no place.</param>
    public IReadOnlyList<FormFault> Located(IReadOnlyList<LocalizedText> faults, string otherwise)
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
