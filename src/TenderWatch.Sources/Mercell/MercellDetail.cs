using System.Text.Json;
using TenderWatch.Core.Notices;
using TenderWatch.Sources.TenderNed;

namespace TenderWatch.Sources.Mercell;

/// <summary>The facts in Mercell's detail of a tender. It has no deadline, no CPV codes, no bids and no winners.</summary>
internal sealed record MercellDetail
{
    // A hostile answer is not to fill the case.
    private const int MostItems = 1000;
    private const int LongestName = 300;

    public required string Id { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Buyer { get; init; }

    public DateTimeOffset? Published { get; init; }

    public long? ProcedureType { get; init; }

    public string? ContractNature { get; init; }

    /// <summary>Numbers of notices at TED that it gives.</summary>
    public IReadOnlyList<string> TedNumbers { get; init; } = [];

    public required PlatformTender Platform { get; init; }

    /// <summary>Whether it states a value. What kind of value, and whether with VAT, no one has seen yet, so it is no fact.</summary>
    public bool HasValue { get; init; }

    /// <summary>Reads a detail; <see langword="null"/> when the bytes are none.</summary>
    public static MercellDetail? Read(ReadOnlyMemory<byte> bytes)
    {
        using var json = Json.TryParse(bytes);
        if (json is null || json.RootElement is not { ValueKind: JsonValueKind.Object } root || MercellId.Of(root) is not { } id) return null;
        var publications = Json.Items(root.Member("TenderPublicationDetails")).Take(MostItems).ToList();
        return new MercellDetail
        {
            Id = id,
            Title = Tidy.Line(root.Text("TenderName")),
            Description = PlainText.Of(root.Text("TenderDescription")),
            Buyer = Tidy.Line(root.Text("OrganizationName")),
            Published = MercellTime.Read(root.Text("PublicationDate")),
            ProcedureType = root.Integer("ProcedureType"),
            ContractNature = MercellCodes.ContractNature(root.Integer("TypeOfContract")),
            TedNumbers = [.. publications.SelectMany(Numbers).Distinct(StringComparer.Ordinal)],
            HasValue = root.Member("EstimatedValue") is not null || root.Member("EstimatedValueMin") is not null || root.Member("EstimatedValueMax") is not null,
            Platform = new PlatformTender
            {
                Status = MercellCodes.Status(root.Integer("ExplicitTenderStatus")),
                StatusSince = MercellCodes.Status(root.Integer("ExplicitTenderStatus")) is null ? null : MercellTime.Read(root.Text("LastExplicitTenderStatusChangeDate")),
                Procedure = MercellCodes.Procedure(root.Integer("ProcedureType")),
                PublicationForms = [.. publications.Select(publication => publication.Integer("PublicationFormType")).OfType<long>().Distinct()],
                Documents = [.. Json.Items(root.Member("TenderDescriptionDocuments")).Where(IsShown).Select(Document).OfType<PlatformDocument>().Take(MostItems)],
                LinkedTenders = [.. Json.Items(root.Member("LinkedTenders")).Select(MercellId.Of).OfType<string>().Distinct(StringComparer.Ordinal).Take(MostItems)],
                BuyerPage = WebAddress(root.Text("PbpUrl")),
            },
        };
    }

    private static IEnumerable<string> Numbers(JsonElement publication) =>
        Json.Items(publication.Member("TenderPublicationAuthorityResultCollection")).Prepend(publication)
            .Select(each => TenderNed.TedNumbers.Normal(each.Text("TenderPublicationAuthorityNumber"))).OfType<string>();

    private static bool IsShown(JsonElement document) =>
        document.Member("IsHidden") is not { ValueKind: JsonValueKind.True } && document.Member("IsPreviousVersion") is not { ValueKind: JsonValueKind.True };

    private static PlatformDocument? Document(JsonElement document)
    {
        if (Tidy.Line(document.Text("Name")) is not { } name) return null;
        var length = document.Integer("Size");
        return new PlatformDocument(name.Length > LongestName ? name[..(LongestName - 1)] + "…" : name, length is >= 0 ? length : null);
    }

    private static string? WebAddress(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.UserInfo.Length == 0
            ? uri.AbsoluteUri : null;
}
