using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.TenderNed.Rendering;

/// <summary>Section 8: who is who. Elsewhere the rendering gives names only.</summary>
internal sealed class OrganisationSection
{
    private readonly List<Organisation> _organisations = [];
    private Organisation? _current;

    public void Heading() => _current = null;

    public void Row(RenderedRow row)
    {
        var label = Labels.Of(row.Label);
        if (label == Label.OfficialName && row.Text is not null && _current is null)
        {
            // Contact points and the like repeat the label within one organisation: its first name is its own.
            _organisations.Add(_current = new Organisation(Names.Clean(row.Text)));
            return;
        }

        if (_current is null) return;
        switch (label)
        {
            case Label.RegistrationNumber:
                _current.Ids.AddRange(row.Values);
                break;
            case Label.Country:
                _current.Country ??= Countries.Code(row.Text);
                break;
            case Label.OperatorSize:
                _current.Size ??= RenderedCodes.OperatorSize(row.Text);
                break;
            case Label.WinnerOfLots:
                _current.WinnerOf.AddRange(row.Values.SelectMany(value => value.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)));
                break;
        }
    }

    /// <summary>The organisation of a name; the name alone where none or several carry it.</summary>
    public Party Find(string name)
    {
        var same = _organisations.FindAll(organisation => string.Equals(organisation.Name, name, StringComparison.OrdinalIgnoreCase));
        return same is [var only] ? only.ToParty() : new Party { Name = name };
    }

    /// <summary>The organisations that are called winner of a lot in their own entry.</summary>
    public IEnumerable<string> WinnersOf(string? lot) => lot is null ? [] : _organisations.Where(organisation => organisation.WinnerOf.Contains(lot)).Select(organisation => organisation.Name);

    private sealed class Organisation(string name)
    {
        public string Name { get; } = name;

        public List<string> Ids { get; } = [];

        public string? Country { get; set; }

        public string? Size { get; set; }

        public List<string> WinnerOf { get; } = [];

        public Party ToParty() => new() { Name = Name, Ids = [.. Ids.Distinct(StringComparer.Ordinal)], Country = Country, Size = Size };
    }
}

/// <summary>Names of organisations.</summary>
internal static class Names
{
    /// <summary>Older renderings write "[ Marsh B.V. ] ---".</summary>
    public static string Clean(string text)
    {
        var name = text.Trim();
        if (name.EndsWith("---", StringComparison.Ordinal)) name = name[..^3].TrimEnd();
        if (name.Length > 2 && name[0] == '[' && name[^1] == ']') name = name[1..^1].Trim();
        return string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
