using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Tests.Languages;

public sealed class VerdictWordsTests
{
    [Theory]
    [InlineData(Verdict.Flagged, "Aandacht nodig", "Needs attention")]
    [InlineData(Verdict.NotAssessable, "Niet te beoordelen", "Cannot be assessed")]
    [InlineData(Verdict.Clear, "Geen signaal", "No signal")]
    public void A_verdict_accuses_nobody(Verdict verdict, string nl, string en)
    {
        Assert.Equal(nl, VerdictWords.Of(verdict, Language.Nl));
        Assert.Equal(en, VerdictWords.Of(verdict, Language.En));
    }
}
