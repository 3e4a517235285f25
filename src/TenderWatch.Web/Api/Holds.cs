using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Web.Requests;

namespace TenderWatch.Web;

/// <summary>Legal holds through the API.</summary>
internal sealed class Holds(HoldEntry entry)
{
    public async Task<Outcome> SetAsync(Posted posted)
    {
        if (JsonBody.Read<SetHold>(posted.Body, out var problem) is not { } asked) return problem!;
        return Writes.Entered(asked.Release
            ? await entry.ReleaseAsync(posted.CaseId, asked.Reason, posted.Person.By, posted.Aborted)
            : await entry.PlaceAsync(posted.CaseId, asked.Reason, posted.Person.By, posted.Aborted));
    }

    internal sealed record SetHold(string Reason, bool Release = false);
}
