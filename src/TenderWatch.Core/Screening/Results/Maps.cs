using TenderWatch.Core.Screening.Reading;

namespace TenderWatch.Core.Screening.Results;

/// <summary>Which organisations belong to which contracting processes: Cardinal's maps. They grow with the data.</summary>
/// <param name="withTenderers">Whether the tenderers of every release are wanted.</param>
internal sealed class Maps(bool withTenderers)
{
    private readonly HashSet<(int Map, int Ocid, int Organisation)> _pairs = [];
    private readonly Dictionary<int, (int Organisation, long Line)> _buyers = [];
    private readonly Dictionary<int, (int Organisation, long Line)> _entities = [];

    /// <summary>The maps of several organisations, with the indicator that each is about; null for all tenderers.</summary>
    public static readonly IReadOnlyList<(string Name, IndicatorCode? Code)> Names =
    [
        ("ocid_tenderer", null),
        ("ocid_tenderer_r024", IndicatorCode.R024),
        ("ocid_tenderer_r028", IndicatorCode.R028),
        ("ocid_tenderer_r030", IndicatorCode.R030),
        ("ocid_tenderer_r035", IndicatorCode.R035),
        ("ocid_tenderer_r058", IndicatorCode.R058),
    ];

    /// <summary>The buyer of each process with a disqualified bid.</summary>
    public IEnumerable<(int Ocid, int Organisation)> Buyers => _buyers.Select(one => (one.Key, one.Value.Organisation));

    /// <summary>The procuring entity of each process with a disqualified bid.</summary>
    public IEnumerable<(int Ocid, int Organisation)> Entities => _entities.Select(one => (one.Key, one.Value.Organisation));

    /// <summary>The pairs of one of <see cref="Names"/>.</summary>
    public IEnumerable<(int Ocid, int Organisation)> Pairs(IndicatorCode? code) => _pairs.Where(one => one.Map == Key(code)).Select(one => (one.Ocid, one.Organisation));

    public void AddFlagged(IndicatorCode code, int ocid, int organisation) => _pairs.Add((Key(code), ocid, organisation));

    public void AddTenderers(ScreeningPart part, Release release)
    {
        if (!withTenderers) return;
        foreach (var bid in release.Bids)
        {
            if (!bid.IsSubmitted) continue;
            foreach (var tenderer in release.Organisations(bid.Tenderers))
            {
                if (tenderer >= 0) _pairs.Add((Key(null), part.OcidOf(release), tenderer));
            }
        }
    }

    public void AddDisqualified(int ocid, Release release)
    {
        if (release.Buyer >= 0) Set(_buyers, ocid, (release.Buyer, release.Line));
        if (release.Tender.ProcuringEntity >= 0) Set(_entities, ocid, (release.Tender.ProcuringEntity, release.Line));
    }

    public void Merge(Maps other, int[] texts, int[] ocids)
    {
        foreach (var (map, ocid, organisation) in other._pairs) _pairs.Add((map, ocids[ocid], texts[organisation]));
        foreach (var (ocid, (organisation, line)) in other._buyers) Set(_buyers, ocids[ocid], (texts[organisation], line));
        foreach (var (ocid, (organisation, line)) in other._entities) Set(_entities, ocids[ocid], (texts[organisation], line));
    }

    private static int Key(IndicatorCode? code) => code is null ? -1 : (int)code;

    private static void Set(Dictionary<int, (int Organisation, long Line)> map, int ocid, (int Organisation, long Line) value)
    {
        if (!map.TryGetValue(ocid, out var present) || value.Line >= present.Line) map[ocid] = value;
    }
}
