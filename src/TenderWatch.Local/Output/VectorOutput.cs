using System.Text.Encodings.Web;
using System.Text.Json;
using TenderWatch.Core.Checks.AbnormallyLow.Vectors;

namespace TenderWatch.Local.Output;

/// <summary>Run vectors as JSON or as lines for a terminal.</summary>
internal static class VectorOutput
{
    public static void WriteJson(IReadOnlyList<VectorResult> results)
    {
        using var output = Console.OpenStandardOutput();
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartArray();
            foreach (var result in results) VectorJson.Write(writer, result);
            writer.WriteEndArray();
        }

        output.WriteByte((byte)'\n');
    }

    public static void WriteText(Terminal terminal, IReadOnlyList<VectorResult> results)
    {
        foreach (var result in results)
        {
            var what = result.Fault is { } fault ? $"error ({fault.Code}): {fault.Message}"
                : result.IsEqual ? "equal"
                : $"differs in {string.Join(", ", result.Differences)}; --json prints both figures";
            terminal.Line($"{(result.Id.Length == 0 ? "(no id)" : result.Id)}  {result.Method}  {what}");
        }

        terminal.Line($"{results.Count(result => result.IsEqual)} of {results.Count} vectors are equal to the last digit given.");
    }
}
