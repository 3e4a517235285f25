using System.Globalization;
using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.EForms;

/// <summary>Amounts and numbers, exactly as written or not at all.</summary>
internal static class AmountFacts
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>An amount of money, or that it is withheld.</summary>
    public static Money? Money(this NoticeCursor xml)
    {
        var name = xml.Name;
        var currency = xml.Attribute("currencyID");
        var text = xml.Text();
        if (currency == TextFacts.Masked) return Core.Notices.Money.Withheld;
        if (Parse(text) is not { } amount)
        {
            xml.Notes.Problem("not-a-decimal", $"{name} is no decimal number that can be kept exactly.");
            return null;
        }

        if (amount == -1) return Core.Notices.Money.Withheld;
        if (currency is null)
        {
            xml.Notes.Problem("no-currency", $"{name} has no currency.");
            return null;
        }

        var money = Core.Notices.Money.Of(amount, currency);
        if (money.Kind != MoneyKind.Stated) xml.Notes.Problem("placeholder-amount", $"{name} is 0, 0.01 or 1: perhaps written because the form wanted a number.");
        return money;
    }

    /// <summary>A number.</summary>
    public static decimal? Number(this NoticeCursor xml)
    {
        var name = xml.Name;
        if (xml.Code() is not { } text) return null;
        if (Parse(text) is { } number) return number;
        xml.Notes.Problem("not-a-decimal", $"{name} is no decimal number that can be kept exactly.");
        return null;
    }

    /// <summary>A whole number; <c>3.0</c> is one too.</summary>
    public static int? WholeNumber(this NoticeCursor xml)
    {
        var name = xml.Name;
        if (xml.Number() is not { } number) return null;
        if (decimal.IsInteger(number) && number is >= int.MinValue and <= int.MaxValue) return (int)number;
        xml.Notes.Problem("not-a-whole-number", $"{name} is no whole number of a usable size.");
        return null;
    }

    /// <summary>BT-25 with the unit of BT-625.</summary>
    public static Quantity? Quantity(this NoticeCursor xml)
    {
        var unit = xml.Attribute("unitCode");
        return xml.Number() is { } value ? new Quantity(value, unit) : null;
    }

    /// <summary>-1 stands where a rank, a percentage or a count is withheld.</summary>
    public static bool IsMask(decimal? number) => number == -1;

    /// <summary>A decimal with the decimals written; <see langword="null"/> where the type would have to round it.</summary>
    public static decimal? Parse(string? text)
    {
        if (!decimal.TryParse(text, Decimal, CultureInfo.InvariantCulture, out var value)) return null;
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : text.Length - point - 1;
        return value.Scale == decimals ? value : null;
    }
}
