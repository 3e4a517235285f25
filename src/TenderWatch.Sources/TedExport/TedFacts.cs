using System.Globalization;
using TenderWatch.Core.Notices;
using TenderWatch.Sources.EForms;

namespace TenderWatch.Sources.TedExport;

/// <summary>Amounts, numbers and dates of a standard form, as written or with a problem that says why not.</summary>
internal sealed class TedFacts(Notes notes)
{
    /// <summary>An amount; <paramref name="holder"/> carries the currency where the amount does not itself.</summary>
    public Money? Money(TedElement? element, string? at, TedElement? holder = null)
    {
        if (element?.Text() is not { } text) return null;
        if (element.Attribute("PUBLICATION") == "NO" || holder?.Attribute("PUBLICATION") == "NO") return Core.Notices.Money.Withheld;
        if (AmountFacts.Parse(text) is not { } amount)
        {
            notes.Problem("not-a-decimal", $"{element.Name} is no decimal number that can be kept exactly.", at);
            return null;
        }

        if ((element.Attribute("CURRENCY") ?? holder?.Attribute("CURRENCY")) is not { } currency)
        {
            notes.Problem("no-currency", $"{element.Name} has no currency.", at);
            return null;
        }

        var money = Core.Notices.Money.Of(amount, currency);
        if (money.Kind != MoneyKind.Stated) notes.Problem("placeholder-amount", $"{element.Name} is 0, 0.01 or 1: perhaps written because the form wanted a number.", at);
        return money;
    }

    public decimal? Number(TedElement? element, string? at)
    {
        if (element?.Text() is not { } text) return null;
        if (AmountFacts.Parse(text) is { } number) return number;
        notes.Problem("not-a-decimal", $"{element.Name} is no decimal number that can be kept exactly.", at);
        return null;
    }

    public DateOnly? Date(TedElement? element, string? at)
    {
        if (element?.Text() is not { } text) return null;
        if (Date(text) is { } date) return date;
        notes.Problem("not-a-date", $"{element.Name} is no calendar date.", at);
        return null;
    }

    /// <summary>DATE_RECEIPT_TENDERS with its time, of which a form gives no offset.</summary>
    public LocalDeadline? Deadline(TedElement? procedure)
    {
        if (Date(procedure?.Child("DATE_RECEIPT_TENDERS"), at: null) is not { } date) return null;
        if (procedure!.Child("TIME_RECEIPT_TENDERS")?.Text() is not { } text) return new LocalDeadline(date);
        if (TimeOnly.TryParseExact(text, ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return new LocalDeadline(date, time);
        notes.Problem("not-a-time", "TIME_RECEIPT_TENDERS is no time of day.");
        return new LocalDeadline(date);
    }

    public static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>The eight digits of a CPV code.</summary>
    public string? Cpv(TedElement? classification)
    {
        if (classification?.Child("CPV_CODE")?.Attribute("CODE") is not { } code) return null;
        if (code.Length >= 8 && code.AsSpan(0, 8).IndexOfAnyExceptInRange('0', '9') < 0) return code[..8];
        notes.Problem("not-a-cpv-code", "CPV_CODE does not begin with the eight digits of a CPV code.");
        return null;
    }

    /// <summary>A duration as an ISO 8601 period.</summary>
    public string? Duration(TedElement description, string? at)
    {
        if (Number(description.Child("DURATION"), at) is not { } number) return description.Child("INDEFINITE_DURATION") is null ? null : "UNLIMITED";
        char? unit = description.Child("DURATION")!.Attribute("TYPE") switch { "DAY" => 'D', "WEEK" => 'W', "MONTH" => 'M', "YEAR" => 'Y', _ => null };
        if (unit is not null && number >= 0) return string.Create(CultureInfo.InvariantCulture, $"P{number:0.############################}{unit}");
        notes.Problem("unknown-duration", "DURATION has a unit that is not days, weeks, months or years, or is negative.", at);
        return null;
    }
}
