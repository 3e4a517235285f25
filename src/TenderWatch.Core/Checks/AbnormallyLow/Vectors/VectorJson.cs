using System.Text.Json;
using TenderWatch.Core.Checks.AbnormallyLow.Methods;

namespace TenderWatch.Core.Checks.AbnormallyLow.Vectors;

/// <summary>A run vector as JSON: <c>id, method, equal, expected, computed, differences</c>, and where they are <c>notAssessable, unused, error</c>.</summary>
public static class VectorJson
{
    /// <summary>Writes one vector.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="result">What became of it.</param>
    public static void Write(Utf8JsonWriter writer, VectorResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("id", result.Id);
        writer.WriteString("method", result.Method);
        writer.WriteBoolean("equal", result.IsEqual);
        writer.WritePropertyName("expected");
        if (result.Expected is { } expected) expected.WriteTo(writer);
        else writer.WriteNullValue();
        writer.WriteStartObject("computed");
        foreach (var figure in result.Computed) FigureJson.Write(writer, figure);
        writer.WriteEndObject();
        writer.WriteStartArray("differences");
        foreach (var name in result.Differences)
        {
            writer.WriteStartObject();
            writer.WriteString("figure", name);
            writer.WritePropertyName("expected");
            result.Expected!.Value.GetProperty(name).WriteTo(writer);
            if (result.Computed.FirstOrDefault(figure => figure.Name == name) is { } computed) FigureJson.Write(writer, computed with { Name = "computed" });
            else writer.WriteNull("computed");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (result.NotAssessable is { } why) writer.WriteString("notAssessable", why);
        if (result.Unused.Count > 0)
        {
            writer.WriteStartArray("unused");
            foreach (var name in result.Unused) writer.WriteStringValue(name);
            writer.WriteEndArray();
        }

        if (result.Fault is { } fault)
        {
            writer.WriteStartObject("error");
            writer.WriteString("code", fault.Code);
            writer.WriteString("message", fault.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
