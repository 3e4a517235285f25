using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Retention;

/// <summary>Evidence with everybody who names it.</summary>
internal sealed class Naming(Digest sha256, Confidentiality confidentiality)
{
    private readonly SortedSet<string> _cases = new(StringComparer.Ordinal);
    private readonly HashSet<(string? Leader, EvidenceUse Use, string? Tender)> _uses = [];
    private DateTimeOffset _first = DateTimeOffset.MaxValue;
    private DateTimeOffset _latest = DateTimeOffset.MinValue;

    public void Add(string caseId, string? leader, NamedEvidence named)
    {
        _cases.Add(caseId);
        _uses.Add((leader, named.Use, named.Tender));
        if (named.At < _first) _first = named.At;
        if (named.At > _latest) _latest = named.At;
    }

    /// <summary>The evidence with the latest of its terms.</summary>
    public RetainedEvidence ToEvidence(
        IReadOnlyDictionary<string, CaseTerms> terms, CaseGroups groups, RetentionSettings settings, IReadOnlyDictionary<(Digest, Confidentiality), DateTimeOffset?> stones,
        IReadOnlySet<(string, Digest, Confidentiality)> recorded)
    {
        var all = _uses.Select(use => TermOf(use.Leader is { } leader ? terms.GetValueOrDefault(leader) : null, use.Use, use.Tender)).ToList();
        var term = (all.Find(one => one.From is null) ?? all.MaxBy(one => one.From))!;
        var deleted = stones.TryGetValue((sha256, confidentiality), out var at) && at is { } moment && _latest <= moment ? at : null;
        var done = deleted is not null && _cases.All(name => recorded.Contains((name, sha256, confidentiality)));
        return new RetainedEvidence(
            sha256, confidentiality, term.NotBefore(_first, confidentiality == Confidentiality.Confidential ? settings.ConfidentialImmutableDays : settings.ImmutableDays), [.. _cases])
        {
            IsHeld = _uses.Any(use => use.Leader is { } leader && groups.HoldOn(leader) is not null),
            DeletedAt = deleted,
            IsUnfinished = deleted is not null && !done,
            IsFindings = confidentiality == Confidentiality.Public && _uses.All(use => use.Use == EvidenceUse.Findings),
        };
    }

    private RetentionTerm TermOf(CaseTerms? terms, EvidenceUse use, string? tender) =>
        use == EvidenceUse.Settings ? RetentionTerm.Of(RetentionClass.Lasting, Unknown, new RetentionSettings())
        : terms?.TermOf(new NamedEvidence(sha256, confidentiality, use, _first, Tender: tender))
            ?? RetentionTerm.Of(RetentionClass.Lasting, Unknown, new RetentionSettings());

    private static ContractTerm Unknown { get; } = new(null, null, new LocalizedText("Er is geen zaak bekend.", "No case is known."));
}
