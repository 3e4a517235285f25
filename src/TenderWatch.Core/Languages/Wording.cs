using System.Globalization;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Languages;

/// <summary>
/// How a language writes numbers, money and dates. Its own tables instead of the machine's, so that a finding has the same bytes
/// on every machine.
/// </summary>
public sealed class Wording
{
    private readonly NumberFormatInfo _numbers;
    private readonly string[] _months;

    private Wording(Language language, string group, string point, string[] months)
    {
        Language = language;
        _months = months;
        _numbers = new NumberFormatInfo { NumberGroupSeparator = group, NumberDecimalSeparator = point, NegativeSign = "-" };
    }

    /// <summary>Dutch: 592.517.432,00 and 11 december 2025.</summary>
    public static Wording Nl { get; } = new(Language.Nl, ".", ",",
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"]);

    /// <summary>English: 592,517,432.00 and 11 December 2025.</summary>
    public static Wording En { get; } = new(Language.En, ",", ".",
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]);

    /// <summary>The language.</summary>
    public Language Language { get; }

    /// <summary>The wording of a language.</summary>
    public static Wording For(Language language) => language == Language.Nl ? Nl : En;

    /// <summary>A number with at most so many decimals, groups of three.</summary>
    public string Number(decimal value, int decimals = 0) => Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), _numbers);

    /// <summary>A number with the decimals it has.</summary>
    public string Exact(decimal value) => value.ToString("N" + Math.Max(0, (int)value.Scale).ToString(CultureInfo.InvariantCulture), _numbers);

    /// <summary>An amount: <c>EUR 592.517.432</c>; cents only where there are any, and never fewer decimals than a price per unit has.</summary>
    public string Money(decimal amount, string currency) => $"{currency} {Number(amount, amount == decimal.Truncate(amount) ? 0 : Math.Max(2, (int)amount.Scale))}";

    /// <summary>An amount, or that it is withheld.</summary>
    public string Money(Money money) => money.IsWithheld ? (Language == Language.Nl ? "niet openbaar" : "withheld") : Money(money.Amount, money.Currency);

    /// <summary>A date: 11 december 2025.</summary>
    public string Date(DateOnly date) => $"{date.Day.ToString(CultureInfo.InvariantCulture)} {_months[date.Month - 1]} {date.Year.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>A moment in Dutch local time: 11 december 2025, 14:05.</summary>
    public string Moment(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, DutchTime.Zone);
        return $"{Date(DateOnly.FromDateTime(local.DateTime))}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }
}

/// <summary>Local time of the users.</summary>
public static class DutchTime
{
    /// <summary>Europe/Amsterdam.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>The date in the Netherlands at a moment.</summary>
    public static DateOnly DateOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    /// <summary>The time of day in the Netherlands at a moment.</summary>
    public static TimeOnly TimeOf(DateTimeOffset moment) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);
}
