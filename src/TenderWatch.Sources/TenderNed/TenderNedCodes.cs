namespace TenderWatch.Sources.TenderNed;

/// <summary>TenderNed's codes in the words of eForms. A code that is not known stays a notice: its form type is <c>other</c>.</summary>
internal static class TenderNedCodes
{
    /// <summary>BT-03 from <c>formType</c>, else from the form (EF29), else from the kind of announcement (AGO).</summary>
    public static string FormType(string? formType, string? publicationCode, string? announcementCode)
    {
        var stated = formType?.Trim().ToLowerInvariant();
        if (Subtype(publicationCode) is { } form && int.TryParse(form, System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            // Voluntary ex-ante transparency and modifications are listed as awards (AGO).
            if (number is >= 25 and <= 28) return "dir-awa-pre";
            if (number is >= 38 and <= 40) return "cont-modif";
        }

        if (stated is "planning" or "competition" or "result" or "consultation" or "change" or "dir-awa-pre" or "cont-modif" or "completion" or "bri") return stated;
        return announcementCode switch
        {
            "VAK" => "planning",
            "AAO" => "competition",
            "AGO" => "result",
            "MAC" => "consultation",
            "REC" => "change",
            "AAW" => "cont-modif",
            _ => "other",
        };
    }

    /// <summary>EF29 is OPP-070 <c>29</c>, EFE1 <c>E1</c>, SF03 the form <c>F03</c>.</summary>
    public static string? Subtype(string? publicationCode)
    {
        var code = publicationCode?.Trim();
        if (code is not { Length: >= 3 and <= 6 } || !code.All(char.IsAsciiLetterOrDigit)) return null;
        if (code.StartsWith("EF", StringComparison.Ordinal)) return code[2..].TrimStart('0');
        return code.StartsWith("SF", StringComparison.Ordinal) ? code[1..] : null;
    }

    public static string? ContractNature(string? code) => code switch
    {
        "D" => "services",
        "L" => "supplies",
        "W" => "works",
        _ => null,
    };

    // Only codes whose meaning is known from TenderNed's own texts; the rest is left open.
    public static string? ProcedureType(string? code) => code switch
    {
        "OPE" => "open",
        "NOP" => "restricted",
        "APM" => "oth-mult",
        _ => null,
    };
}
