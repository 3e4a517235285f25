using TenderWatch.Mutations.Parsers;
using TenderWatch.Mutations.Run;

namespace TenderWatch.Sources.Tests.BadInput;

/// <summary>
/// The first of the mutations that the long run tries (tests/TenderWatch.Mutations): every answer is a reading or a declared failure, in
/// bounded time and memory, and no amount is read that is not written.
/// </summary>
public sealed class MutationTests
{
    private const int Mutations = 400;
    private const int Seed = 1;

    public static TheoryData<string> Parsers => new(AllParsers.List.Select(parser => parser.Name));

    [Theory]
    [MemberData(nameof(Parsers))]
    public void A_mutated_input_is_read_or_refused_as_declared(string name)
    {
        var tally = Campaign.Run(AllParsers.List.Single(parser => parser.Name == name), Seed, first: 0, Mutations);
        Assert.True(tally.Violations.Count == 0, string.Join('\n', tally.Violations.Select(violation => $"mutation {violation.Number}: {violation.Text}")));
        // Mutations that are all refused, or all read, would try one half of the parser.
        Assert.InRange(tally.Readings, Mutations / 20, Mutations);
        Assert.True(tally.Faults.Count > 0 || AllParsers.List.Single(parser => parser.Name == name).Faults.Count == 0, "none was refused");
    }

    [Fact]
    public void A_mutation_is_the_same_whenever_it_is_made()
    {
        foreach (var parser in AllParsers.List) Assert.Equal(Campaign.InputOf(parser, Seed, 17), Campaign.InputOf(parser, Seed, 17));
    }

    [Fact]
    public void An_invented_amount_an_undeclared_failure_an_exception_and_waste_are_each_noticed()
    {
        var parser = AllParsers.List.Single(one => one.Name == "eforms");
        Assert.Contains("not written", Assert.Single(Campaign.Replay(parser with { Read = _ => parser.Read(Original("5")) }, Original("6")).Violations).Text, StringComparison.Ordinal);
        Assert.Contains("none that is declared", Assert.Single(Campaign.Replay(parser with { Faults = [] }, "x"u8.ToArray()).Violations).Text, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException", Assert.Single(Campaign.Replay(parser with { Read = _ => throw new InvalidOperationException() }, "x"u8.ToArray()).Violations).Text, StringComparison.Ordinal);
        Assert.Contains("allocated", Assert.Single(Campaign.Replay(parser with { Read = _ => new Answer(new byte[70 * 1024 * 1024].Length > 0 ? "empty" : null) }, "x"u8.ToArray()).Violations).Text, StringComparison.Ordinal);
    }

    private static byte[] Original(string amount) => System.Text.Encoding.UTF8.GetBytes(EForms.MadeNotice.Xml(
        EForms.MadeNotice.LotXml(""), $"<efac:NoticeResult><efac:LotTender><cbc:ID>TEN-0001</cbc:ID>{EForms.MadeNotice.Value(amount)}</efac:LotTender></efac:NoticeResult>"));
}
