using TenderWatch.Core.Screening.Reading;
using TenderWatch.Core.Screening.Settings;

namespace TenderWatch.Core.Screening.Indicators;

/// <summary>
/// All except the winning bid disqualified: the only tenderer with a valid bid is the only supplier, and the bids of at least so many
/// others were disqualified. The value is how many others.
/// </summary>
internal sealed class R035(OthersDisqualifiedSettings settings) : Indicator
{
    private readonly IdSet _suppliers = new();
    private readonly IdSet _valid = new();
    private readonly IdSet _othersDisqualified = new();

    public override IndicatorCode Code => IndicatorCode.R035;

    public override Reason Take(Release release, ScreeningPart part)
    {
        if (Final.Check(release) is var reason and not Reason.Assessed) return reason;
        var winner = Gather(release, BidStatus.Valid, _valid, without: -1);
        if (winner < 0) return Reason.NoValidBids;
        var supplier = GatherSuppliers(release);
        if (supplier < 0) return Reason.NoActiveAward;
        // Several winners are no sign: a buyer may gather several bids in one award and sign several contracts.
        if (_valid.Count != 1 || _suppliers.Count != 1 || winner != supplier) return Reason.Assessed;
        Gather(release, BidStatus.Disqualified, _othersDisqualified, without: winner);
        if ((ulong)_othersDisqualified.Count < settings.Threshold) return Reason.Assessed;
        part.FlagRelease(Code, release, _othersDisqualified.Count);
        part.FlagTenderer(Code, part.OcidOf(release), winner, 0);
        return Reason.Assessed;
    }

    private static int Gather(Release release, BidStatus status, IdSet found, int without)
    {
        found.Clear();
        var last = -1;
        foreach (var bid in release.Bids)
        {
            if (bid.Status == status) last = Math.Max(last, AddAll(release.Organisations(bid.Tenderers), found, without));
        }

        return last;
    }

    private int GatherSuppliers(Release release)
    {
        _suppliers.Clear();
        var last = -1;
        foreach (var award in release.Awards)
        {
            if (award.Status == AwardStatus.Active) last = Math.Max(last, AddAll(release.Organisations(award.Suppliers), _suppliers, without: -1));
        }

        return last;
    }

    private static int AddAll(ReadOnlySpan<int> ids, IdSet found, int without)
    {
        var last = -1;
        foreach (var id in ids)
        {
            if (id < 0 || id == without) continue;
            found.Add(id);
            last = id;
        }

        return last;
    }
}
