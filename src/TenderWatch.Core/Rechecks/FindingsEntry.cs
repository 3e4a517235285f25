using System.Text.Json;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Core.Rechecks;

/// <summary>A ledger entry of the kind <c>findings</c>: what a case was judged by, and what came of it.</summary>
/// <param name="Sequence">Its number in the ledger.</param>
/// <param name="At">When the case was judged.</param>
/// <param name="Facts">The stored public facts that the checks saw.</param>
/// <param name="Results">The result of each check.</param>
/// <param name="Settings">The recorded settings of the checks; <see langword="null"/> in an entry that names none.</param>
/// <param name="Program">The program that ran them; <see langword="null"/> in an entry that names none.</param>
public sealed record FindingsEntry(long Sequence, DateTimeOffset At, Digest Facts, IReadOnlyList<RecordedResult> Results, Digest? Settings, string? Program)
{
    /// <summary>The kind of its ledger entry.</summary>
    public const string Kind = "findings";

    /// <summary>All facts that the checks saw, stored confidentially; <see langword="null"/> where there were public ones alone.</summary>
    public Digest? ConfidentialFacts { get; init; }

    /// <summary>Reads an entry of that kind; <see langword="null"/> when its body is not one of findings.</summary>
    public static FindingsEntry? Read(LedgerEntry entry)
    {
        try
        {
            return new FindingsEntry(
                entry.Sequence,
                entry.At,
                DigestIn(entry.Body.GetProperty("facts")),
                [.. entry.Body.GetProperty("findings").EnumerateArray().Select(result => new RecordedResult(new RuleName(Text(result, "check"), Text(result, "ruleVersion")), DigestIn(result), OptionalIn(result, "confidential")))],
                OptionalIn(entry.Body, "settings"),
                entry.Body.TryGetProperty("program", out _) ? Text(entry.Body, "program") : null)
            {
                ConfidentialFacts = OptionalIn(entry.Body, "confidentialFacts"),
            };
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Digest? OptionalIn(JsonElement parent, string name) => parent.TryGetProperty(name, out var reference) ? DigestIn(reference) : null;

    private static Digest DigestIn(JsonElement reference) => Digest.Parse(Text(reference, "sha256"));

    private static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null.");
}

/// <summary>The result of a check in a ledger entry.</summary>
/// <param name="Rule">The check in the version that ran.</param>
/// <param name="Findings">The digest of its findings on the public facts.</param>
/// <param name="Confidential">The digest of its findings on all facts, stored confidentially; <see langword="null"/> where they are the same.</param>
public sealed record RecordedResult(RuleName Rule, Digest Findings, Digest? Confidential = null);
