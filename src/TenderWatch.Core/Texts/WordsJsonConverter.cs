using System.Text.Json;
using System.Text.Json.Serialization;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Texts;

/// <summary>Words for people in what is stored. Versions that had them in English alone stored plain texts.</summary>
internal sealed class WordsJsonConverter : JsonConverter<LocalizedText>
{
    /// <inheritdoc/>
    public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Of(JsonElement.ParseValue(ref reader), options);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, options);

    internal static LocalizedText Of(JsonElement words, JsonSerializerOptions options) => words.ValueKind == JsonValueKind.String
        ? LocalizedText.Same(words.GetString()!)
        : words.Deserialize<LocalizedText>(options) ?? throw new JsonException("Words for people are null.");
}

/// <summary>The same in a list.</summary>
internal sealed class WordsListJsonConverter : JsonConverter<IReadOnlyList<LocalizedText>>
{
    /// <inheritdoc/>
    public override IReadOnlyList<LocalizedText> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        [.. JsonElement.ParseValue(ref reader).EnumerateArray().Select(words => WordsJsonConverter.Of(words, options))];

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<LocalizedText> value, JsonSerializerOptions options) => JsonSerializer.Serialize<LocalizedText[]>(writer, [.. value], options);
}
