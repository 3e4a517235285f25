using TenderWatch.Core.Evidence;
using TenderWatch.Core.Texts;

namespace TenderWatch.Core.Tests.Texts;

public sealed class ModelAnswerTests
{
    [Theory]
    [InlineData("busy", "a b c")]
    [InlineData("later", "a b c")]
    [InlineData("timeout", "a b c")]
    [InlineData("truncated", "b c")]
    [InlineData(null, "b c")]
    public void What_an_attempt_did_not_come_to_again_still_holds(string? fault, string kept)
    {
        var after = Answer(fault, ("other-value", 3), "b", "c").After(Answer("busy", ("other-value", 5), "a", "b"));

        Assert.Equal(kept, string.Join(' ', after.Facts.Select(fact => fact.Value)));
        Assert.Equal(fault is "truncated" or null ? 3 : 5, after.Dropped["other-value"]);
        Assert.Equal(fault is null ? [] : [fault], after.Faults);
        Assert.Equal(fault is not ("truncated" or null), after.IsForNow);
    }

    private static ModelAnswer Answer(string? fault, (string Reason, int Count) dropped, params string[] facts) => new(
        [.. facts.Select(fact => new TextFact { Kind = TextFactKind.Quantity, Value = fact, Quote = fact, Place = new TextPlace(Digest.Of("x"), "BT-24", null, null, fact[0], 1), Extractor = "model/m/prompt-1" })],
        new Dictionary<string, int> { [dropped.Reason] = dropped.Count }, fault is null ? [] : [fault], ModelUse.None);
}
