using TenderWatch.Core.Screening.Reading;

namespace TenderWatch.Core.Screening.Indicators;

/// <summary>Awards in their final state, for a figure that may still change is no figure.</summary>
internal static class Final
{
    /// <summary>Whether awards and bids are stated and no award is pending. An award without a status is passed over.</summary>
    public static Reason Check(Release release)
    {
        if (!release.HasAwards) return Reason.NoAwards;
        if (!release.HasBids) return Reason.NoBids;
        foreach (var award in release.Awards)
        {
            if (award.Status == AwardStatus.NotFinal) return Reason.AwardNotFinal;
        }

        return Reason.Assessed;
    }

    /// <summary>The one supplier of the one active award. Other active awards may be other lots, and then it is not known which bids compete.</summary>
    public static Reason SingleSupplier(Release release, out int supplier)
    {
        supplier = -1;
        if (Check(release) is var reason and not Reason.Assessed) return reason;
        var suppliers = Slice.Absent;
        var active = 0;
        foreach (var award in release.Awards)
        {
            if (award.Status != AwardStatus.Active) continue;
            if (++active > 1) return Reason.SeveralAwards;
            suppliers = award.Suppliers;
        }

        if (active == 0) return Reason.NoActiveAward;
        if (suppliers.Count != 1) return Reason.NoSingleSupplier;
        supplier = release.Organisations(suppliers)[0];
        return supplier < 0 ? Reason.NoSingleSupplier : Reason.Assessed;
    }

    /// <summary>The one tenderer of a bid; -1 when it has several, or one without id.</summary>
    public static int SingleTenderer(Release release, Bid bid) => bid.Tenderers.Count == 1 ? release.Organisations(bid.Tenderers)[0] : -1;
}
