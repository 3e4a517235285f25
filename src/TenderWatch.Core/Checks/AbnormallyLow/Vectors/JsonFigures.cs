using System.Globalization;
using System.Text.Json;

namespace TenderWatch.Core.Checks.AbnormallyLow.Vectors;

/// <summary>Figures as a hostile file may write them.</summary>
internal static class JsonFigures
{
    /// <summary>A number within bounds, or the fault that names it.</summary>
    public static decimal? Number(JsonElement element, string where, decimal least, decimal most, List<VectorFault> faults)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var number) && number >= least && number <= most) return number;
        faults.Add(new VectorFault("input", $"{where} is {Shown(element)}; allowed: a number from {Plain(least)} to {Plain(most)}."));
        return null;
    }

    /// <summary>A price: 0, or one that can be reckoned with.</summary>
    public static decimal Price(JsonElement element, string where, List<VectorFault> faults)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var price) && Panels.PanelLot.IsPrice(price)) return price;
        faults.Add(new VectorFault("input", $"{where} is {Shown(element)}; allowed: a price, 0 or from {Plain(Cases.Reckoning.Smallest)} to {Plain(Cases.Reckoning.Largest)}."));
        return 0;
    }

    /// <summary>A value as a message may repeat it.</summary>
    public static string Shown(JsonElement element)
    {
        const int Longest = 40;
        var text = element.ValueKind == JsonValueKind.Undefined ? "absent" : element.GetRawText();
        text = string.Concat(text.Take(Longest + 1).Select(character => char.IsControl(character) ? ' ' : character));
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }

    /// <summary>Text, or <see langword="null"/> where the member is absent or is no text.</summary>
    public static string? Text(JsonElement element, string member) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Whether every text in it can be read: an escape can hold half a character.</summary>
    public static bool IsWellFormed(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.String => element.GetString() is not null,
                JsonValueKind.Array => element.EnumerateArray().All(IsWellFormed),
                JsonValueKind.Object => element.EnumerateObject().All(member => member.Name is not null && IsWellFormed(member.Value)),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string Plain(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
