using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;

namespace TenderWatch.Storage;

/// <summary>A value as JSON in the columns J0, J1, … of an entity, for a column takes at most 32 Ki characters.</summary>
internal static class JsonColumns
{
    private const int ColumnLength = 32_000;

    // An entity takes 1 MiB, two bytes a character, and needs room for its other columns.
    private const int MostColumns = 15;

    /// <summary>So many characters of JSON fit a row.</summary>
    public const int Most = ColumnLength * MostColumns;

    // The default encoder writes ASCII only, so that no cut can fall within a surrogate pair.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static TableEntity With(this TableEntity entity, string json)
    {
        if (json.Length > Most)
        {
            throw new InvalidOperationException(
                $"The row {entity.RowKey} would hold {json.Length} characters; a table row takes {Most}. Store what is large as evidence.");
        }

        for (int at = 0, column = 0; at < json.Length; at += ColumnLength, column++)
            entity["J" + column] = json.Substring(at, Math.Min(ColumnLength, json.Length - at));
        return entity;
    }

    public static string Json(this TableEntity entity)
    {
        var first = entity.GetString("J0") ?? throw new InvalidOperationException($"The row {entity.RowKey} holds no value. Another program wrote it.");
        if (!entity.ContainsKey("J1")) return first;
        var json = new System.Text.StringBuilder(first);
        for (var column = 1; entity.GetString("J" + column) is { } more; column++) json.Append(more);
        return json.ToString();
    }

    public static T Read<T>(this TableEntity entity) => JsonSerializer.Deserialize<T>(entity.Json(), Options)!;
}
