using TenderWatch.Core.Screening.Reading;

namespace TenderWatch.Core.Screening;

/// <summary>
/// One indicator in one part of the data: takes releases one after another, is merged with itself of other parts, and concludes at the end.
/// </summary>
internal abstract class Indicator
{
    public abstract IndicatorCode Code { get; }

    /// <summary>Looks at a release; flags what needs no other release to be told.</summary>
    /// <returns>Why it says nothing, or <see cref="Reason.Assessed"/>.</returns>
    public abstract Reason Take(Release release, ScreeningPart part);

    /// <summary>Takes over what the same indicator gathered elsewhere.</summary>
    /// <param name="other">The same indicator of another part.</param>
    /// <param name="texts">The number here of each text there.</param>
    public virtual void Merge(Indicator other, int[] texts)
    {
    }

    /// <summary>Flags what only all releases together can tell.</summary>
    public virtual void Conclude(ScreeningPart all)
    {
    }
}
