using System.Text.Json;
using System.Xml.Linq;
using TenderWatch.Local.Tests.Support;

namespace TenderWatch.Local.Tests.Commands;

public sealed class FsrClockTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task The_dates_of_the_reference_come_as_JSON_with_rule_article_and_certainty()
    {
        var result = await _cli.RunAsync("fsr", "clock", "--complete", "2026-03-16", "--json");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        using var document = JsonDocument.Parse(result.Output);
        var dates = Dates(document);
        Assert.Equal(("2026-04-16", "2026-04-30", "2026-08-27"), (Day(dates, "preliminary-end"), Day(dates, "preliminary-extended-end"), Day(dates, "in-depth-end")));
        var end = dates["preliminary-end"];
        Assert.Equal(("Regulation (EU) 2022/2560 art. 30(2)", "text", "2026-03-16"), (end.GetProperty("article").GetString(), end.GetProperty("certainty").GetString(), end.GetProperty("from").GetString()));
        Assert.False(end.GetProperty("calendarConfirmed").GetBoolean());
        Assert.True(dates["preliminary-extended-end"].GetProperty("conditional").GetBoolean());
        Assert.False(document.RootElement.GetProperty("calendarConfirmed").GetBoolean());
        Assert.Empty(Directory.EnumerateFileSystemEntries(_cli.Folder));
    }

    [Fact]
    public async Task Several_stages_wait_for_the_updated_notification_and_then_run_anew()
    {
        using var waiting = JsonDocument.Parse((await _cli.RunAsync("fsr", "clock", "--complete", "2026-03-16", "--multi-stage", "--json")).Output);
        using var running = JsonDocument.Parse((await _cli.RunAsync("fsr", "clock", "--complete", "2026-03-16", "--multi-stage", "--updated", "2026-06-01", "--extended", "--json")).Output);

        Assert.Equal("2026-04-17", Day(Dates(waiting), "suspended-from"));
        Assert.False(Dates(waiting)["second-review-end"].TryGetProperty("day", out _));
        Assert.Equal("2026-06-29", Day(Dates(running), "second-review-end"));
        Assert.Equal("unconfirmed", Dates(running)["in-depth-end"].GetProperty("certainty").GetString());
        Assert.False(Dates(running)["second-review-extended-end"].GetProperty("conditional").GetBoolean());
    }

    [Fact]
    public async Task The_table_names_each_rule_and_the_picture_has_a_text_alternative()
    {
        var result = await _cli.RunAsync("fsr", "clock", "--complete", "2026-12-14", "--svg", "timetable.svg", "--language", "nl");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("2027-01-20  Einde van het voorlopig onderzoek", result.Output, StringComparison.Ordinal);
        Assert.Contains("Regulation (EU) 2022/2560 art. 30(2) (wettekst gelezen; kalender onbevestigd)", result.Output, StringComparison.Ordinal);
        Assert.Contains("2027  onbevestigd", result.Output, StringComparison.Ordinal);
        var svg = XDocument.Load(Path.Combine(_cli.Folder, "timetable.svg")).Root!;
        Assert.Equal("{http://www.w3.org/2000/svg}svg", svg.Name.ToString());
        Assert.Contains("3 juni 2027", svg.Element(svg.Name.Namespace + "desc")!.Value, StringComparison.Ordinal);
        Assert.Equal(6, svg.Elements(svg.Name.Namespace + "g").Count());
    }

    [Fact]
    public async Task A_year_without_a_list_ends_with_1_and_the_file_of_the_setting_adds_it()
    {
        var without = await _cli.RunAsync("fsr", "clock", "--complete", "2028-01-10", "--json");
        Assert.Equal(1, without.ExitCode);
        Assert.Contains("The list of Commission holidays for 2028 is missing", without.Error, StringComparison.Ordinal);
        using (var document = JsonDocument.Parse(without.Output)) Assert.All(Dates(document).Values.Skip(1), date => Assert.Equal((false, 2028), (date.TryGetProperty("day", out _), date.GetProperty("missingYear").GetInt32())));

        _cli.Environment["TenderWatch__Checks__CommissionHolidays"] = _cli.Write("holidays.json", """{"years":[{"year":2028,"source":"OJ C","confirmed":true,"days":["2028-01-03","2028-02-01"]}]}""");
        var with = await _cli.RunAsync("fsr", "clock", "--complete", "2028-01-10", "--json");
        Assert.Equal((0, ""), (with.ExitCode, with.Error));
        using var added = JsonDocument.Parse(with.Output);
        Assert.Equal("2028-02-08", Day(Dates(added), "preliminary-end"));
        Assert.True(added.RootElement.GetProperty("calendarConfirmed").GetBoolean());
    }

    [Theory]
    [InlineData("fsr clock", "Give --complete")]
    [InlineData("fsr clock --complete 16-3-2026", "--complete is '16-3-2026'; allowed: a date as yyyy-MM-dd.")]
    [InlineData("fsr clock --complete 2026-02-30", "--complete is '2026-02-30'; allowed: a date as yyyy-MM-dd.")]
    [InlineData("fsr clock --complete 9999-12-31", "--complete is '9999-12-31'; allowed: a date as yyyy-MM-dd.")]
    [InlineData("fsr clock --complete 2026-03-16 --updated 2026-06-01", "--updated goes with --multi-stage")]
    [InlineData("fsr clock --complete 2026-03-16 --multi-stage --updated 2026-03-15", "--updated is before --complete")]
    [InlineData("fsr clock --asked 2026-03-16 --extended", "go with --complete")]
    public async Task Wrong_dates_end_with_2_and_say_what_is_allowed(string arguments, string what)
    {
        var result = await _cli.RunAsync(arguments.Split(' '));

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(what, result.Error, StringComparison.Ordinal);
        Assert.Contains("'tenderwatch fsr clock --help'", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "is not of the form")]
    [InlineData(null, "cannot be read")]
    public async Task A_file_of_holidays_that_is_wrong_stops_the_start(string? content, string what)
    {
        _cli.Environment["TenderWatch__Checks__CommissionHolidays"] = content is null ? Path.Combine(_cli.Folder, "nowhere.json") : _cli.Write("holidays.json", content);

        var result = await _cli.RunAsync("fsr", "clock", "--complete", "2026-03-16");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Setting TenderWatch:Checks:CommissionHolidays is '", result.Error, StringComparison.Ordinal);
        Assert.Contains(what, result.Error, StringComparison.Ordinal);
    }

    private static Dictionary<string, JsonElement> Dates(JsonDocument document) =>
        document.RootElement.GetProperty("dates").EnumerateArray().ToDictionary(date => date.GetProperty("id").GetString()!, StringComparer.Ordinal);

    private static string? Day(Dictionary<string, JsonElement> dates, string id) => dates[id].GetProperty("day").GetString();
}
