using TenderWatch.Core.Screening.Results;

namespace TenderWatch.Core.Screening;

/// <summary>What a screening found.</summary>
public sealed class ScreeningResult
{
    private readonly ScreeningPart _all;
    private readonly ScreeningOptions _options;

    internal ScreeningResult(ScreeningPart all, ScreeningOptions options, byte[]? currency)
    {
        (_all, _options) = (all, options);
        Currency = currency is null ? null : System.Text.Encoding.UTF8.GetString(currency);
    }

    /// <summary>Lines that hold a release.</summary>
    public long Releases => _all.Releases;

    /// <summary>Lines that hold none although they are not empty.</summary>
    public long BadLineCount => _all.BadLines.Count;

    /// <summary>The first thousand of them, in order.</summary>
    public IReadOnlyList<BadLine> BadLines => _all.BadLines.First;

    /// <summary>The currency in which prices were compared; null when no price was.</summary>
    public string? Currency { get; }

    /// <summary>Prices left out because they are in another currency.</summary>
    public long OtherCurrencies => _all.OtherCurrencies;

    /// <summary>Writes the result as one line of JSON, in the shape of Cardinal's; its keys are in the order of their bytes.</summary>
    public void WriteTo(Stream output) => ResultWriter.Write(output, _all, _options);
}
