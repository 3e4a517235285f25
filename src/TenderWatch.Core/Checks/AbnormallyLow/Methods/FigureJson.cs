using System.Text.Json;

namespace TenderWatch.Core.Checks.AbnormallyLow.Methods;

/// <summary>A figure as a member of a JSON object, rounded to six decimals, half away from zero.</summary>
public static class FigureJson
{
    private const int Decimals = 6;

    /// <summary>Writes the figure under its name.</summary>
    public static void Write(Utf8JsonWriter writer, MethodFigure figure)
    {
        writer.WritePropertyName(figure.Name);
        switch (figure)
        {
            case MethodFigure.Number number: writer.WriteNumberValue(Rounded(number.Value)); break;
            case MethodFigure.Truth truth: writer.WriteBooleanValue(truth.Value); break;
            case MethodFigure.Word word: writer.WriteStringValue(word.Value); break;
            case MethodFigure.Words words: Write(writer, words.Values, writer.WriteStringValue); break;
            case MethodFigure.Numbers numbers: Write(writer, numbers.Values, value => writer.WriteNumberValue(Rounded(value))); break;
            case MethodFigure.ByPrice limits:
                writer.WriteStartObject();
                foreach (var (price, limit) in limits.Values) writer.WriteNumber(Normal(price).ToString(System.Globalization.CultureInfo.InvariantCulture), Rounded(limit));
                writer.WriteEndObject();
                break;
            default: throw new ArgumentOutOfRangeException(nameof(figure), figure, "Not a figure.");
        }
    }

    /// <summary>To six decimals, without the zeros at its end.</summary>
    public static decimal Rounded(decimal value) => Normal(Math.Round(value, Decimals, MidpointRounding.AwayFromZero));

    // Divided by one with many decimals, a decimal loses its trailing zeros.
    private static decimal Normal(decimal value) => value / 1.000000000000000000000000000000m;

    private static void Write<T>(Utf8JsonWriter writer, IReadOnlyList<T> values, Action<T> write)
    {
        writer.WriteStartArray();
        foreach (var value in values) write(value);
        writer.WriteEndArray();
    }
}
