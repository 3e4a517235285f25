using TenderWatch.Core.Cases;
using TenderWatch.Core.Texts;

namespace TenderWatch.Core.Languages;

/// <summary>Facts from running text in words.</summary>
public static class TextFactWords
{
    private static readonly Dictionary<string, LocalizedText> Pers = new(StringComparer.Ordinal)
    {
        ["year"] = new("per jaar", "a year"),
        ["month"] = new("per maand", "a month"),
        ["week"] = new("per week", "a week"),
        ["day"] = new("per dag", "a day"),
        ["hour"] = new("per uur", "an hour"),
        ["minute"] = new("per minuut", "a minute"),
        ["second"] = new("per seconde", "a second"),
        ["unit"] = new("per stuk", "each"),
    };

    /// <summary>What people call a kind.</summary>
    public static LocalizedText Label(TextFactKind kind) => kind switch
    {
        TextFactKind.Quantity => new("Hoeveelheid", "Quantity"),
        TextFactKind.Money => new("Bedrag", "Amount"),
        TextFactKind.Percentage => new("Percentage", "Percentage"),
        TextFactKind.Shares => new("Verdeling", "Division"),
        TextFactKind.Duration => new("Looptijd", "Duration"),
        TextFactKind.Renewals => new("Verlengingen", "Renewals"),
        TextFactKind.Period => new("Periode", "Period"),
        TextFactKind.Deadline => new("Uiterste datum", "Deadline"),
        TextFactKind.Lots => new("Aantal percelen", "Number of lots"),
        TextFactKind.Gpa => new("Overeenkomst inzake overheidsopdrachten (GPA) van toepassing", "Agreement on Government Procurement (GPA) applies"),
        TextFactKind.Origin => new("Vereiste herkomst", "Required origin"),
        TextFactKind.Suppliers => new("Aantal leveranciers", "Number of suppliers"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of fact."),
    };

    /// <summary>The value in a language, with how it is meant; plain text, which the caller encodes.</summary>
    public static string Value(TextFact fact, Language language)
    {
        var sense = fact.Sense switch
        {
            TextSense.Estimated => new LocalizedText("naar schatting ", "about ").In(language),
            TextSense.Minimum => new LocalizedText("ten minste ", "at least ").In(language),
            TextSense.Maximum => new LocalizedText("ten hoogste ", "at most ").In(language),
            _ => "",
        };
        var per = fact.Per is null ? "" : " " + (Pers.TryGetValue(fact.Per, out var words) ? words.In(language) : "/ " + fact.Per);
        return sense + Bare(fact, language) + per;
    }

    private static string Bare(TextFact fact, Language language)
    {
        var kind = fact.Kind switch
        {
            TextFactKind.Money => FactKind.Money,
            TextFactKind.Percentage => FactKind.Percentage,
            TextFactKind.Duration or TextFactKind.Renewals => FactKind.Duration,
            TextFactKind.Deadline => FactKind.Date,
            TextFactKind.Gpa => FactKind.Indicator,
            TextFactKind.Quantity or TextFactKind.Lots or TextFactKind.Suppliers => FactKind.Number,
            _ => FactKind.Text,
        };
        if (fact.Kind == TextFactKind.Period && fact.Value.Split('/') is [var begin, var end])
            return $"{Written(FactKind.Date, begin, null, language)} {new LocalizedText("tot en met", "up to and including").In(language)} {Written(FactKind.Date, end, null, language)}";
        if (fact.Kind == TextFactKind.Shares) return fact.Value + " %";
        return fact.Kind == TextFactKind.Quantity ? $"{Written(kind, fact.Value, null, language)} {fact.Unit}".TrimEnd() : Written(kind, fact.Value, fact.Unit, language);
    }

    private static string Written(FactKind kind, string value, string? unit, Language language) => FactWords.Value(new Fact { Name = "", Kind = kind, Value = value, Unit = unit, Origins = [] }, language);
}
