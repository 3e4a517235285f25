using System.Text;
using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;
using TenderWatch.Mutations.Mutating;
using TenderWatch.Sources;
using TenderWatch.Sources.Mercell;

namespace TenderWatch.Mutations.Parsers;

/// <summary>The parsers of what Mercell S2C answers: the list, and a tender made of its detail and its entry of the list.</summary>
internal static class MercellParsers
{
    private static readonly NoticeKey Key = new("mercell", "90866");
    private static readonly byte[] Detail = Samples.Demonstration("mercell/tenders/90866.json");
    private static readonly byte[] Items = Samples.Demonstration("mercell/list.json");

    public static IReadOnlyList<Parser> All { get; } =
    [
        new("mercell-list", [Encoding.UTF8.GetBytes($$"""{"ResultsCount":1,"CurrentPageResults":{{Encoding.UTF8.GetString(Items)}}}""")], JsonMutations.Mutate, List, ["shape"], (_, answer) => answer.Wrong),
        new("mercell-detail", [Detail], JsonMutations.Mutate, input => Tender(input, Entry()), ["shape", "other-publication"], (_, answer) => WithoutAmount(answer)),
        new("mercell-entry", [Entry()], JsonMutations.Mutate, input => Tender(Detail, input), ["shape", "other-publication"], (_, answer) => WithoutAmount(answer)),
    ];

    private static byte[] Entry()
    {
        using var list = JsonDocument.Parse(Items);
        return Encoding.UTF8.GetBytes(list.RootElement[0].GetRawText());
    }

    private static Answer List(byte[] input)
    {
        var (page, fault) = MercellListPage.Read(Document(EvidenceRoles.MercellListing, input));
        return page is not null ? Answer.Read : new Answer(string.IsNullOrEmpty(fault) ? "without a reason" : "shape");
    }

    private static Answer Tender(byte[] detail, byte[] entry)
    {
        var reading = new PublicationReader(stream => NoticeXml.Read(stream)).Read(Key, [Document(EvidenceRoles.MercellDetail, detail), Document(EvidenceRoles.MercellListing, entry)]);
        return reading is PublicationReading.Read read ? new Answer(null, read.Notice) : new Answer(((PublicationReading.Unreadable)reading).Fault.Code);
    }

    // Whether Mercell's values have VAT in them is not known: none of them is ever an amount.
    private static string? WithoutAmount(Answer answer) =>
        answer.Notice is not { } notice || notice is { EstimatedValue: null, TotalValue: null, FrameworkMaximum: null, Bids.Count: 0, Results.Count: 0 } && notice.Lots.All(lot => lot is { EstimatedValue: null, FrameworkMaximum: null })
            ? null
            : "an amount out of a tender at Mercell";

    private static SourceDocument Document(string role, byte[] content) => new(role, "application/json", "https://s2c.mercell.com/" + role, DateTimeOffset.UnixEpoch, 200, content);
}
