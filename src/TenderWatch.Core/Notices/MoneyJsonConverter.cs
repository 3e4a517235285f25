using System.Text.Json;
using System.Text.Json.Serialization;

namespace TenderWatch.Core.Notices;

/// <summary>Writes <c>{"amount": 2268620.40, "currency": "EUR"}</c> with the decimals as written, or <c>{"withheld": true}</c>.</summary>
public sealed class MoneyJsonConverter : JsonConverter<Money>
{
    /// <inheritdoc/>
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        if (root.TryGetProperty("withheld", out var withheld) && withheld.GetBoolean()) return Money.Withheld;
        return root.TryGetProperty("amount", out var amount) && root.TryGetProperty("currency", out var currency)
            ? Money.Of(amount.GetDecimal(), currency.GetString()!)
            : throw new JsonException("An amount needs the members amount and currency, or withheld.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.IsWithheld)
        {
            writer.WriteBoolean("withheld", true);
        }
        else
        {
            writer.WriteNumber("amount", value.Amount);
            writer.WriteString("currency", value.Currency);
        }

        writer.WriteEndObject();
    }
}
