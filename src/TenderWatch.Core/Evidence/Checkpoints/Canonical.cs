using System.Text.Json;

namespace TenderWatch.Core.Evidence.Checkpoints;

/// <summary>Reads a value that is stored as canonical JSON: any other spelling of it is refused, so that one value has one digest.</summary>
internal static class Canonical
{
    /// <exception cref="FormatException">The bytes are no such value, or not in canonical form.</exception>
    public static T Parse<T>(ReadOnlyMemory<byte> bytes, Func<JsonElement, T> read, Func<T, byte[]> write, string what)
    {
        T value;
        byte[] canonical;
        try
        {
            using var document = JsonDocument.Parse(bytes);
            value = read(document.RootElement);
            canonical = write(value);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new FormatException($"The bytes are no {what}: {fault.Message}", fault);
        }

        return canonical.AsSpan().SequenceEqual(bytes.Span) ? value : throw new FormatException($"The bytes are no {what} in canonical form, or hold members that it does not have.");
    }
}
