namespace TenderWatch.Core.Screening.Settings;

/// <summary>What a settings file gives: settings, or every fault in it.</summary>
/// <param name="Settings">The settings; null when something is wrong.</param>
/// <param name="Faults">Each begins with its line.</param>
public sealed record SettingsReading(ScreeningSettings? Settings, IReadOnlyList<string> Faults);

/// <summary>Reads the settings file of Cardinal as it is.</summary>
public static class SettingsReader
{
    /// <summary>Reads.</summary>
    /// <param name="text">The content of the INI file.</param>
    public static SettingsReading Read(string text)
    {
        var faults = new List<string>();
        var file = new IniSections(IniFile.Read(text, faults), faults);
        file.Check();
        var settings = new ScreeningSettings
        {
            Currency = file.Text("", "currency"),
            CurrencyMismatchIsInformation = file.Flag("output", "info_currency_mismatches"),
            NoPriceComparison = file.Texts("", "no_price_comparison_procurement_methods"),
            PriceComparison = file.Texts("", "price_comparison_procurement_methods"),
            ExcludedDetails = file.Texts("exclusions", "procurement_method_details"),
            R003 = !file.Has("R003") ? null : new(file.Days("R003", "threshold", 15), file.Texts("R003", "procurement_methods"), file.DaysByName("R003.procurement_method_details")),
            R018 = !file.Has("R018") ? null : new(file.Texts("R018", "procurement_methods", "open|selective")),
            R024 = !file.Has("R024") ? null : new(file.Number("R024", "threshold")),
            R025 = !file.Has("R025") ? null : new(file.Count("R025", "percentile") ?? 75, file.Number("R025", "threshold")),
            R028 = file.Has("R028"),
            R030 = file.Has("R030"),
            R035 = !file.Has("R035") ? null : new(Math.Max(1, file.Count("R035", "threshold") ?? 1)),
            R036 = file.Has("R036"),
            R038 = !file.Has("R038") ? null
                : new(file.Number("R038", "threshold"), file.Count("R038", "minimum_submitted_bids") ?? 2, file.Count("R038", "minimum_contracting_processes") ?? 2),
            R048 = !file.Has("R048") ? null
                : new(file.Count("R048", "digits") ?? 2, file.Count("R048", "threshold"), file.Count("R048", "minimum_contracting_processes") ?? 20),
            R058 = !file.Has("R058") ? null : new(file.Number("R058", "threshold")),
        };
        return new SettingsReading(faults.Count == 0 ? settings : null, faults);
    }
}
