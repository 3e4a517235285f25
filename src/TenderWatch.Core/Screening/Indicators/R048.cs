using TenderWatch.Core.Screening.Reading;
using TenderWatch.Core.Screening.Results;
using TenderWatch.Core.Screening.Settings;

namespace TenderWatch.Core.Screening.Indicators;

/// <summary>Heterogeneous supplier: the number of first-level classifications of the items that a supplier was awarded is a high outlier.</summary>
internal sealed class R048(VarietySettings settings) : Indicator
{
    private readonly HashSet<(int Supplier, int Classification)> _pairs = [];
    private Variety[] _of = new Variety[256];

    public override IndicatorCode Code => IndicatorCode.R048;

    public override Reason Take(Release release, ScreeningPart part)
    {
        var found = false;
        foreach (var award in release.Awards)
        {
            // Not every one of several suppliers supplies every item.
            if (award.Status != AwardStatus.Active || award.Suppliers.Count != 1) continue;
            var supplier = release.Organisations(award.Suppliers)[0];
            if (supplier < 0) continue;
            foreach (var classification in release.Classifications(award.Items))
            {
                found = true;
                ref var variety = ref Of(supplier);
                if (variety.LastLine != release.Line) variety = variety with { Processes = variety.Processes + 1, LastLine = release.Line };
                Add(supplier, part.Texts.Add(FirstLevel(release.Bytes(classification))));
            }
        }

        return found ? Reason.Assessed : release.HasAwards ? Reason.NoClassifications : Reason.NoAwards;
    }

    public override void Merge(Indicator other, int[] texts)
    {
        var that = (R048)other;
        for (var id = 0; id < that._of.Length; id++)
        {
            if (that._of[id].Processes > 0) Of(texts[id]).Processes += that._of[id].Processes;
        }

        foreach (var (supplier, classification) in that._pairs) Add(texts[supplier], texts[classification]);
    }

    public override void Conclude(ScreeningPart all)
    {
        var suppliers = Enumerable.Range(0, _of.Length).Where(id => _of[id].Processes > 0).ToLookup(id => (ulong)_of[id].Processes >= settings.Minimum);
        foreach (var id in suppliers[false]) all.Explanation.Note(Code, Group.Tenderer, id, Reason.TooFew);
        var enough = suppliers[true].ToArray();
        var fence = (double)(settings.Fence ?? 0);
        if (settings.Fence is null)
        {
            var lengths = new Outliers([.. enough.Select(id => (double)_of[id].Classifications)]);
            fence = lengths.UpperFence;
            all.Meta.Add(Code, "q1", lengths.Q1);
            all.Meta.Add(Code, "q3", lengths.Q3);
        }

        all.Meta.Add(Code, "upper_fence", fence);
        if (enough.Length == 0) all.Explanation.Note(Code, Reason.NothingToCompareWith);
        foreach (var id in enough)
        {
            if (_of[id].Classifications >= fence) all.TendererFlags.Set(id, Code, _of[id].Classifications, 0);
        }
    }

    private void Add(int supplier, int classification)
    {
        if (_pairs.Add((supplier, classification))) Of(supplier).Classifications++;
    }

    private ref Variety Of(int supplier)
    {
        if (supplier >= _of.Length) Array.Resize(ref _of, Math.Max(supplier + 1, _of.Length * 2));
        return ref _of[supplier];
    }

    // So many characters, not bytes: a continuation byte of UTF-8 begins no character.
    private ReadOnlySpan<byte> FirstLevel(ReadOnlySpan<byte> code)
    {
        ulong characters = 0;
        for (var at = 0; at < code.Length; at++)
        {
            if ((code[at] & 0xC0) != 0x80 && ++characters > settings.Digits) return code[..at];
        }

        return code;
    }

    private record struct Variety(int Processes, int Classifications, long LastLine);
}
