using System.Globalization;

namespace TenderWatch.Core.Screening.Settings;

/// <summary>The properties of a settings file by section, with what they may be.</summary>
/// <param name="properties">The file.</param>
/// <param name="faults">Takes what is wrong, each with its line.</param>
internal sealed class IniSections(IReadOnlyList<IniProperty> properties, ICollection<string> faults)
{
    private const string WholeNumber = "a whole number of 0 or more";

    /// <summary>Names a section or property that has no meaning, and one that stands twice.</summary>
    public void Check()
    {
        var seen = new Dictionary<(string, string?), int>();
        foreach (var one in properties)
        {
            var shown = one.Section.Length == 0 ? one.Name : one.Name is null ? $"[{one.Section}]" : $"[{one.Section}] {one.Name}";
            if (!KnownSections.All.TryGetValue(one.Section, out var names))
                AddOnce(one.Name is null, $"line {one.Line}: there is no section {shown}; known are {string.Join(", ", KnownSections.All.Keys.Where(name => name.Length > 0))}.");
            else if (one.Name is not null && names is not null && !names.Contains(one.Name, StringComparer.Ordinal))
                faults.Add($"line {one.Line}: there is no property {shown}; {(names.Length == 0 ? "the section has none" : "known are " + string.Join(", ", names))}.");
            if (!seen.TryAdd((one.Section, one.Name), one.Line))
                faults.Add($"line {one.Line}: {shown} stands in line {seen[(one.Section, one.Name)]} already; keep one of them.");
        }
    }

    /// <summary>Whether the section is there, be it only through one below it.</summary>
    public bool Has(string section) => properties.Any(one => one.Section == section || one.Section.StartsWith(section + ".", StringComparison.Ordinal));

    /// <summary>A text; null when not set.</summary>
    public string? Text(string section, string name) => Find(section, name)?.Value;

    /// <summary>Texts separated by pipes.</summary>
    public TextSet Texts(string section, string name, string standard = "") => new(Text(section, name) ?? standard);

    /// <summary>A whole number of 0 or more.</summary>
    public ulong? Count(string section, string name) => Find(section, name) is not { } one ? null
        : ulong.TryParse(one.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : Wrong<ulong>(one, WholeNumber);

    /// <summary>A number, with a point before its decimals.</summary>
    public double? Number(string section, string name) => Find(section, name) is not { } one ? null
        : double.TryParse(one.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
        : Wrong<double>(one, "a number with a point before its decimals, such as 0.05");

    /// <summary>Yes or no.</summary>
    public bool Flag(string section, string name) => Find(section, name) is { } one && (one.Value.ToUpperInvariant() switch
    {
        "TRUE" or "1" or "ON" or "YES" => true,
        "FALSE" or "0" or "OFF" or "NO" => false,
        _ => Wrong<bool>(one, "true or false") ?? false,
    });

    /// <summary>Days, which may be negative.</summary>
    public long Days(string section, string name, long standard) => Find(section, name) is { } one ? Days(one) : standard;

    /// <summary>Days by name: all properties of a section.</summary>
    public IReadOnlyList<(byte[] Name, long Days)> DaysByName(string section) =>
        [.. properties.Where(one => one.Section == section && one.Name is not null).Select(one => (System.Text.Encoding.UTF8.GetBytes(one.Name!), Days(one)))];

    private long Days(IniProperty one) =>
        long.TryParse(one.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days) ? days : Wrong<long>(one, "a whole number of days") ?? 0;

    private IniProperty? Find(string section, string name) => properties.FirstOrDefault(one => one.Section == section && one.Name == name);

    private T? Wrong<T>(IniProperty one, string allowed)
        where T : struct
    {
        faults.Add($"line {one.Line}: {(one.Section.Length == 0 ? "" : $"[{one.Section}] ")}{one.Name} is '{one.Value}'; allowed: {allowed}.");
        return null;
    }

    private void AddOnce(bool first, string fault)
    {
        if (first) faults.Add(fault);
    }
}
