using TenderWatch.Core.Cases;

namespace TenderWatch.Core.Retention;

/// <summary>The last day of the contract on one lot.</summary>
internal static class LotTerm
{
    /// <summary>The later of the stated end (BT-537) and the longest duration after the latest begin, both with every renewal; <see langword="null"/> where it is not known.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="lot">The lot; <see langword="null"/> where notices name none.</param>
    /// <param name="decided">The last day that speaks of its award.</param>
    public static DateOnly? End(CaseFacts facts, string? lot, DateOnly? decided)
    {
        var renewals = facts.Find(FactNames.Renewals, lot);
        // How often, and not how long each time: the end is open.
        if (renewals is { Kind: FactKind.Number, Value: not "0" }) return null;
        var lengthening = renewals is { Kind: FactKind.Duration } ? renewals.Value : null;

        var stated = facts.Notices.SelectMany(notice => notice.Notice.Lots).Where(one => one.Id == lot).ToList();
        DateOnly? byDuration = null;
        if (facts.Find(FactNames.Duration, lot)?.Value is { } duration)
        {
            var longest = lengthening is null ? duration : facts.Find(FactNames.LongestDuration, lot)?.Value;
            if (longest is null || Later(stated.Max(one => one.Start), decided) is not { } begin || Period.After(begin, longest) is not { } after) return null;
            byDuration = after;
        }

        if (stated.Max(one => one.End) is not { } end) return byDuration;
        return (lengthening is null ? end : Period.After(end, lengthening)) is { } byEnd ? Later(byDuration, byEnd) : null;
    }

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is { } first && (other is not { } second || first > second) ? first : other;
}
