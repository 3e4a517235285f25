using TenderWatch.Core.Answers;
using TenderWatch.Hosting.Settings;
using TenderWatch.Local.Tests.Support;

namespace TenderWatch.Local.Tests.Settings;

public sealed class AnswerSettingsTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void Without_templates_of_ones_own_those_that_ship_are_in_use()
    {
        Assert.Equal(AnswerTemplates.Shipped, new AnswerSettings().Load(out var faults).All);
        Assert.Empty(faults);
    }

    [Fact]
    public async Task A_wrong_template_stops_the_start_with_every_fault_named()
    {
        var file = _cli.Write("board.json", """
            { "id": "board", "version": "1", "name": { "nl": "a" }, "respondents": { "buyer": { "nl": "a", "en": "b" } },
              "questions": [{ "id": "1", "topic": { "nl": "a", "en": "b" }, "question": { "nl": "a", "en": "b" },
                "parts": [{ "about": { "nl": "a", "en": "b" }, "facts": ["price"], "askedOf": ["buyer"], "answeredBy": { "nl": "a", "en": "b" } },
                          { "about": { "nl": "a", "en": "b" }, "check": "low", "askedOf": ["buyer"], "answeredBy": { "nl": "a", "en": "b" } }] }] }
            """);
        var faults = new AnswerSettings { Templates = [file] }.Validate().ToList();

        Assert.Equal(3, faults.Count);
        Assert.All(faults, fault => Assert.Equal(("Templates", file), (fault.Name, fault.Value)));
        Assert.Contains(faults, fault => fault.Allowed.Contains("in this one: $.name.en: missing", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Allowed.Contains("there is no fact 'price'", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Allowed.Contains("there is no check 'low'", StringComparison.Ordinal));

        _cli.Environment["TenderWatch__Answers__Templates__0"] = "board.json";
        var started = await _cli.RunAsync("cases");
        Assert.Equal(2, started.ExitCode);
        Assert.Contains("Setting TenderWatch:Answers:Templates is 'board.json'; allowed: the path of a template, or of a folder with templates (*.json), described in docs/answers.md; in this one: $.questions[0].parts[0].facts: there is no fact 'price'; there are:", started.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_absent_endless_or_named_twice_is_a_fault()
    {
        Assert.Contains("cannot be read", Assert.Single(new AnswerSettings { Templates = ["absent.json"] }.Validate()).Allowed, StringComparison.Ordinal);
        Assert.Contains("larger than 1024 KiB", Assert.Single(new AnswerSettings { Templates = [_cli.Write("large.json", new string(' ', AnswerTemplates.LargestFile + 1))] }.Validate()).Allowed, StringComparison.Ordinal);
        using var stream = typeof(AnswerTemplates).Assembly.GetManifestResourceStream("parliament-2026-01.answers.json")!;
        var fault = Assert.Single(new AnswerSettings { Templates = [_cli.Write("copy.json", new StreamReader(stream).ReadToEnd())] }.Validate());
        Assert.Equal(("parliament-2026-01", true), (fault.Value, fault.Allowed.Contains("one template of each id", StringComparison.Ordinal)));
    }
}
