using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Watching;

namespace TenderWatch.Notifications.Digests;

/// <summary>Decides what is told about a case; mail and card only give it a form.</summary>
internal sealed class CaseDigestWriter(IEnumerable<ICheck> checks, Uri publicBaseUrl, LocalizedText? banner)
{
    private const int MostMissing = 15;
    private const int MostMatches = 8;

    private readonly HashSet<string> _alwaysTold = [.. checks.Where(check => check.IsAlwaysTold).Select(check => check.Id)];
    private readonly Dictionary<string, LocalizedText> _names = checks.ToDictionary(check => check.Id, check => check.Name, StringComparer.Ordinal);

    public CaseDigest Write(CaseMessage message, DateTimeOffset at, Language language)
    {
        var all = DigestChecks.Of(message, _names, language);
        // A check that this version does not know is told: nobody could say that it may be left out.
        DigestCheck[] told = [.. all.Where(check => check.Verdict == Verdict.Flagged || check.Change is not null || _alwaysTold.Contains(check.Id) || !_names.ContainsKey(check.Id))];
        var title = PlainText.Line(message.Facts.Title, 200);
        return new CaseDigest
        {
            Language = language,
            Subject = DigestSubject.Of(message, PlainText.Line(title, 90), all, language),
            Title = title,
            Banner = banner is null ? null : PlainText.Line(banner.In(language), 300),
            Introduction = CaseIntroduction.Of(message, all, language),
            Next = DigestNext.Of(message, at, language),
            Facts = DigestFacts.Of(message, language),
            Prices = DigestPrices.Of(message, language),
            Checks = told,
            Others = [.. all.Except(told).GroupBy(check => check.Words, StringComparer.Ordinal).Select(group => $"{group.Key}: {string.Join("; ", group.Select(check => check.Name))}")],
            Missing = [.. Missing(message.Findings.Where(finding => told.Any(check => check.Id == finding.Check) && !RestsOnConfidential(message, finding.Check)), language).Distinct().Take(MostMissing)],
            OpenedBecause = [.. message.State.Matches.SelectMany(match => match.Reasons.Select(reason => Because(match, reason, language))).Distinct(StringComparer.Ordinal).Take(MostMatches)],
            Page = PageOf(message.State.Id),
        };
    }

    // What the public facts lack may be known from the confidential ones.
    private static bool RestsOnConfidential(CaseMessage message, string check) => message.State.Checks.Any(result => result.Check == check && result.RestsOnConfidential);

    private Uri PageOf(string caseId) => new(publicBaseUrl.AbsoluteUri.TrimEnd('/') + "/cases/" + Uri.EscapeDataString(caseId));

    private static IEnumerable<DigestMissing> Missing(IEnumerable<Finding> findings, Language language) =>
        from finding in findings
        from missing in finding.Missing
        select new DigestMissing(PlainText.Line(missing.Name.In(language), 160), PlainText.Line(missing.Why.In(language), 300), PlainText.Line(missing.Field, 40));

    private static string Because(ProfileMatch match, MatchReason reason, Language language)
    {
        var (profile, sought, found, field) =
            (PlainText.Line(match.Profile, 60), PlainText.Line(reason.Sought, 80), PlainText.Line(reason.Found, 120), PlainText.Line(reason.Field, 40));
        return new LocalizedText(
            $"Profiel {profile}, {Criterion(reason.Criterion).Nl}: gezocht “{sought}”, gevonden “{found}” ({field})",
            $"Profile {profile}, {Criterion(reason.Criterion).En}: sought “{sought}”, found “{found}” ({field})").In(language);
    }

    private static LocalizedText Criterion(string criterion) => criterion switch
    {
        "phrase" => new("woord", "phrase"),
        "cpv" => LocalizedText.Same("CPV"),
        "buyer" => new("koper", "buyer"),
        "supplier" => new("leverancier", "supplier"),
        "value" => new("waarde", "value"),
        "legal-basis" => new("rechtsgrondslag", "legal basis"),
        _ => LocalizedText.Same(PlainText.Line(criterion, 40)),
    };
}
