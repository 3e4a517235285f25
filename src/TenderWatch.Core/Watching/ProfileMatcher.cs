using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Watching;

/// <summary>Says which watch profiles a notice matches, and why.</summary>
public static class ProfileMatcher
{
    // A notice with a thousand lots would give a thousand reasons that say the same.
    private const int MostReasons = 10;
    private const int LongestName = 200;

    /// <summary>The profiles that match, each with a reason for every criterion that it has.</summary>
    public static IReadOnlyList<ProfileMatch> Match(Notice notice, IReadOnlyList<WatchProfile> profiles) =>
        [.. profiles.Select(profile => Match(notice, profile)).OfType<ProfileMatch>()];

    private static ProfileMatch? Match(Notice notice, WatchProfile profile)
    {
        var subject = Subject(notice, profile);
        List<IReadOnlyList<MatchReason>?> criteria =
        [
            .. subject,
            Parties("buyer", "BT-500", profile.Buyers, notice.Buyers),
            Parties("supplier", "BT-500", profile.Suppliers, notice.Bids.SelectMany(bid => bid.Bidders)),
            LegalBasis(notice, profile),
            Value(notice, profile),
        ];
        // A profile without any criterion looks for nothing, not for everything.
        var given = criteria.OfType<IReadOnlyList<MatchReason>>().ToList();
        return given.Count > 0 && given.All(reasons => reasons.Count > 0)
            ? new ProfileMatch(profile.Name, [.. given.SelectMany(reasons => reasons.Take(MostReasons))])
            : null;
    }

    private static IReadOnlyList<MatchReason>?[] Subject(Notice notice, WatchProfile profile)
    {
        var phrases = profile.Phrases.Count == 0 ? null : Phrases(notice, profile.Phrases);
        var cpv = profile.Cpv.Count == 0 ? null : Cpv(notice, profile.Cpv);
        return profile.PhrasesAndCpv || phrases is null || cpv is null ? [phrases, cpv] : [[.. phrases, .. cpv]];
    }

    private static List<MatchReason> Phrases(Notice notice, IReadOnlyList<string> phrases)
    {
        (string Field, string? Text)[] places =
        [
            ("BT-21-Procedure", notice.Title),
            .. notice.Lots.Select(lot => ("BT-21-Lot", lot.Title)),
            ("BT-24-Procedure", notice.Description),
            .. notice.Lots.Select(lot => ("BT-24-Lot", lot.Description)),
        ];
        var reasons = new List<MatchReason>();
        foreach (var phrase in phrases)
        {
            foreach (var (field, text) in places)
            {
                if (text is null || WholeWords.Find(text, phrase) is not { } found) continue;
                reasons.Add(new MatchReason("phrase", phrase, found, field));
                break;
            }
        }

        return reasons;
    }

    private static List<MatchReason> Cpv(Notice notice, IReadOnlyList<string> prefixes) =>
    [
        .. from code in notice.Cpv.Select(code => (Code: code, Field: "BT-262-Procedure"))
               .Concat(notice.Lots.SelectMany(lot => lot.Cpv).Select(code => (Code: code, Field: "BT-262-Lot")))
               .DistinctBy(place => place.Code)
           from prefix in prefixes
           where code.Code.StartsWith(prefix, StringComparison.Ordinal)
           select new MatchReason("cpv", prefix, code.Code, code.Field),
    ];

    private static List<MatchReason>? Parties(string criterion, string field, IReadOnlyList<string> sought, IEnumerable<Party> parties) =>
        sought.Count == 0
            ? null
            :
            [
                .. (from party in parties
                    from wanted in sought
                    where party.Ids.Contains(wanted, StringComparer.OrdinalIgnoreCase) || (party.Name is { } name && WholeWords.Find(name, wanted) is not null)
                    select new MatchReason(criterion, wanted, party.Name is { Length: <= LongestName } known ? known : wanted, field)).Distinct(),
            ];

    private static List<MatchReason>? LegalBasis(Notice notice, WatchProfile profile) =>
        profile.LegalBasis.Count == 0
            ? null
            : [.. profile.LegalBasis.Where(basis => basis == notice.LegalBasis).Select(basis => new MatchReason("legal-basis", basis, basis, "BT-01"))];

    private static List<MatchReason>? Value(Notice notice, WatchProfile profile)
    {
        if (profile.MinimumValue is not { } minimum) return null;
        var sought = Wording.En.Money(minimum, profile.Currency);
        (string Field, Money? Value)[] values =
        [
            ("BT-161", notice.TotalValue), ("BT-118", notice.TotalFrameworkMaximum), ("BT-271", notice.FrameworkMaximum), ("BT-27", notice.EstimatedValue),
            .. notice.Lots.Select(lot => ("BT-27-Lot", lot.EstimatedValue)),
        ];
        var stated = values.Where(value => value.Value is { Kind: MoneyKind.Stated } money && money.Currency == profile.Currency).ToList();
        if (stated.Count == 0) return [new MatchReason("value", sought, $"no value in {profile.Currency} is published", "BT-27")];
        var (field, largest) = stated.MaxBy(value => value.Value!.Amount);
        return largest!.Amount >= minimum ? [new MatchReason("value", sought, Wording.En.Money(largest), field)] : [];
    }
}
