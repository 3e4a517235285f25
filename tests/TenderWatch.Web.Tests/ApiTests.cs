using System.Net;
using System.Text.Json;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Watching;
using TenderWatch.Web.Tests.Seeds;

namespace TenderWatch.Web.Tests;

public sealed class ApiTests
{
    [Fact]
    public async Task A_case_is_given_with_state_facts_and_findings_and_can_be_read_back()
    {
        await using var host = await WebHost.StartAsync(OtherCases.SaveAllAsync);

        var json = await host.Client.GetStringAsync("/api/cases/" + Dsmr6.Id);

        using var document = JsonDocument.Parse(json);
        Assert.Equal(["state", "facts", "findings", "unreadable", "timeline", "problems", "isConfidential"], document.RootElement.EnumerateObject().Select(member => member.Name));
        var view = JsonSerializer.Deserialize<CaseView>(json, NoticeJson.Stored)!;
        Assert.Equal(["fsr-scope", "alt"], view.Findings.Select(finding => finding.Check));
        Assert.Equal("592517432", view.Facts!.Find(FactNames.TotalValue)!.Value);
        Assert.Empty(view.Unreadable);
        Assert.Equal(json, JsonSerializer.Serialize(view, NoticeJson.Stored));
    }

    [Fact]
    public async Task The_list_of_cases_takes_the_same_filters_as_the_overview()
    {
        await using var host = await WebHost.StartAsync(OtherCases.SaveAllAsync);

        var all = JsonSerializer.Deserialize<List<CaseState>>(await host.Client.GetStringAsync("/api/cases"), NoticeJson.Stored)!;
        var flagged = JsonSerializer.Deserialize<List<CaseState>>(await host.Client.GetStringAsync("/api/cases?verdict=flagged&q=meter"), NoticeJson.Stored)!;

        Assert.Equal(5, all.Count);
        Assert.Equal(Dsmr6.Id, Assert.Single(flagged).Id);
    }

    [Fact]
    public async Task Quarantine_and_sources_are_given()
    {
        await using var host = await WebHost.StartAsync(OtherCases.SaveAllAsync);

        var quarantine = JsonSerializer.Deserialize<List<QuarantinedNotice>>(await host.Client.GetStringAsync("/api/quarantine"), NoticeJson.Stored)!;
        var sources = JsonSerializer.Deserialize<List<SourceState>>(await host.Client.GetStringAsync("/api/sources"), NoticeJson.Stored)!;

        Assert.Equal("truncated", Assert.Single(quarantine).Fault.Code);
        Assert.Equal(["ted", "tenderned"], sources.Select(source => source.Source));
    }

    [Theory]
    [InlineData("/api/cases/ffffffffffff", "urn:tenderwatch:problem:unknown-case", "There is no such case")]
    [InlineData("/api/nothing", "urn:tenderwatch:problem:unknown-page", "There is no such page")]
    public async Task What_is_not_there_is_a_problem_document(string path, string type, string title)
    {
        await using var host = await WebHost.StartAsync();

        using var response = await host.Client.GetAsync(path + "?lang=en");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal((type, title, 404), (problem.RootElement.GetProperty("type").GetString(), problem.RootElement.GetProperty("title").GetString(), problem.RootElement.GetProperty("status").GetInt32()));
        Assert.NotEmpty(problem.RootElement.GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task A_failure_is_a_problem_document_without_internals()
    {
        await using var host = await WebHost.StartAsync();
        host.Watch.Fault = new InvalidOperationException("AccountKey=secret");

        using var response = await host.Client.GetAsync("/api/sources");
        var body = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("\"reference\":\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("AccountKey", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_without_storage_is_alive_and_not_ready()
    {
        await using var host = await WebHost.StartAsync();
        Assert.Equal("{\"status\":\"ready\"}", await host.Client.GetStringAsync("/health/ready"));
        host.Watch.Fault = new InvalidOperationException("gone");

        using var ready = await host.Client.GetAsync("/health/ready");

        Assert.Equal("{\"status\":\"live\"}", await host.Client.GetStringAsync("/health/live"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("application/problem+json; charset=utf-8", ready.Content.Headers.ContentType!.ToString());
    }
}
