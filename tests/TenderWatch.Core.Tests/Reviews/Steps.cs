using System.Globalization;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews.Explanations;

namespace TenderWatch.Core.Tests.Reviews;

/// <summary>Steps of a procedure as words: <c>request receive assess+obligations reject+insufficient@30</c>, <c>@</c> the day from 2 March 2026.</summary>
internal static class Steps
{
    public const string Lot = "LOT-0001";
    public const string Bid = "TEN-0001";

    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    public static readonly Digest Reasons = Digest.Of("reasons");
    public static readonly Digest Document = Digest.Of("document");

    public static ExplanationTurn Turn(string word, int day = 0)
    {
        var parts = word.Split('@');
        var names = parts[0].Split('+');
        var step = Enum.Parse<ExplanationStep>(names[0], ignoreCase: true);
        if (parts.Length > 1) day = int.Parse(parts[1], CultureInfo.InvariantCulture);
        return new ExplanationTurn(step, Start.AddDays(day), "A. Voorbeeld")
        {
            // Ten days to answer, ten more with another date.
            Due = step switch { ExplanationStep.Request or ExplanationStep.Consult => Day(day + 10), ExplanationStep.Extend => Day(day + 20), _ => null },
            Doubts = step switch { ExplanationStep.Request => [DoubtGround.Price], ExplanationStep.Refer => [DoubtGround.ForeignSubsidies], _ => [] },
            Ground = names.Length > 1 ? Enum.Parse<RejectionGround>(names[1], ignoreCase: true) : null,
            Reasons = step is ExplanationStep.Assess or ExplanationStep.Accept or ExplanationStep.Reject ? Reasons : null,
            Document = step == ExplanationStep.Receive ? Document : null,
        };
    }

    public static DateOnly Day(int day) => new DateOnly(2026, 3, 2).AddDays(day);

    /// <summary>The procedure after permitted steps, one a day unless said otherwise.</summary>
    public static ExplanationProcedure? After(string path)
    {
        ExplanationProcedure? procedure = null;
        foreach (var (word, day) in path.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, place) => (word, place)))
        {
            var outcome = ExplanationRules.Take(procedure, Lot, Bid, Turn(word, day));
            Assert.True(outcome.Fault is null, $"{word}: {outcome.Fault?.Why.En}");
            procedure = outcome.After;
        }

        return procedure;
    }
}
