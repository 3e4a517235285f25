using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Checks;

/// <summary>Why an amount or a count cannot be used, in words.</summary>
internal static class Absence
{
    // Code list non-publication-identifier of eForms.
    private static readonly Dictionary<string, string> WithheldCodes = new(StringComparer.Ordinal)
    {
        ["BT-118"] = "not-max-val",
        ["BT-161"] = "not-val",
        ["BT-709"] = "max-val",
        ["BT-710"] = "ten-val-low",
        ["BT-711"] = "ten-val-hig",
        ["BT-720"] = "win-ten-val",
        ["BT-759"] = "rec-sub-cou",
    };

    /// <summary>Why an amount cannot be used: absent, withheld (until when), a placeholder, or no plausible amount.</summary>
    public static LocalizedText Of(Notice notice, string field, string? at, Money? money) => money?.Kind switch
    {
        null => new("niet vermeld", "not stated"),
        MoneyKind.Withheld => Withheld(notice, field, at),
        MoneyKind.Zero => new("0 ingevuld, wat geen prijs hoeft te zijn", "stated as 0, which need not be a price"),
        MoneyKind.Placeholder => LocalizedText.Of(
            w => $"{w.Money(money.Amount, money.Currency)} ingevuld, een plaatshouder",
            w => $"stated as {w.Money(money.Amount, money.Currency)}, a placeholder"),
        _ => money.CanReckon() ? new("vermeld", "stated") : new("geen bruikbaar bedrag", "no usable amount"),
    };

    /// <summary>That a field is withheld, with the day of BT-198 where the notice gives one.</summary>
    public static LocalizedText Withheld(Notice notice, string field, string? at)
    {
        var entries = notice.Withheld.Where(entry => WithheldCodes.TryGetValue(field, out var code) && entry.Field == code && (entry.At == at || entry.At is null));
        return entries.Select(entry => entry.Until).FirstOrDefault(until => until is not null) is { } until
            ? LocalizedText.Of(w => $"niet openbaar tot {w.Date(until)} (BT-198)", w => $"withheld until {w.Date(until)} (BT-198)")
            : new("niet openbaar, zonder vrijgavedatum", "withheld, without a release date");
    }
}
