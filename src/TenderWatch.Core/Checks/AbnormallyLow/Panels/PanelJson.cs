using System.Text.Json;
using TenderWatch.Core.Checks.AbnormallyLow.Methods;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Checks.AbnormallyLow.Panels;

/// <summary>
/// A panel's result as JSON: verdict, the comparisons that can give rise to a question, and by method id <c>applies, verdict, figures, flagged</c>. Bids go
/// by their ids; figures have at most six decimals; what is not defined is left out.
/// </summary>
public static class PanelJson
{
    /// <summary>Writes the result as one object.</summary>
    public static void Write(Utf8JsonWriter writer, PanelResult result)
    {
        var bids = result.Lot.Bids;
        writer.WriteStartObject();
        Verdict(writer, result.Verdict);
        Text(writer, "summary", result.Summary);
        writer.WriteString("currency", result.Lot.Currency);
        Ids(writer, "asking", bids, result.Asking);
        writer.WriteStartArray("comparisons");
        foreach (var comparison in result.Comparisons) Write(writer, bids, comparison);
        writer.WriteEndArray();
        Hinges(writer, bids, result.Hinges);
        writer.WriteStartObject("methods");
        foreach (var reading in result.Methods) Write(writer, bids, reading);
        writer.WriteEndObject();
        Figures(writer, "screens", result.Screens.Figures);
        if (result.Past is { } past)
        {
            writer.WriteStartObject("past");
            writer.WriteString("bid", bids[past.Bid].Id);
            writer.WriteNumber("unitPrice", FigureJson.Rounded(past.UnitPrice));
            writer.WriteNumber("median", FigureJson.Rounded(past.Median));
            writer.WriteNumber("percent", FigureJson.Rounded(past.Percent));
            writer.WriteNumber("awards", past.Awards.Count);
            writer.WriteEndObject();
        }

        Texts(writer, "remarks", result.Remarks);
        writer.WriteStartObject("needs");
        foreach (var need in result.Needs) Text(writer, need.Name, need.Why);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<PanelBid> bids, BidComparison comparison)
    {
        writer.WriteStartObject();
        writer.WriteString("id", comparison.Id);
        writer.WriteString("bid", bids[comparison.Bid].Id);
        if (comparison.Next is { } next) writer.WriteString("next", bids[next].Id);
        writer.WriteBoolean("asks", comparison.Asks);
        writer.WriteNumber("price", FigureJson.Rounded(comparison.Prices.Bid));
        writer.WriteNumber("reference", FigureJson.Rounded(comparison.Prices.Reference));
        writer.WriteNumber("percent", FigureJson.Rounded(comparison.Percent));
        writer.WriteNumber("limitPercent", FigureJson.Rounded(comparison.LimitPercent));
        writer.WriteNumber("limit", FigureJson.Rounded(comparison.Prices.Limit));
        writer.WriteNumber("tipPrice", FigureJson.Rounded(comparison.TipPrice));
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<PanelBid> bids, MethodReading reading)
    {
        writer.WriteStartObject(reading.Method.Id);
        writer.WriteBoolean("applies", reading.Applies);
        Verdict(writer, reading.Verdict);
        Figures(writer, "figures", reading.Figures);
        Ids(writer, "flagged", bids, reading.Flagged);
        writer.WriteString("jurisdiction", reading.Method.Jurisdiction);
        writer.WriteString("legalBasis", reading.Method.LegalBasis);
        writer.WriteString("certainty", Name(reading.Method.Certainty));
        writer.WriteString("effect", Name(reading.Method.Effect));
        writer.WriteBoolean("unconfirmed", reading.IsUnconfirmed);
        Texts(writer, "shownBecause", reading.ShownBecause);
        if (reading.Method.Scope.Condition is { } condition) Text(writer, "condition", condition);
        if (reading.Lacks is { } lacks) writer.WriteString("lacks", lacks.Lacks);
        Texts(writer, "reasons", [.. reading.Reasons(bids)]);
        writer.WriteStartArray("tips");
        foreach (var tip in reading.Tips)
        {
            writer.WriteStartObject();
            writer.WriteString("bid", bids[tip.Bid].Id);
            writer.WriteNumber("asks", FigureJson.Rounded(tip.Asks));
            writer.WriteNumber("clears", FigureJson.Rounded(tip.Clears));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        Hinges(writer, bids, reading.Hinges);
        writer.WriteEndObject();
    }

    private static void Hinges(Utf8JsonWriter writer, IReadOnlyList<PanelBid> bids, IReadOnlyList<Hinge> hinges)
    {
        writer.WriteStartArray("hinges");
        foreach (var hinge in hinges)
        {
            writer.WriteStartObject();
            writer.WriteString("without", bids[hinge.Without].Id);
            writer.WriteString("bid", bids[hinge.Bid].Id);
            writer.WriteBoolean("wouldAsk", hinge.WouldAsk);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Figures(Utf8JsonWriter writer, string name, IEnumerable<MethodFigure> figures)
    {
        writer.WriteStartObject(name);
        foreach (var figure in figures) FigureJson.Write(writer, figure);
        writer.WriteEndObject();
    }

    private static void Ids(Utf8JsonWriter writer, string name, IReadOnlyList<PanelBid> bids, IReadOnlyList<int> places)
    {
        writer.WriteStartArray(name);
        foreach (var place in places) writer.WriteStringValue(bids[place].Id);
        writer.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter writer, string name, IReadOnlyList<LocalizedText> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) JsonSerializer.Serialize(writer, text, NoticeJson.Stored);
        writer.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter writer, string name, LocalizedText text)
    {
        writer.WritePropertyName(name);
        JsonSerializer.Serialize(writer, text, NoticeJson.Stored);
    }

    private static void Verdict(Utf8JsonWriter writer, Verdict verdict) => writer.WriteString("verdict", Name(verdict));

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
