using System.Runtime.InteropServices;

namespace TenderWatch.Core.Screening.Results;

/// <summary>
/// Why indicators say nothing: for each release, each organisation and as a whole. A release costs its ocid and 16 bytes, so it is gathered
/// only where it is wanted.
/// </summary>
/// <param name="isWanted">Whether it is.</param>
internal sealed class Explanation(bool isWanted)
{
    /// <summary>Bits of one indicator's <see cref="Reason"/> in the reasons of a release.</summary>
    public const int BitsPerReason = 5;

    private readonly List<(long Line, ulong Reasons)> _byOcid = [];

    public bool IsWanted => isWanted;

    /// <summary>The reasons of each ocid, by its number.</summary>
    public ReadOnlySpan<(long Line, ulong Reasons)> ByOcid => CollectionsMarshal.AsSpan(_byOcid);

    /// <summary>Why an indicator flags nothing at all.</summary>
    public Dictionary<IndicatorCode, Reason> ByIndicator { get; } = [];

    /// <summary>Why an indicator says nothing about an organisation.</summary>
    public List<(Group Group, int Organisation, IndicatorCode Code, Reason Reason)> ByOrganisation { get; } = [];

    /// <summary>The reason of one indicator.</summary>
    public static Reason Of(ulong reasons, IndicatorCode code) => (Reason)((reasons >> (BitsPerReason * (int)code)) & ((1 << BitsPerReason) - 1));

    public void Take(int ocid, long line, ulong reasons)
    {
        while (_byOcid.Count <= ocid) _byOcid.Add(default);
        if (line >= _byOcid[ocid].Line) _byOcid[ocid] = (line, reasons);
    }

    public void Note(IndicatorCode code, Reason reason)
    {
        if (IsWanted) ByIndicator[code] = reason;
    }

    public void Note(IndicatorCode code, Group group, int organisation, Reason reason)
    {
        if (IsWanted) ByOrganisation.Add((group, organisation, code, reason));
    }

    public void Merge(Explanation other, int[] ocids)
    {
        for (var ocid = 0; ocid < other._byOcid.Count; ocid++) Take(ocids[ocid], other._byOcid[ocid].Line, other._byOcid[ocid].Reasons);
    }
}
