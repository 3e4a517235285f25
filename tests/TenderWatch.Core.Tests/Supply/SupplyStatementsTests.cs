using System.Text;
using CsCheck;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Supply;
using TenderWatch.Testing;

namespace TenderWatch.Core.Tests.Supply;

public sealed class SupplyStatementsTests
{
    private const string Good = """{"source":{"title":"T","publisher":"P"},"ownership":[{"company":"A","owner":"B","percent":35,"country":"CHN","isState":true,"quote":"q"}]}""";

    private static SupplyStatement? Read(string json, out IReadOnlyList<LocalizedText> faults) => SupplyStatements.Read(Encoding.UTF8.GetBytes(json), out faults);

    [Theory]
    [InlineData("", "$")]
    [InlineData("null", "null")]
    [InlineData("[]", "$")]
    [InlineData("""{"source":{"title":"T","publisher":"P"}}""", "says nothing")]
    [InlineData("""{"source":{"title":" ","publisher":"P"},"stock":{"until":"2027-09-30","quote":"q"}}""", "$.source.title")]
    [InlineData("""{"source":{"title":"T","publisher":"P","url":"javascript:alert(1)"},"stock":{"until":"2027-09-30","quote":"q"}}""", "$.source.url")]
    [InlineData("""{"source":{"title":"T","publisher":"P"},"stock":{"until":"30-09-2027","quote":"q"}}""", "$.stock.until")]
    [InlineData("""{"source":{"title":"T","publisher":"P"},"stock":{"until":"2027-09-30","quote":" "}}""", "$.stock.quote")]
    [InlineData("""{"source":{"title":"T","publisher":"P"},"owners":[]}""", "$.owners")]
    [InlineData("""{"source":{"title":"T","publisher":"P"},"ownership":[{"company":"A","owner":"B","percent":135,"quote":"q"}]}""", "$.ownership[0].percent")]
    [InlineData("""{"source":{"title":"T","publisher":"P"},"ownership":[{"company":"A","owner":"B","country":"China","quote":"q"}]}""", "$.ownership[0].country")]
    [InlineData("""{"source":{"title":"T","publisher":"P"},"goods":[{"bidder":"A","country":"CHN","percent":60,"quote":"q"},{"bidder":"a","country":"FRA","percent":60,"quote":"q"}]}""", "more than 100")]
    [InlineData("""{"source":{"title":"T","publisher":"P"},"components":[{"component":"m","suppliers":[{"name":"A","sharePercent":60},{"name":"B","sharePercent":60}],"quote":"q"}]}""", "more than 100")]
    [InlineData("""{"source":{"title":"T","publisher":"P"},"components":[{"component":"m","suppliers":null,"quote":"q"}]}""", "$.components[0]")]
    [InlineData("""{"source":{"title":"T","publisher":"P"},"components":[null]}""", "null stands in a list")]
    [InlineData("""{"source":{"title":"T","publisher":"P"},"components":[{"component":"m","suppliers":[null],"quote":"q"}]}""", "null stands in a list")]
    [InlineData("""{"source":{"title":"T","publisher":"P"},"ownership":[null]}""", "null stands in a list")]
    public void What_is_wrong_is_named_with_its_path(string json, string told)
    {
        Assert.Null(Read(json, out var faults));
        Assert.Contains(faults, fault => fault.En.Contains(told, StringComparison.Ordinal));
        Assert.All(faults, fault => Assert.NotEqual(fault.En, fault.Nl));
    }

    [Fact]
    public void Damage_is_a_fault_or_another_statement_and_never_an_exception()
    {
        var bytes = Encoding.UTF8.GetBytes(Good);
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte).Sample((place, value) =>
        {
            byte[] damaged = [.. bytes];
            damaged[place] = value;
            return SupplyStatements.Read(damaged, out var faults) is not null == (faults.Count == 0);
        }, iter: 5000);
    }

    [Fact]
    public void Stated_facts_stand_on_the_sheet_with_the_words_they_come_from()
    {
        var statement = new CaseStatement(new StatementReference(Digest.Of("x"), default, "me"), Read(Good, out _)!);
        var fact = Assert.Single(FactSheet.Of([], [statement]));
        Assert.Equal((FactNames.Owner, "A", "B (35 %, CHN)", "q"), (fact.Name, fact.Subject, fact.Value, fact.Origins[0].Quote));
    }

    [Fact]
    public void Entering_withdrawing_and_entering_again_are_three_events()
    {
        var reference = new StatementReference(Digest.Of("x"), new DateTimeOffset(2026, 1, 31, 9, 0, 0, TimeSpan.Zero), "me");
        CaseEvent[] events = [StatementEvents.Entered("c", reference), StatementEvents.Withdrawn("c", reference with { At = reference.At.AddHours(1) }), StatementEvents.Entered("c", reference with { At = reference.At.AddHours(2) })];
        Assert.Equal(3, events.Select(one => one.Id).Distinct().Count());
        Assert.Equal([1, 0, 1], events.Aggregate((Counts: (int[])[], State: (IReadOnlyList<StatementReference>)[]), (so, one) => StatementEvents.Apply(so.State, one) is var next ? ([.. so.Counts, next.Count], next) : so).Counts);
        Assert.Equal(events[0].Id, StatementEvents.Entered("c", reference).Id);
    }

    [Fact]
    public void The_sample_statement_can_be_used()
    {
        var bytes = System.IO.File.ReadAllBytes(Path.Combine(SharedData.Repository, "samples", "dsmr6", "statements", "dsmr6.json"));
        Assert.NotNull(SupplyStatements.Read(bytes, out var faults));
        Assert.Empty(faults);
    }

    [Fact]
    public void The_statement_on_the_page_can_be_used()
    {
        var page = System.IO.File.ReadAllText(Path.Combine(SharedData.Repository, "docs", "supply.md"));
        var start = page.IndexOf("```json", StringComparison.Ordinal) + 7;
        Assert.NotNull(Read(page[start..page.IndexOf("```", start, StringComparison.Ordinal)], out var faults));
        Assert.Empty(faults);
    }
}
