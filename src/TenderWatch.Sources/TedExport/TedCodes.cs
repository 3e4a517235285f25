namespace TenderWatch.Sources.TedExport;

/// <summary>Codes of the standard forms in the words of eForms.</summary>
internal static class TedCodes
{
    // ISO 639-1, which the forms use, to ISO 639-3.
    private static readonly Dictionary<string, string> Languages = new(StringComparer.Ordinal)
    {
        ["BG"] = "bul",
        ["CS"] = "ces",
        ["DA"] = "dan",
        ["DE"] = "deu",
        ["EL"] = "ell",
        ["EN"] = "eng",
        ["ES"] = "spa",
        ["ET"] = "est",
        ["FI"] = "fin",
        ["FR"] = "fra",
        ["GA"] = "gle",
        ["HR"] = "hrv",
        ["HU"] = "hun",
        ["IS"] = "isl",
        ["IT"] = "ita",
        ["LT"] = "lit",
        ["LV"] = "lav",
        ["MK"] = "mkd",
        ["MT"] = "mlt",
        ["NL"] = "nld",
        ["NO"] = "nor",
        ["PL"] = "pol",
        ["PT"] = "por",
        ["RO"] = "ron",
        ["SK"] = "slk",
        ["SL"] = "slv",
        ["SQ"] = "sqi",
        ["SR"] = "srp",
        ["SV"] = "swe",
        ["TR"] = "tur",
    };

    /// <summary>@LG as ISO 639-3; <see langword="null"/> for what is no language of the forms.</summary>
    public static string? Language(string? code) => code is null ? null : Languages.GetValueOrDefault(code.ToUpperInvariant());

    /// <summary>COUNTRY/@VALUE as ISO 3166-1 alpha-3.</summary>
    public static string? Country(string? code) => code is null ? null : TedCountries.Alpha3(code.ToUpperInvariant());

    /// <summary>BT-105 from the PT_ element of the procedure.</summary>
    public static string? ProcedureType(TedElement? procedure)
    {
        if (procedure is null) return null;
        // F15 names the directive first, then the way of awarding within it.
        var elements = procedure.Children.Concat(procedure.Children.Where(child => child.Name.StartsWith("DIRECTIVE_", StringComparison.Ordinal)).SelectMany(child => child.Children));
        return elements.Select(element => element.Name switch
        {
            "PT_OPEN" => "open",
            "PT_RESTRICTED" => "restricted",
            "PT_COMPETITIVE_NEGOTIATION" or "PT_NEGOTIATED_WITH_PRIOR_CALL" => "neg-w-call",
            "PT_COMPETITIVE_DIALOGUE" => "comp-dial",
            "PT_INNOVATION_PARTNERSHIP" => "innovation",
            "PT_AWARD_CONTRACT_WITHOUT_CALL" or "PT_AWARD_CONTRACT_WITHOUT_PUBLICATION" or "PT_NEGOTIATED_WITHOUT_PUBLICATION" => "neg-wo-call",
            _ => null,
        }).FirstOrDefault(type => type is not null);
    }
}
