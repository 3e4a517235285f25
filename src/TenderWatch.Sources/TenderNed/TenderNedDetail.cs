using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.TenderNed;

/// <summary>The facts in TenderNed's detail of a publication.</summary>
internal sealed record TenderNedDetail
{
    public required string Id { get; init; }

    public long? Kenmerk { get; init; }

    public DateOnly? Published { get; init; }

    public string? Title { get; init; }

    public string? Buyer { get; init; }

    public string? Description { get; init; }

    public LocalDeadline? Deadline { get; init; }

    public DateOnly? Start { get; init; }

    public DateOnly? End { get; init; }

    public required string FormType { get; init; }

    public string? Subtype { get; init; }

    public string? ContractNature { get; init; }

    public string? ProcedureType { get; init; }

    public IReadOnlyList<string> Cpv { get; init; } = [];

    /// <summary>pbNummerTed without leading zeros.</summary>
    public string? TedNumber { get; init; }

    /// <summary>Where the documents are, when another platform published the notice through TenderNed.</summary>
    public string? DocumentsUrl { get; init; }

    /// <summary>Members whose dates cannot be read.</summary>
    public IReadOnlyList<string> UnreadableDates { get; init; } = [];

    /// <summary>Reads a detail; <see langword="null"/> when the bytes are none.</summary>
    public static TenderNedDetail? Read(ReadOnlyMemory<byte> bytes)
    {
        using var json = Json.TryParse(bytes);
        if (json is null || !json.RootElement.TryGetPublicationId(out var id)) return null;
        var root = json.RootElement;
        var unreadable = new List<string>();
        LocalDeadline? Date(string name)
        {
            if (!Dates.TryRead(root.Text(name), out var date)) unreadable.Add(name);
            return date;
        }

        var code = root.Code("aankondigingCode") ?? root.Member("typePublicatie")?.Text("code");
        var publicationCode = root.Code("publicatieCode") ?? root.Code("publicatiecode");
        // OBP and OBK: of indefinite length, whatever stands in the date.
        var isIndefinite = root.Code("looptijdCode") is "OBP" or "OBK";
        return new TenderNedDetail
        {
            Id = id,
            Kenmerk = root.Integer("kenmerk") is > 0 and var kenmerk ? kenmerk : null,
            Published = Date("publicatieDatum")?.Date,
            Title = Tidy.Line(root.Text("aanbestedingNaam")),
            Buyer = Tidy.Line(root.Text("opdrachtgeverNaam")),
            Description = Tidy.Text(root.Text("opdrachtBeschrijving")),
            Deadline = Date("sluitingsDatum") ?? Date("sluitingsDatumMarktconsultatie"),
            Start = Date("aanvangOpdrachtDatum")?.Date,
            End = isIndefinite ? null : Date("voltooiingOpdrachtDatum")?.Date,
            FormType = TenderNedCodes.FormType(root.Text("formType"), publicationCode, code),
            Subtype = TenderNedCodes.Subtype(publicationCode),
            ContractNature = TenderNedCodes.ContractNature(root.Code("typeOpdrachtCode") ?? root.Code("typeOpdracht")),
            ProcedureType = TenderNedCodes.ProcedureType(root.Code("procedureCode") ?? root.Code("procedure")),
            Cpv = CpvOf(root.Member("cpvCodes")),
            TedNumber = TedNumbers.Normal(root.Text("pbNummerTed")),
            DocumentsUrl = WebAddress(root.Text("urlTsenderWebsite")),
            UnreadableDates = unreadable,
        };
    }

    private static IReadOnlyList<string> CpvOf(System.Text.Json.JsonElement? codes) =>
    [
        .. Json.Items(codes)
            .OrderByDescending(item => item.Member("isHoofdOpdracht") is { ValueKind: System.Text.Json.JsonValueKind.True })
            .Select(item => Cpv8(item.Text("code")))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>"77000000-0" or "77000000" as 8 digits.</summary>
    public static string? Cpv8(string? code)
    {
        code = code?.Trim();
        var isCode = code is { Length: 8 or 10 } && code.AsSpan(0, 8).IndexOfAnyExceptInRange('0', '9') < 0 && (code.Length == 8 || (code[8] == '-' && char.IsAsciiDigit(code[9])));
        return isCode ? code![..8] : null;
    }

    private static string? WebAddress(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.UserInfo.Length == 0
            ? uri.AbsoluteUri : null;
}
