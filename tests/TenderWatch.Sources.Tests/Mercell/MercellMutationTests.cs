using System.Globalization;
using System.Text;
using System.Text.Json;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;
using TenderWatch.Sources.Tests.TenderNed;
using TenderWatch.Testing;

namespace TenderWatch.Sources.Tests.Mercell;

public sealed class MercellMutationTests
{
    // More with TENDERWATCH_MUTATIONS=100000.
    private static readonly int Mutations = int.TryParse(Environment.GetEnvironmentVariable("TENDERWATCH_MUTATIONS"), CultureInfo.InvariantCulture, out var count) ? count : 1000;

    private static readonly string[] Splices =
    [
        "null", "[]", "{}", "\"", "{", "]", ",", "true", "-1", "1e999", "99999999999999999999999999999999", "\\ud800", "\\u0000", "<script>", "<!--", "&#xD800;", "&nbsp;",
        "<div><table><tr>", "\"TenderId\":\"../../x\",", "\"ExplicitTenderStatus\":7,", "\"EstimatedValue\":1e30,\"CurrencyType\":1,", "\"Deadline\":\"0001-01-01T00:00:00Z\",", "[[[[[[[[[[[[[[[[[[[[[[",
    ];

    private static string Detail => Sample("tenders/90866.json");

    private static string Entry
    {
        get
        {
            using var list = JsonDocument.Parse(Sample("list.json"));
            return list.RootElement[0].GetRawText();
        }
    }

    [Fact]
    public void A_mutated_tender_is_a_notice_without_any_amount_or_a_fault_and_never_an_exception()
    {
        var random = new Random(90866);
        var reader = new PublicationReader(XmlStub.Read);
        var (detail, entry, read) = (Detail, Entry, 0);
        for (var i = 0; i < Mutations; i++)
        {
            var reading = reader.Read(
                new NoticeKey("mercell", "90866"),
                [MercellReadTests.Detail(i % 2 == 0 ? Mutate(random, detail) : detail), MercellReadTests.Entry(i % 2 == 1 ? Mutate(random, entry) : entry)]);
            if (reading is not PublicationReading.Read { Notice: var notice }) continue;
            read++;
            Assert.NotEmpty(JsonSerializer.Serialize(notice, NoticeJson.Stored));
            Assert.True(notice is { EstimatedValue: null, TotalValue: null, FrameworkMaximum: null, Bids.Count: 0, Results.Count: 0 }, $"mutation {i} made an amount");
            Assert.True(notice.Lots.Single() is { EstimatedValue: null, FrameworkMaximum: null }, $"mutation {i} made an amount");
        }

        Assert.InRange(read, Mutations / 20, Mutations - 1);
    }

    [Fact]
    public async Task A_mutated_list_is_a_list_or_a_failure_and_never_an_exception()
    {
        var random = new Random(11);
        var body = $$"""{"ResultsCount":1,"CurrentPageResults":{{Sample("list.json")}}}""";
        using var mercell = new MercellFolder();
        await using var host = await mercell.StartAsync((context, _) => Answers.WriteAsync(context, 200, Mutate(random, body)));
        for (var i = 0; i < Mutations / 2; i++)
        {
            host.Time.Advance(TimeSpan.FromHours(1)); // another walk
            var listing = await host.Mercell.ListAsync(new DateOnly(2025, 2, 13), mustBeComplete: true, TestContext.Current.CancellationToken);
            if (listing.Value is { } day) Assert.All(day.Items, item => Assert.Matches("^[1-9][0-9]*$", item.Key.Id));
            else Assert.NotEmpty(listing.Failure!.Text);
        }
    }

    [Fact]
    public void Deep_and_endless_answers_cost_a_pass()
    {
        var reader = new PublicationReader(XmlStub.Read);
        string[] hostile =
        [
            $$"""{"TenderId":7,"TenderDescription":"{{string.Concat(Enumerable.Repeat("<div><table><tr><td><p><b>", 200_000))}}"}""",
            $$"""{"TenderId":7,"TenderDescription":"{{new string(' ', 20_000_000)}}"}""",
            $$"""{"TenderId":7,"LinkedTenders":{{new string('[', 100_000)}}""",
            $$"""{"TenderId":7,"TenderDescriptionDocuments":[{{string.Join(',', Enumerable.Repeat("""{"Name":"a.pdf"}""", 200_000))}}]}""",
        ];
        foreach (var json in hostile)
        {
            if (reader.Read(new NoticeKey("mercell", "7"), [MercellReadTests.Detail(json)]) is PublicationReading.Read { Notice: var notice })
                Assert.True(notice.Description is null && notice.Platform!.Documents.Count <= 1000);
        }
    }

    private static string Sample(string name) => File.ReadAllText(Path.Combine(SharedData.Repository, "samples", "dsmr6", "mercell", name));

    private static string Mutate(Random random, string text)
    {
        var mutant = new StringBuilder(text);
        for (var times = random.Next(1, 5); times > 0 && mutant.Length > 20; times--)
        {
            var at = random.Next(mutant.Length);
            var length = Math.Min(random.Next(1, 60), mutant.Length - at);
            switch (random.Next(6))
            {
                case 0:
                    mutant.Remove(at, length);
                    break;
                case 1:
                    mutant.Insert(random.Next(mutant.Length), mutant.ToString(at, length));
                    break;
                case 2:
                    // Where a value stands, so that what comes out is often JSON still.
                    var colon = mutant.ToString().IndexOf(": ", at, StringComparison.Ordinal);
                    mutant.Insert(colon < 0 ? at : colon + 2, Splices[random.Next(Splices.Length)] + (random.Next(2) == 0 ? ", \"x\": " : ""));
                    break;
                case 3:
                    mutant[at] = (char)random.Next(32, 0xD800);
                    break;
                case 4 when random.Next(4) == 0:
                    mutant.Length = Math.Max(20, at);
                    break;
                default:
                    mutant[at] = mutant[random.Next(mutant.Length)];
                    break;
            }
        }

        return mutant.ToString();
    }
}
