using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Sources;

namespace TenderWatch.Core.Tests.Procurements;

public class JoinKeyTests
{
    private static readonly NoticeKey Key = new("tenderned", "440769");

    private static IEnumerable<string> Keys(Notice? notice = null, PublicationLinks? links = null, NoticeKey? key = null) =>
        JoinKey.Of(key ?? Key, notice ?? new Notice { Format = "eforms" }, links ?? new PublicationLinks()).Select(join => join.Value);

    [Fact]
    public void Kenmerk_related_publications_and_TED_numbers_join()
    {
        var keys = Keys(links: new PublicationLinks { Kenmerk = 567798, RelatedPublications = ["440000"], TedNumbers = ["643394-2026"] });
        Assert.Equal(["publication:tenderned:440769", "tenderned-kenmerk:567798", "publication:tenderned:440000", "ted:643394-2026"], keys);
    }

    [Fact]
    public void The_procedure_identifier_joins_only_together_with_a_buyer()
    {
        Party first = new() { Name = "Gemeente A", Ids = ["12345678"], Country = "CHE" };
        Party second = new() { Name = "Gemeente B", Ids = ["87654321"], Country = "CHE" };
        Notice Of(Party buyer) => new() { Format = "eforms", ProcedureId = "aff2863e-b4cc-4e91-baba-b3b85f709117", Buyers = [buyer] };
        Assert.DoesNotContain(Keys(Of(first)), key => key == "procedure:aff2863e-b4cc-4e91-baba-b3b85f709117");
        Assert.Single(Keys(Of(first)).Intersect(Keys(Of(second))));
        Assert.Equal(3, Keys(Of(first)).Intersect(Keys(Of(first with { Name = "GEMEENTE  a" }))).Count());
    }

    [Fact]
    public void A_procedure_identifier_without_any_buyer_joins_nothing() =>
        Assert.Equal(["publication:tenderned:440769"], Keys(new Notice { Format = "eforms", ProcedureId = "aff2863e-b4cc-4e91-baba-b3b85f709117" }));

    [Theory]
    [InlineData("454728-2023", "ted:454728-2023")]
    [InlineData("00454728-2023", "ted:454728-2023")]
    [InlineData("D3EA21B3-1181-403f-a646-06ab811125c0-01", "notice:d3ea21b3-1181-403f-a646-06ab811125c0")]
    [InlineData("d3ea21b3-1181-403f-a646-06ab811125c0", "notice:d3ea21b3-1181-403f-a646-06ab811125c0")]
    public void A_change_joins_the_notice_it_changes_in_both_forms_of_BT_758(string changes, string expected) =>
        Assert.Contains(expected, Keys(new Notice { Format = "eforms", Changes = changes }));

    [Fact]
    public void A_notice_and_its_change_share_a_key()
    {
        var original = Keys(new Notice { Format = "eforms", NoticeId = "d3ea21b3-1181-403f-a646-06ab811125c0", NoticeVersion = "01" }, key: new NoticeKey("ted", "1-2024"));
        var change = Keys(new Notice { Format = "eforms", NoticeId = "b0000000-0000-4000-8000-000000000000", Changes = "d3ea21b3-1181-403f-a646-06ab811125c0-01" }, key: new NoticeKey("ted", "2-2024"));
        Assert.Single(original.Intersect(change));
    }
}
