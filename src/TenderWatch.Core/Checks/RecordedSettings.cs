using System.Text.Json;
using System.Text.Json.Serialization;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Checks;

/// <summary>
/// The settings of the checks as evidence: all of them, those that stand at their defaults too, because a later build may have other
/// defaults. Canonical JSON (RFC 8785) with numbers as text: 20 and 20.0 are the same threshold and do not print alike.
/// </summary>
public static class RecordedSettings
{
    private static readonly JsonSerializerOptions Options = new(NoticeJson.Stored) { NumberHandling = JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString };

    /// <summary>The bytes to store.</summary>
    public static byte[] Write(CheckSettings settings) => CanonicalJson.Write(JsonSerializer.SerializeToElement(settings, Options));

    /// <summary>The settings that <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The bytes are no settings.</exception>
    public static CheckSettings Read(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<CheckSettings>(bytes, Options) ?? throw new JsonException("There are no settings.");
}
