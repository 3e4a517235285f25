using System.Text.Json;
using TenderWatch.Core.Screening.Indicators;

namespace TenderWatch.Core.Screening.Results;

/// <summary>Writes what the low-tender panel says of releases: which prices ask for an explanation, and how many could not be judged and why.</summary>
internal static class LowPriceWriter
{
    public const string Name = "LowPrices";

    public static void Write(Utf8JsonWriter writer, ScreeningPart all)
    {
        var byOcid = all.Explanation.ByOcid;
        var (counts, clear, asking, told) = (new int[1 << Explanation.BitsPerReason], 0, 0, new List<int>());
        for (var key = 0; key < byOcid.Length; key++)
        {
            if (byOcid[key].Line == 0) continue;
            if (byOcid[key].LowPrices is not { } note) counts[(int)Explanation.OfLowPrices(byOcid[key].Reasons)]++;
            else if (note.Signs.Count > 0) asking++;
            else clear++;
            if (byOcid[key].LowPrices is not { Signs.Count: 0 }) told.Add(key);
        }

        writer.WriteStartObject(Name);
        writer.WriteNumber("flagged", asking);
        writer.WriteNumber("clear", clear);
        writer.WriteStartObject("notAssessable");
        for (var reason = 1; reason < counts.Length; reason++)
        {
            if (counts[reason] > 0) writer.WriteNumber(ReasonWords.Of((Reason)reason).Code, counts[reason]);
        }

        writer.WriteEndObject();
        writer.WriteStartObject(nameof(Group.OCID));
        foreach (var key in ResultWriter.InOrder([.. told], all.Ocids))
        {
            writer.WritePropertyName(all.Ocids[key]);
            if (byOcid[key].LowPrices is { } note) Write(writer, note, all);
            else writer.WriteStringValue(ReasonWords.Of(Explanation.OfLowPrices(byOcid[key].Reasons)).Code);
            ResultWriter.FlushNowAndThen(writer);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, LowPriceNote note, ScreeningPart all)
    {
        writer.WriteStartObject();
        writer.WriteNumber("bids", note.Bids);
        writer.WriteStartArray("asking");
        foreach (var sign in note.Signs)
        {
            writer.WriteStartObject();
            if (sign.Tenderer >= 0) writer.WriteString("tenderer", all.Texts[sign.Tenderer]);
            writer.WriteString("comparison", sign.Comparison);
            writer.WriteNumber("percent", sign.Percent);
            writer.WriteNumber("limitPercent", sign.LimitPercent);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("methods");
        foreach (var method in note.Methods) writer.WriteStringValue(method);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
