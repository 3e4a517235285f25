using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;
using TenderWatch.Mutations.Mutating;
using TenderWatch.Sources;
using TenderWatch.Sources.TenderNed;

namespace TenderWatch.Mutations.Parsers;

/// <summary>The parsers of what TenderNed answers: list, detail, related publications, and both layouts of the rendering.</summary>
internal static partial class TenderNedParsers
{
    private const string Folder = "tenderned/publicaties/";

    private static readonly NoticeKey Key = new(TenderNedSource.SourceName, "990004");
    private static readonly byte[] Detail = Samples.Demonstration(Folder + "990004.json");
    private static readonly byte[] Rendering = Samples.Demonstration(Folder + "990004.html.json");
    private static readonly byte[] Related = Samples.Demonstration(Folder + "990004.gerelateerd.json");

    public static IReadOnlyList<Parser> All { get; } =
    [
        new("tenderned-list", [ListOf(Samples.Demonstration("tenderned/list.json"))], JsonMutations.Mutate, List, ["shape"], (_, answer) => answer.Wrong),
        new("tenderned-detail", [Detail, .. Others("json").Select(AsKey)], JsonMutations.Mutate, input => Publication(input, Rendering, Related), ["shape", "other-publication"], (_, answer) => CheckAmounts(Rendering, answer)),
        new("tenderned-related", [Related, .. Others("gerelateerd.json")], JsonMutations.Mutate, input => Publication(Detail, Rendering, input), [], (_, answer) => CheckAmounts(Rendering, answer)),
        new("tenderned-html", [Rendering, .. Others("html.json"), AsJson(RenderedSamples.TwoWinners), AsJson(RenderedSamples.English)], MutateRendering, input => Publication(Detail, input, Related), ["shape"], CheckAmounts),
        new("tenderned-html-forms", [AsJson(RenderedSamples.OlderForm), AsJson(RenderedSamples.OlderFormOfSeveral)], MutateRendering, input => Publication(Detail, input, Related), ["shape"], CheckAmounts),
    ];

    private static IEnumerable<byte[]> Others(string ending) => ((string[])["990001", "990002", "990003", "990005"]).Select(id => Samples.Demonstration($"{Folder}{id}.{ending}"));

    // Every detail under the one id that is asked for.
    private static byte[] AsKey(byte[] detail) => Encoding.UTF8.GetBytes(AnyId().Replace(Encoding.UTF8.GetString(detail), Key.Id));

    private static Answer List(byte[] input)
    {
        var (page, fault) = ListPage.Read(input);
        if (page is null) return new Answer(string.IsNullOrEmpty(fault) ? "without a reason" : "shape");
        return page.Items.All(item => item.Key.Id.All(char.IsAsciiDigit)) ? Answer.Read : new Answer(null, Wrong: "an id is not of digits");
    }

    private static Answer Publication(byte[] detail, byte[] rendering, byte[] related)
    {
        var reading = new PublicationReader(stream => NoticeXml.Read(stream)).Read(
            Key, [Document(EvidenceRoles.TenderNedHtml, rendering), Document(EvidenceRoles.TenderNedDetail, detail), Document(EvidenceRoles.TenderNedRelated, related)]);
        return reading is PublicationReading.Read read ? new Answer(null, read.Notice) : new Answer(((PublicationReading.Unreadable)reading).Fault.Code);
    }

    private static SourceDocument Document(string role, byte[] content) => new(role, "application/json", "https://www.tenderned.nl/" + role, DateTimeOffset.UnixEpoch, 200, content);

    /// <summary>The HTML inside is mutated as HTML, and now and then the JSON around it.</summary>
    private static byte[] MutateRendering(byte[] input, Random random)
    {
        if (random.Next(8) == 0 || HtmlIn(input) is not { } html) return JsonMutations.Mutate(input, random);
        return AsJson(Encoding.UTF8.GetString(MarkupMutations.Mutate(Encoding.UTF8.GetBytes(html), random)));
    }

    private static string? CheckAmounts(byte[] input, Answer answer) =>
        answer.Notice is { } notice && HtmlIn(input) is { } html ? RenderedAmounts.Check(html, notice) : answer.Notice is null ? null : "a notice out of no rendering";

    private static string? HtmlIn(byte[] input)
    {
        try
        {
            using var json = JsonDocument.Parse(input.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? input.AsMemory(3) : input);
            return json.RootElement.TryGetProperty("html", out var html) ? html.GetString() : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static byte[] AsJson(string html) => JsonSerializer.SerializeToUtf8Bytes(new { html });

    [GeneratedRegex("9900[0-9]{2}")]
    private static partial Regex AnyId();

    private static byte[] ListOf(byte[] items)
    {
        var text = Encoding.UTF8.GetString(items);
        return Encoding.UTF8.GetBytes($$"""{"content":{{text}},"totalElements":5,"totalPages":1,"size":100,"number":0}""");
    }
}
