using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Watching;

namespace TenderWatch.Web.Tests.Seeds;

/// <summary>Puts a case into the ports as an episode would leave it.</summary>
internal static class CaseSeed
{
    public static readonly DateTimeOffset Opened = new(2025, 12, 11, 8, 14, 0, TimeSpan.Zero);

    public static CaseNotice Notice(WebHost host, NoticeKey key, DateOnly published, string formType, string title, string? page, string role = EvidenceRoles.NoticeXml)
    {
        var bytes = $"<notice id=\"{key}\"/>";
        var digest = host.Evidence.PutText(bytes);
        var document = new EvidenceReference(digest, bytes.Length, "application/xml", role, page ?? key.Id + ".xml", Opened, page is null ? null : 200);
        var record = new NoticeRecord { Key = key, Version = Digest.Of(bytes + "1"), Documents = [document], Published = published, Title = title, FormType = formType, Page = page };
        return new CaseNotice(record, new Notice { Format = "eforms", FormType = formType, Title = title, Language = "nld" });
    }

    public static async Task<CaseState> SaveAsync(
        WebHost host, CaseState state, IReadOnlyList<CaseNotice> notices, IReadOnlyList<Fact> sheet, params Finding[] findings)
    {
        var checks = findings.GroupBy(finding => finding.Check).Select(group => new CheckResult(
            group.Key,
            group.First().RuleVersion,
            group.Max(finding => finding.Verdict),
            Digest.Of(group.Key),
            host.Evidence.Put(group.ToList()),
            group.Count(finding => finding.Verdict == Verdict.Flagged),
            group.Count(finding => finding.Verdict == Verdict.NotAssessable),
            group.Count(finding => finding.Verdict == Verdict.Clear)));
        state = state with { Facts = host.Evidence.Put(new CaseFacts(state.Id, notices, sheet)), Notices = notices.Count, Checks = [.. checks] };
        foreach (var (kind, minutes) in new[] { ("event", 0), ("facts", 1), ("findings", 2), ("message-queued", 3) })
            state = state with { Ledger = await host.Ledger.AppendAsync(state.Id, kind, Opened.AddMinutes(minutes)) };
        await host.Cases.SaveAsync(state, CancellationToken.None);
        return state;
    }

    public static Fact Fact(string name, FactKind kind, string value, FactOrigin origin, string? unit = null, string? subject = null) =>
        new() { Name = name, Kind = kind, Value = value, Unit = unit, Subject = subject, Origins = [origin] };

    public static ProfileMatch Match(string profile, params MatchReason[] reasons) => new(profile, reasons);

    public static LocalizedText Text(string nl, string en) => new(nl, en);
}
