using System.Text.Encodings.Web;
using System.Text.Json;
using TenderWatch.Core.Bids;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Checks.AbnormallyLow.Panels;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;

namespace TenderWatch.Local.Output;

/// <summary>Judged bids as JSON or as lines for a terminal.</summary>
internal static class BidOutput
{
    public static void WriteJson(BidTable table, IReadOnlyList<BidLot> lots)
    {
        using var output = Console.OpenStandardOutput();
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("lots");
            foreach (var lot in lots) Write(writer, lot);
            writer.WriteEndArray();
            writer.WritePropertyName("faults");
            JsonSerializer.Serialize(writer, table.Faults, NoticeJson.Stored);
            writer.WritePropertyName("unreadColumns");
            JsonSerializer.Serialize(writer, table.UnreadColumns, NoticeJson.Stored);
            writer.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    public static void WriteText(Terminal terminal, BidTable table, IReadOnlyList<BidLot> lots, AltLimits limits, Language language)
    {
        foreach (var lot in lots) Write(terminal, lot, limits, language);
        if (table.UnreadColumns.Count > 0) terminal.Line($"{new LocalizedText("Niet gelezen kolommen", "Columns not read").In(language)}: {string.Join(", ", table.UnreadColumns)}");
        if (table.Faults.Count > 0) terminal.Heading(new LocalizedText("Niet te gebruiken", "Not usable").In(language));
        foreach (var fault in table.Faults) terminal.Line($"  {fault.Located().In(language)}");
    }

    public static string Title(BidLot lot, Language language) => lot.Lot == BidTable.OnlyLot
        ? new LocalizedText("Inschrijvingen", "Tenders").In(language)
        : new LocalizedText($"Inschrijvingen op perceel {lot.Lot}", $"Tenders for lot {lot.Lot}").In(language);

    private static void Write(Utf8JsonWriter writer, BidLot lot)
    {
        writer.WriteStartObject();
        writer.WriteString("lot", lot.Lot);
        if (lot.Panel is { } panel)
        {
            writer.WritePropertyName("panel");
            PanelJson.Write(writer, panel);
        }

        writer.WritePropertyName("faults");
        JsonSerializer.Serialize(writer, lot.Faults, NoticeJson.Stored);
        writer.WritePropertyName("variants");
        JsonSerializer.Serialize(writer, lot.Variants, NoticeJson.Stored);
        writer.WriteEndObject();
    }

    private static void Write(Terminal terminal, BidLot lot, AltLimits limits, Language language)
    {
        terminal.Heading(Title(lot, language));
        if (lot.Panel is not { } panel)
        {
            terminal.Line(new LocalizedText("  Niet beoordeeld: een ontbrekende prijs zou elk gemiddelde veranderen.", "  Not judged: a missing price would change every mean.").In(language));
            foreach (var fault in lot.Faults) terminal.Line($"  {fault.Located().In(language)}");
            terminal.Line();
            return;
        }

        var w = Wording.For(language);
        terminal.Line($"  {Conclusion(panel).In(language)}");
        var width = Math.Clamp(panel.Lot.Bids.Max(bid => bid.Label.Length), 10, 50);
        foreach (var (place, bid) in panel.Lot.Bids.Index())
        {
            var name = bid.Label.Length <= width ? bid.Label : bid.Label[..(width - 1)] + "…";
            terminal.Line($"  {name.PadRight(width)}  {w.Money(bid.Price, panel.Lot.Currency),20}{(panel.Asking.Contains(place) ? "  ◆ " + new LocalizedText("vraagt om een toelichting", "asks for an explanation").In(language) : "")}");
        }

        if (lot.Variants.Count > 0) terminal.Line($"  {new LocalizedText("Varianten, niet vergeleken", "Variants, not compared").In(language)}: {string.Join(", ", lot.Variants)}");
        foreach (var comparison in panel.Comparisons.OrderBy(comparison => comparison.Asks ? 0 : 1)) terminal.Line($"  - {comparison.Reason(panel.Lot.Bids, panel.Lot.Currency, limits).In(language)}");
        foreach (var remark in panel.Remarks) terminal.Line($"  - {remark.In(language)}");
        foreach (var need in panel.Needs) terminal.Line($"  {new LocalizedText("nodig", "needed").In(language)}: {need.Why.In(language)}");
        terminal.Line();
    }

    private static LocalizedText Conclusion(PanelResult panel) => panel.Verdict switch
    {
        Verdict.Flagged => new("Lijkt laag: vraag om een toelichting (art. 2.116 Aw 2012). Niets wordt automatisch afgewezen.", "Appears low: ask for an explanation (art. 2.116 Aw 2012). Nothing is rejected automatically."),
        Verdict.Clear => new("Geen vergelijking geeft aanleiding tot een vraag.", "No comparison gives rise to a question."),
        _ => new("Niet te beoordelen: er is geen vergelijking mogelijk.", "Not assessable: no comparison is possible."),
    };
}
