using System.Reflection;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Tests.Languages;

public sealed class LedgerWordsTests
{
    public static TheoryData<string> Kinds => [.. typeof(CaseEventKinds).GetFields(BindingFlags.Public | BindingFlags.Static).Where(one => one.IsLiteral).Select(one => (string)one.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_event_has_words_in_both_languages(string kind)
    {
        var words = LedgerWords.Of(kind);
        Assert.DoesNotContain("-", words.Nl + words.En, StringComparison.Ordinal);
        Assert.NotEqual(words.Nl, words.En);
    }
}
