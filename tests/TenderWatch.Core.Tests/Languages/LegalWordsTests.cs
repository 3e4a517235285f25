using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Tests.Languages;

public sealed class LegalWordsTests
{
    [Theory]
    [InlineData("Regulation (EU) 2022/2560 art. 28 and annex II (unconfirmed)", "Verordening (EU) 2022/2560 art. 28 en bijlage II (onbevestigd)")]
    [InlineData("Regulation (EU) No 952/2013 (origin of goods)", "Verordening (EU) nr. 952/2013 (oorsprong van goederen)")]
    [InlineData("Directive 2014/25/EU art. 84", "Richtlijn 2014/25/EU art. 84")]
    [InlineData("Aanbestedingswet 2012 art. 2.116", "Aanbestedingswet 2012 art. 2.116")]
    public void A_legal_basis_is_told_in_dutch_and_left_as_it_is_in_english(string basis, string dutch) =>
        Assert.Equal((dutch, basis), (LegalWords.In(basis, Language.Nl), LegalWords.In(basis, Language.En)));
}
