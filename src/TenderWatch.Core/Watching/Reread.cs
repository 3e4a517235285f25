using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Watching;

/// <summary>A known publication of a case that is to be asked for again though its list does not show a change.</summary>
/// <param name="Key">The publication.</param>
/// <param name="Next">When.</param>
/// <param name="Failures">How often in a row its source did not give it whole.</param>
public sealed record Reread(NoticeKey Key, DateTimeOffset Next, int Failures = 0)
{
    private const int DailyFailures = 8;
    private const int RecentDays = 2;

    // A notice may be published again until 09:30; by then its withheld fields are open too.
    private static readonly TimeOnly Morning = new(10, 0);

    /// <summary>Whether a source can be asked for a publication again: files were handed in by a person.</summary>
    public static bool IsPossible(NoticeKey key) => key.Source != "file";

    /// <summary>
    /// The next try after one that failed: a day later, and after eight in a row a week later; <see langword="null"/> then for a publication that is
    /// not there any more. A source that is hard to reach for a while must not make release dates years away forgotten.
    /// </summary>
    /// <param name="code">Why it failed; see <see cref="Sources.SourceFailure"/>.</param>
    /// <param name="now">The present.</param>
    public Reread? AfterFailure(string code, DateTimeOffset now) =>
        Failures + 1 < DailyFailures ? this with { Next = now.AddDays(1), Failures = Failures + 1 }
        : code == "not-found" ? null
        : this with { Next = now.AddDays(7), Failures = Failures + 1 };

    /// <summary>
    /// When to ask for a publication again: weekly while a deadline is open, for details follow rectifications that no list shows; a day after a
    /// fresh XML, for TED may rewrite what it published until the next morning; and on each day on which a withheld field may be published (BT-198).
    /// </summary>
    /// <param name="notice">Its facts.</param>
    /// <param name="published">The day of publication.</param>
    /// <param name="documents">Its documents.</param>
    /// <param name="isChanged">Whether this reading is new, rather than the same as before.</param>
    /// <param name="now">The present.</param>
    /// <returns><see langword="null"/> where nothing more is to be expected.</returns>
    public static DateTimeOffset? After(Notice notice, DateOnly? published, IEnumerable<EvidenceReference> documents, bool isChanged, DateTimeOffset now)
    {
        var today = DutchTime.DateOf(now);
        var isFresh = isChanged && published >= today.AddDays(-RecentDays) && documents.Any(document => document.Role == EvidenceRoles.NoticeXml);
        var isOpen = notice.Lots.Any(lot => lot.Deadline?.TryInstant(DutchTime.Zone) > now);
        var releases = notice.Withheld.Select(field => field.Until).OfType<DateOnly>().Distinct()
            .Select(day => new LocalDeadline(day, Morning).TryInstant(DutchTime.Zone)).OfType<DateTimeOffset>().Where(moment => moment > now);
        return releases.Select(moment => (DateTimeOffset?)moment.ToUniversalTime())
            .Append(isFresh ? now.AddDays(1) : null).Append(isOpen ? now.AddDays(7) : null).Min();
    }
}
