using TenderWatch.Core.Screening.Indicators;
using TenderWatch.Core.Screening.Reading;
using TenderWatch.Core.Screening.Results;
using TenderWatch.Core.Screening.Settings;

namespace TenderWatch.Core.Screening;

/// <summary>
/// What one thread has screened: the indicators with what they gathered and flagged. It holds no release. Parts are merged, in any order, and the
/// last one concludes.
/// </summary>
internal sealed class ScreeningPart
{
    private readonly ScreeningSettings _settings;
    private readonly MainCurrency _currency;
    private int _mainCurrency = -1;
    private int _ocid;

    public ScreeningPart(ScreeningSettings settings, ScreeningOptions options, MainCurrency currency)
    {
        (_settings, _currency) = (settings, currency);
        Indicators = IndicatorList.For(settings);
        Gaps = settings.R024 is not null || settings.R058 is not null ? new BidGaps() : null;
        Maps = options.Maps ? new Maps(settings.R025 is not null || settings.R038 is not null || settings.R048 is not null) : null;
        Explanation = new Explanation(options.Explain);
    }

    public IReadOnlyList<Indicator> Indicators { get; }

    public BidGaps? Gaps { get; }

    /// <summary>Identifiers of organisations, currencies and classifications.</summary>
    public TextTable Texts { get; } = new();

    /// <summary>The ocids that there is something to say about.</summary>
    public TextTable Ocids { get; } = new();

    public Flags OcidFlags { get; } = new();

    public Flags BuyerFlags { get; } = new();

    public Flags EntityFlags { get; } = new();

    public Flags TendererFlags { get; } = new();

    public Meta Meta { get; } = new();

    public Maps? Maps { get; }

    public Explanation Explanation { get; }

    public BadLines BadLines { get; } = new();

    /// <summary>Lines with a release.</summary>
    public long Releases { get; private set; }

    /// <summary>Prices left out because they are not in the main currency.</summary>
    public long OtherCurrencies { get; private set; }

    /// <summary>Why the present release has no gap between winning and next bid.</summary>
    public Reason GapReason { get; private set; }

    /// <summary>Whether prices may be compared in the present release.</summary>
    public bool ComparesPrices { get; private set; }

    /// <summary>Screens one release.</summary>
    public void Take(Release release)
    {
        Releases++;
        _ocid = -1;
        var outside = release.Tender.IsCancelled ? Reason.TenderCancelled
            : Matches(release, TextSet.Empty, _settings.ExcludedDetails) ? Reason.Assessed
            : Reason.MethodDetailsExcluded;
        if (outside == Reason.Assessed)
        {
            ComparesPrices = Matches(release, _settings.PriceComparison, _settings.NoPriceComparison);
            GapReason = Gaps?.Take(release, this) ?? Reason.Assessed;
            Maps?.AddTenderers(this, release);
        }

        var reasons = 0UL;
        foreach (var indicator in Indicators)
        {
            var reason = outside == Reason.Assessed ? indicator.Take(release, this) : outside;
            reasons |= (ulong)reason << (Explanation.BitsPerReason * (int)indicator.Code);
        }

        if (!Explanation.IsWanted) return;
        var (why, prices) = outside == Reason.Assessed ? LowPrices.Of(release, Texts) : (outside, null);
        Explanation.Take(OcidOf(release), new ExplainedRelease(release.Line, Explanation.WithLowPrices(reasons, why), prices));
    }

    /// <summary>Takes over what another part has.</summary>
    public void Merge(ScreeningPart other)
    {
        var texts = Texts.AddAll(other.Texts);
        var ocids = Ocids.AddAll(other.Ocids);
        for (var i = 0; i < Indicators.Count; i++) Indicators[i].Merge(other.Indicators[i], texts);
        Gaps?.Merge(other.Gaps!, texts, ocids);
        OcidFlags.Merge(other.OcidFlags, ocids);
        TendererFlags.Merge(other.TendererFlags, texts);
        Maps?.Merge(other.Maps!, texts, ocids);
        Explanation.Merge(other.Explanation, ocids, texts);
        BadLines.Merge(other.BadLines);
        Releases += other.Releases;
        OtherCurrencies += other.OtherCurrencies;
    }

    /// <summary>Flags what all releases together tell.</summary>
    public void Conclude()
    {
        foreach (var indicator in Indicators) indicator.Conclude(this);
    }

    public int OcidOf(Release release) => _ocid >= 0 ? _ocid : _ocid = Ocids.Add(release.Bytes(release.Ocid));

    public void FlagRelease(IndicatorCode code, Release release, double value) => OcidFlags.Set(OcidOf(release), code, value, release.Line);

    public void FlagTenderer(IndicatorCode code, int ocid, int tenderer, double value)
    {
        TendererFlags.Set(tenderer, code, value, 0);
        Maps?.AddFlagged(code, ocid, tenderer);
    }

    /// <summary>Whether the method is one of those looked at; all are when none is named.</summary>
    public bool IsSelected(TextSet methods, Release release) =>
        release.Tender.IsStated && (methods.IsEmpty || (!release.Tender.Method.IsAbsent && methods.Contains(release.Bytes(release.Tender.Method))));

    /// <summary>Whether a price can be compared with the others. The first currency asked about becomes the main one, unless the settings name it.</summary>
    public bool IsMainCurrency(int currency, Release release)
    {
        if (_mainCurrency < 0) _mainCurrency = Texts.Add(_currency.Known ?? _currency.Of(release.Block, Texts[currency]));
        if (currency == _mainCurrency) return true;
        OtherCurrencies++;
        return false;
    }

    // An allow list refuses a release without method details, a deny list lets it pass.
    private static bool Matches(Release release, TextSet allowed, TextSet denied)
    {
        var details = release.Tender.MethodDetails;
        if (details.IsAbsent) return allowed.IsEmpty;
        return allowed.IsEmpty ? !denied.Contains(release.Bytes(details)) : allowed.Contains(release.Bytes(details));
    }
}
