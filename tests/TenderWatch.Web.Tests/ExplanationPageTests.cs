using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews.Explanations;
using TenderWatch.Web.Tests.Seeds;
using static TenderWatch.Web.Tests.PageTests;

namespace TenderWatch.Web.Tests;

public sealed class ExplanationPageTests
{
    [Fact]
    public async Task A_procedure_shows_its_state_the_next_step_and_until_when_and_nothing_of_what_was_written()
    {
        await using var host = await WebHost.StartAsync(async host =>
        {
            await OtherCases.SaveLowAsync(host);
            var now = host.Time.GetUtcNow();
            var asked = new ExplanationTurn(ExplanationStep.Request, now, "A. Voorbeeld") { Due = new DateOnly(2026, 1, 15), Doubts = [DoubtGround.Price], Reasons = Digest.Of("geheim") };
            var state = (await host.Cases.FindAsync(OtherCases.LowId, CancellationToken.None))!;
            await host.Cases.SaveAsync(state with { Explanations = ExplanationEvents.Apply([], ExplanationEvents.Of(state.Id, "LOT-0001", "TEN-0003", 0, asked)) }, CancellationToken.None);
        });

        var nl = (await host.PageAsync("/cases/" + OtherCases.LowId + "?lang=nl")).QuerySelector("section[aria-labelledby=explanations]")!;
        var en = (await host.PageAsync("/cases/" + OtherCases.LowId + "?lang=en")).QuerySelector("section[aria-labelledby=explanations]")!;
        host.Time.Advance(TimeSpan.FromDays(15));
        var overdue = (await host.PageAsync("/cases/" + OtherCases.LowId + "?lang=nl")).QuerySelector("section[aria-labelledby=explanations]")!;

        Assert.Contains("TEN-0003 (LOT-0001) Toelichting gevraagd de inschrijver: Geef een toelichting op de prijs. 15 januari 2026", Words(nl), StringComparison.Ordinal);
        Assert.Contains("TEN-0003 (LOT-0001) Explanation asked the tenderer: Explain the price. 15 January 2026", Words(en), StringComparison.Ordinal);
        Assert.Contains("de aanbesteder: Er is geen toelichting ontvangen; beoordeel de prijs zonder toelichting of zet een andere datum.", Words(overdue), StringComparison.Ordinal);
        Assert.DoesNotContain(Digest.Of("geheim").Hex, nl.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_without_a_procedure_has_no_such_section()
    {
        await using var host = await WebHost.StartAsync(Dsmr6.SaveAsync);

        var page = await host.PageAsync("/cases/" + Dsmr6.Id);

        Assert.Null(page.QuerySelector("#explanations"));
        Assert.Null(page.QuerySelector("a[href='#explanations']"));
    }
}
