namespace TenderWatch.Core.Languages;

/// <summary>Numbers of things. Codes are those of UN/ECE Recommendation 20; a unit as a buyer wrote it stands as it is.</summary>
internal static class UnitWords
{
    private static readonly Dictionary<string, (LocalizedText One, LocalizedText Many)> Units = new(StringComparer.Ordinal)
    {
        ["C62"] = (new("stuk", "unit"), new("stuks", "units")),
        ["H87"] = (new("stuk", "piece"), new("stuks", "pieces")),
        ["EA"] = (new("stuk", "unit"), new("stuks", "units")),
        ["SET"] = (new("set", "set"), new("sets", "sets")),
        ["PR"] = (new("paar", "pair"), new("paar", "pairs")),
        ["NMP"] = (new("pak", "pack"), new("pakken", "packs")),
        ["PK"] = (new("pak", "pack"), new("pakken", "packs")),
        ["HUR"] = (new("uur", "hour"), new("uur", "hours")),
        ["DAY"] = (new("dag", "day"), new("dagen", "days")),
        ["WEE"] = (new("week", "week"), new("weken", "weeks")),
        ["MON"] = (new("maand", "month"), new("maanden", "months")),
        ["ANN"] = (new("jaar", "year"), new("jaar", "years")),
        ["TNE"] = Both("t"),
        ["KGM"] = Both("kg"),
        ["GRM"] = Both("g"),
        ["LTR"] = Both("l"),
        ["MTR"] = Both("m"),
        ["KMT"] = Both("km"),
        ["KTM"] = Both("km"),
        ["MTK"] = Both("m²"),
        ["MTQ"] = Both("m³"),
        ["HAR"] = Both("ha"),
        ["KWH"] = Both("kWh"),
        ["MWH"] = Both("MWh"),
        ["GWH"] = Both("GWh"),
        ["KWT"] = Both("kW"),
        ["MAW"] = Both("MW"),
    };

    public static string Of(decimal number, string? unit, Language language)
    {
        var figure = Wording.For(language).Exact(number);
        if (string.IsNullOrWhiteSpace(unit)) return figure;
        return figure + " " + (Units.TryGetValue(unit, out var words) ? (number == 1 ? words.One : words.Many).In(language) : unit);
    }

    private static (LocalizedText One, LocalizedText Many) Both(string symbol) => (LocalizedText.Same(symbol), LocalizedText.Same(symbol));
}
