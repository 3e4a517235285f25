using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Rechecks;

/// <summary>Makes the rules of the past again, from their recorded settings. What this build cannot make again it names; it never puts another rule in its place.</summary>
internal sealed class OldRules(StoredParts parts, Func<CheckSettings, IReadOnlyList<ICheck>> checks)
{
    private readonly Dictionary<Digest, StoredParts.Part<CheckSettings>> _settings = [];

    public async Task<OldRule> OfAsync(FindingsEntry entry, RuleName rule, CancellationToken cancellationToken)
    {
        if (entry.Settings is null && rule.HasOwnThresholds)
        {
            return new OldRule(null, new(
                $"De drempels van {rule} zijn niet vastgelegd: deze regel is ouder dan de vastlegging van drempels.",
                $"The thresholds of {rule} were not recorded: the entry is older than the recording of thresholds."));
        }

        var settings = entry.Settings is { } digest ? await SettingsAsync(digest, cancellationToken) : new(new CheckSettings(), null);
        return settings.Value is { } value ? Of(entry, rule, value) : new OldRule(null, settings.Fault);
    }

    private OldRule Of(FindingsEntry entry, RuleName rule, CheckSettings settings)
    {
        var check = checks(settings).FirstOrDefault(candidate => candidate.Id == rule.Check);
        if (check?.Version == rule.Version) return new OldRule(check, null);
        var number = check is null ? null : new RuleName(check.Id, check.Version).Number;
        var program = entry.Program is { } known
            ? new LocalizedText($"gebruik versie {known} van TenderWatch", $"use version {known} of TenderWatch")
            : LocalizedText.Of(w => $"gebruik de versie van TenderWatch van {w.Moment(entry.At)}", w => $"use the version of TenderWatch of {w.Moment(entry.At)}");
        return new OldRule(null, number == rule.Number
            ? new(
                $"Met de vastgelegde drempels geeft deze versie van TenderWatch {rule.Check}={check!.Version} en niet {rule}; {program.Nl}.",
                $"With the recorded thresholds this version of TenderWatch gives {rule.Check}={check.Version}, not {rule}; {program.En}.")
            : new(
                $"Deze versie van TenderWatch heeft geen regel {rule.Check} {rule.Number}{(number is null ? "" : $" (wel {number})")}; {program.Nl}.",
                $"This build has no rule {rule.Check} {rule.Number}{(number is null ? "" : $" (it has {number})")}; {program.En}."));
    }

    private async Task<StoredParts.Part<CheckSettings>> SettingsAsync(Digest digest, CancellationToken cancellationToken)
    {
        if (!_settings.TryGetValue(digest, out var known)) _settings[digest] = known = await parts.SettingsAsync(digest, cancellationToken);
        return known;
    }
}

/// <summary>A rule of the past.</summary>
/// <param name="Check">It, as it was; <see langword="null"/> where it cannot be made again.</param>
/// <param name="Fault">Why it cannot.</param>
internal readonly record struct OldRule(ICheck? Check, LocalizedText? Fault);
