using System.Globalization;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Languages;

/// <summary>The value of a fact as people read it. A value that is not what its kind promises is given as it stands.</summary>
public static class FactWords
{
    /// <summary>The value in a language; plain text, which the caller encodes for the page, card or terminal that it goes to.</summary>
    public static string Value(Fact fact, Language language)
    {
        var wording = Wording.For(language);
        return fact.Kind switch
        {
            FactKind.Withheld => new LocalizedText("niet openbaar", "withheld").In(language),
            FactKind.Money when Decimal(fact) is { } amount => wording.Money(amount, fact.Unit ?? ""),
            FactKind.Placeholder when Decimal(fact) is { } amount => Placeholder(amount, fact.Unit ?? "", wording),
            FactKind.Number when Decimal(fact) is { } number => UnitWords.Of(number, fact.Unit, language),
            FactKind.Percentage when Decimal(fact) is { } percentage => wording.Exact(percentage) + " %",
            FactKind.Date => Date(fact.Value, wording),
            FactKind.Duration => DurationWords.Of(fact.Value, language),
            FactKind.Code => CodeWords.Of(ListOf(fact), fact.Value, language),
            FactKind.Indicator => Indicator(fact.Value, language),
            _ => fact.Value,
        };
    }

    private static decimal? Decimal(Fact fact) =>
        decimal.TryParse(fact.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string Placeholder(decimal amount, string currency, Wording wording) =>
        $"{currency} {wording.Exact(amount)} {new LocalizedText("(zo ingevuld; mogelijk geen echt bedrag)", "(as filled in; possibly not a real amount)").In(wording.Language)}";

    private static string Indicator(string value, Language language) => value switch
    {
        "true" => new LocalizedText("ja", "yes").In(language),
        "false" => new LocalizedText("nee", "no").In(language),
        _ => value,
    };

    // A time is shown as it is written; its offset only where it is not that of the reader.
    private static string Date(string value, Wording wording)
    {
        LocalDeadline deadline;
        try
        {
            deadline = LocalDeadline.Parse(value);
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            return value;
        }

        var date = wording.Date(deadline.Date);
        if (deadline.Time is not { } time) return date;
        var clock = $"{date}, {time.ToString("HH:mm", CultureInfo.InvariantCulture)}";
        if (deadline.Offset is not { } offset || offset == DutchTime.Zone.GetUtcOffset(deadline.Date.ToDateTime(time))) return clock;
        return $"{clock} (UTC{(offset < TimeSpan.Zero ? '-' : '+')}{offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture)})";
    }

    private static string? ListOf(Fact fact) => fact.Name switch
    {
        FactNames.ProcedureType => CodeWords.ProcedureTypes,
        FactNames.LegalBasis => CodeWords.LegalBases,
        FactNames.Result => CodeWords.Results,
        FactNames.WinnerCountry => CodeWords.Countries,
        FactNames.Withheld => CodeWords.WithheldFields,
        _ => fact.Unit,
    };
}
