using System.Text.Json;
using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.TenderNed.Rendering;

/// <summary>What TenderNed's labelled rendering of a publication says, whichever of its two layouts it has.</summary>
internal static class RenderedNotice
{
    public const string Format = "tenderned-html";

    /// <summary>The HTML within the JSON answer; <see langword="null"/> when there is none.</summary>
    public static string? HtmlOf(ReadOnlyMemory<byte> bytes)
    {
        using var json = Json.TryParse(bytes);
        return json?.RootElement.Member("html") is { ValueKind: JsonValueKind.String } html ? Json.Text(html) : null;
    }

    public static Notice Read(string html)
    {
        var rows = RenderedRow.Read(html);
        if (rows.Any(row => row.Level == 1)) return EformsRendering.Read(rows);
        var lines = StandardFormLine.Read(html);
        if (StandardFormRendering.IsOne(lines)) return StandardFormRendering.Read(lines);
        var problem = new NoticeProblem("layout", null, "TenderNed's rendering has neither of the layouts that are known: values and winners are not read from it.");
        return new Notice { Format = Format, Problems = [problem] };
    }
}
