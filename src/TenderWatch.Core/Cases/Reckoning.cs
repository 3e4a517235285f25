using System.Globalization;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Cases;

/// <summary>Which amounts may be reckoned with.</summary>
public static class Reckoning
{
    /// <summary>No purchase costs more; what is larger is an error of the notice and would overflow sums.</summary>
    public const decimal Largest = 1_000_000_000_000_000m;

    /// <summary>No price is lower, not even that of a kilowatt-hour; dividing by less would overflow.</summary>
    public const decimal Smallest = 0.000_001m;

    /// <summary>Whether an amount is stated and can stand in a sum: not absent, withheld, zero, a placeholder, negative or beyond all measure.</summary>
    public static bool CanReckon(this Money? money) => money is { Kind: MoneyKind.Stated } && money.Amount is >= Smallest and <= Largest;

    /// <summary>A figure as it stands in a derivation: <c>2268620.40</c>.</summary>
    public static string Plain(this decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A reckoned amount: to cents, half away from zero; a price below one, such as that of a kilowatt-hour, to six decimals.</summary>
    public static decimal Rounded(this decimal amount)
    {
        if (Math.Abs(amount) >= 1) return amount.Cents();
        // Divided by one with many decimals, a decimal loses its trailing zeros.
        var exact = Math.Round(amount, 6, MidpointRounding.AwayFromZero) / 1.000000000000000000000000000000m;
        return exact.Scale < 2 ? exact.Cents() : exact;
    }

    /// <summary>To cents, half away from zero, as people round.</summary>
    public static decimal Cents(this decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);
}
