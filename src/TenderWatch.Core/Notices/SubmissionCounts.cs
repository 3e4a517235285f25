using System.Text.Json;
using System.Text.Json.Serialization;

namespace TenderWatch.Core.Notices;

/// <summary>Received submissions by kind, in document order: BT-760 → BT-759. A <see langword="null"/> count is withheld.</summary>
[JsonConverter(typeof(SubmissionCountsJsonConverter))]
public sealed class SubmissionCounts(IReadOnlyList<KeyValuePair<string, decimal?>> counts) : IEquatable<SubmissionCounts>
{
    /// <summary>No count at all.</summary>
    public static SubmissionCounts None { get; } = new([]);

    /// <summary>The counts; each kind once.</summary>
    public IReadOnlyList<KeyValuePair<string, decimal?>> Counts { get; } = counts;

    /// <summary>Looks a kind up.</summary>
    /// <param name="kind">BT-760, for example <c>tenders</c>.</param>
    /// <param name="count">The count, or <see langword="null"/> when it is withheld.</param>
    /// <returns>Whether the kind is mentioned.</returns>
    public bool TryGet(string kind, out decimal? count)
    {
        foreach (var (key, value) in Counts)
        {
            if (key != kind) continue;
            count = value;
            return true;
        }

        count = null;
        return false;
    }

    /// <inheritdoc/>
    public bool Equals(SubmissionCounts? other) => other is not null && Counts.SequenceEqual(other.Counts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SubmissionCounts);

    /// <inheritdoc/>
    public override int GetHashCode() => Counts.Count;
}

internal sealed class SubmissionCountsJsonConverter : JsonConverter<SubmissionCounts>
{
    public override SubmissionCounts Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return new SubmissionCounts([.. document.RootElement.EnumerateObject().Select(member =>
            KeyValuePair.Create(member.Name, member.Value.ValueKind == JsonValueKind.Number ? member.Value.GetDecimal() : (decimal?)null))]);
    }

    public override void Write(Utf8JsonWriter writer, SubmissionCounts value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (kind, count) in value.Counts)
        {
            if (count is { } number)
            {
                writer.WriteNumber(kind, number);
            }
            else
            {
                writer.WriteStartObject(kind);
                writer.WriteBoolean("withheld", true);
                writer.WriteEndObject();
            }
        }

        writer.WriteEndObject();
    }
}
