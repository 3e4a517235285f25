using System.Text.Encodings.Web;
using System.Text.Json;
using TenderWatch.Core.Screening.Reading;

namespace TenderWatch.Core.Screening.Results;

/// <summary>Writes results as JSON: group, key, indicator, value.</summary>
internal static class ResultWriter
{
    private const int FlushAt = 1 << 16;

    // The writer is given UTF-8 that was read as such, and its own structure.
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream output, ScreeningPart all, ScreeningOptions options)
    {
        using var writer = new Utf8JsonWriter(output, Options);
        writer.WriteStartObject();
        WriteGroup(writer, Group.OCID, all.OcidFlags, all.Ocids);
        WriteGroup(writer, Group.Buyer, all.BuyerFlags, all.Texts);
        WriteGroup(writer, Group.ProcuringEntity, all.EntityFlags, all.Texts);
        WriteGroup(writer, Group.Tenderer, all.TendererFlags, all.Texts);
        if (options.Meta) WriteMeta(writer, all.Meta);
        if (all.Maps is { } maps) MapsWriter.Write(writer, maps, all);
        if (options.Explain) ExplanationWriter.Write(writer, all);
        writer.WriteEndObject();
        writer.Flush();
        output.WriteByte((byte)'\n');
    }

    /// <summary>The keys in the order of their bytes.</summary>
    public static int[] InOrder(int[] keys, TextTable texts)
    {
        Array.Sort(keys, (one, other) => texts[one].SequenceCompareTo(texts[other]));
        return keys;
    }

    /// <summary>Hands over what is written now and then, so that a large result does not pile up.</summary>
    public static void FlushNowAndThen(Utf8JsonWriter writer)
    {
        if (writer.BytesPending > FlushAt) writer.Flush();
    }

    private static void WriteGroup(Utf8JsonWriter writer, Group group, Flags flags, TextTable texts)
    {
        if (flags.Count == 0) return;
        writer.WriteStartObject(group.ToString());
        Span<double> values = stackalloc double[IndicatorNames.All.Length];
        foreach (var key in InOrder(flags.Keys(), texts))
        {
            writer.WriteStartObject(texts[key]);
            var present = flags.Values(key, values);
            for (var code = 0; code < values.Length; code++)
            {
                if ((present & (1 << code)) != 0) WriteNumber(writer, IndicatorNames.All[code], values[code]);
            }

            writer.WriteEndObject();
            FlushNowAndThen(writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteMeta(Utf8JsonWriter writer, Meta meta)
    {
        writer.WriteStartObject("Meta");
        foreach (var indicator in meta.Figures.GroupBy(figure => figure.Code))
        {
            writer.WriteStartObject(IndicatorNames.All[(int)indicator.Key]);
            foreach (var (_, name, value) in indicator) WriteNumber(writer, JsonEncodedText.Encode(name), value);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, JsonEncodedText name, double value)
    {
        writer.WritePropertyName(name);
        Span<byte> buffer = stackalloc byte[JsonDouble.LongestText];
        writer.WriteRawValue(buffer[..JsonDouble.Format(value, buffer)], skipInputValidation: true);
    }
}
