using System.Runtime.InteropServices;
using TenderWatch.Core.Screening.Indicators;

namespace TenderWatch.Core.Screening.Results;

/// <summary>
/// Why indicators say nothing: for each release, each organisation and as a whole; and what the low-tender panel says. A release costs its ocid and some tens of bytes, so it is
/// gathered only where it is wanted.
/// </summary>
/// <param name="isWanted">Whether it is.</param>
internal sealed class Explanation(bool isWanted)
{
    /// <summary>Bits of one indicator's <see cref="Reason"/> in the reasons of a release.</summary>
    public const int BitsPerReason = 5;

    // After those of the eleven indicators.
    private const int LowPricesPlace = 11;

    private readonly List<ExplainedRelease> _byOcid = [];

    public bool IsWanted => isWanted;

    /// <summary>The reasons of each ocid, by its number.</summary>
    public ReadOnlySpan<ExplainedRelease> ByOcid => CollectionsMarshal.AsSpan(_byOcid);

    /// <summary>Why an indicator flags nothing at all.</summary>
    public Dictionary<IndicatorCode, Reason> ByIndicator { get; } = [];

    /// <summary>Why an indicator says nothing about an organisation.</summary>
    public List<(Group Group, int Organisation, IndicatorCode Code, Reason Reason)> ByOrganisation { get; } = [];

    /// <summary>The reason of one indicator.</summary>
    public static Reason Of(ulong reasons, IndicatorCode code) => At(reasons, (int)code);

    /// <summary>The reasons of the eleven indicators alone.</summary>
    public static ulong OfIndicators(ulong reasons) => reasons & ((1UL << (BitsPerReason * LowPricesPlace)) - 1);

    /// <summary>The reason of the low-tender panel.</summary>
    public static Reason OfLowPrices(ulong reasons) => At(reasons, LowPricesPlace);

    /// <summary>The reasons with that of the low-tender panel.</summary>
    public static ulong WithLowPrices(ulong reasons, Reason reason) => reasons | ((ulong)reason << (BitsPerReason * LowPricesPlace));

    public void Take(int ocid, ExplainedRelease release)
    {
        while (_byOcid.Count <= ocid) _byOcid.Add(default);
        if (release.Line >= _byOcid[ocid].Line) _byOcid[ocid] = release;
    }

    public void Note(IndicatorCode code, Reason reason)
    {
        if (IsWanted) ByIndicator[code] = reason;
    }

    public void Note(IndicatorCode code, Group group, int organisation, Reason reason)
    {
        if (IsWanted) ByOrganisation.Add((group, organisation, code, reason));
    }

    public void Merge(Explanation other, int[] ocids, int[] texts)
    {
        for (var ocid = 0; ocid < other._byOcid.Count; ocid++) Take(ocids[ocid], other._byOcid[ocid] with { LowPrices = other._byOcid[ocid].LowPrices?.In(texts) });
    }

    private static Reason At(ulong reasons, int place) => (Reason)((reasons >> (BitsPerReason * place)) & ((1 << BitsPerReason) - 1));
}

/// <summary>What there is to explain of a release.</summary>
/// <param name="Line">Its line; 0 where there is none.</param>
/// <param name="Reasons">See <see cref="Explanation.Of"/>.</param>
/// <param name="LowPrices">What the low-tender panel says.</param>
internal readonly record struct ExplainedRelease(long Line, ulong Reasons, LowPriceNote? LowPrices);
