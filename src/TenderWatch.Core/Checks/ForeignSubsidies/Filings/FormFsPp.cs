using System.Globalization;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.ForeignSubsidies.Filings;

/// <summary>Form FS-PP (Regulation (EU) 2023/1441, annex II): what a complete filing holds (points 16 and 17 of its introduction).</summary>
public static class FormFsPp
{
    private static readonly int[] Notification = [1, 2, 3, 6, 8];
    private static readonly int[] Declaration = [1, 2, 7, 8];

    private static readonly Dictionary<int, LocalizedText> Names = new()
    {
        [1] = new("de procedure", "the procedure"),
        [2] = new("de indieners", "the notifying parties"),
        [3] = new("de bijdragen", "the contributions"),
        [4] = new("waarom niet ongerechtvaardigd voordelig; vrij", "why not unduly advantageous; optional"),
        [5] = new("positieve effecten; vrij", "positive effects; optional"),
        [6] = new("de documenten", "the documents"),
        [7] = new("de verklaring", "the declaration"),
        [8] = new("de ondertekening", "the attestation"),
    };

    /// <summary>The sections, by number, with what each is about.</summary>
    public static IReadOnlyDictionary<int, LocalizedText> Sections => Names;

    /// <summary>What a filing needs, section by section; both where its kind is not known.</summary>
    internal static LocalizedText Needs(FilingKind? kind) => kind switch
    {
        FilingKind.Notification => new($"melding: delen {List(Notification, Language.Nl)}", $"notification: sections {List(Notification, Language.En)}"),
        FilingKind.Declaration => new($"verklaring: delen {List(Declaration, Language.Nl)}", $"declaration: sections {List(Declaration, Language.En)}"),
        _ => new($"{Needs(FilingKind.Notification).Nl}; {Needs(FilingKind.Declaration).Nl}", $"{Needs(FilingKind.Notification).En}; {Needs(FilingKind.Declaration).En}"),
    };

    /// <summary>The sections of a filing that are still to be filled in; none where nobody has looked.</summary>
    internal static IReadOnlyList<int> Open(FsrFiling filing) =>
        filing.Sections.Count == 0 || filing.Kind is not { } kind ? [] : [.. (kind == FilingKind.Notification ? Notification : Declaration).Except(filing.Sections)];

    /// <summary>Sections with their names.</summary>
    internal static string List(IEnumerable<int> sections, Language language) =>
        string.Join(", ", sections.Select(section => $"{section.ToString(CultureInfo.InvariantCulture)} ({Names[section].In(language)})"));
}
