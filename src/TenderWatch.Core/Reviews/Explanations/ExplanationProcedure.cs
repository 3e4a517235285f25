using System.Text.Json.Serialization;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Reviews.Explanations;

/// <summary>The procedure on the price of one tender. Folded from its turns: there is no other way into a stage than <see cref="ExplanationRules"/>.</summary>
/// <param name="Lot">The lot: <c>LOT-0001</c>, or <c>procurement</c> where the notice names none.</param>
/// <param name="Bid">The tender: <c>TEN-0001</c>, or a number that the buyer gave it.</param>
/// <param name="Stage">Where it stands.</param>
public sealed record ExplanationProcedure(string Lot, string Bid, ExplanationStage Stage)
{
    /// <summary>So many turns one procedure can have; the state of a case stays small.</summary>
    public const int MostTurns = 40;

    /// <summary>The last day for the answer that is asked, in Dutch time.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Whether the assessment found that obligations of environmental, social or labour law are not met: the tender must be rejected.</summary>
    public bool MustReject { get; init; }

    /// <summary>Whether proof of the compatibility of State aid was asked since the latest request.</summary>
    public bool AskedOfStateAid { get; init; }

    /// <summary>Why the tender was rejected.</summary>
    public RejectionGround? Ground { get; init; }

    /// <summary>Whether the Commission has been informed of a rejection on State aid.</summary>
    public bool CommissionInformed { get; init; }

    /// <summary>What was done, oldest first.</summary>
    public IReadOnlyList<ExplanationTurn> Turns { get; init; } = [];

    /// <summary>Whether an answer is awaited.</summary>
    [JsonIgnore]
    public bool IsWaiting => Stage is ExplanationStage.Requested or ExplanationStage.StateAidConsulted;

    /// <summary>Whether the last day for the awaited answer is over.</summary>
    /// <param name="now">The moment.</param>
    public bool IsOverdue(DateTimeOffset now) => IsWaiting && Due is { } due && DutchTime.DateOf(now) > due;
}
