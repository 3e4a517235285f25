using System.CommandLine;
using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Summaries;
using TenderWatch.Extraction.Rules;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary><c>summary FILE|-</c>: a notice in five lines, filled from its facts, without storage or network.</summary>
internal static class SummaryCommand
{
    public static Command Create()
    {
        var input = new Argument<string>("file|-") { Description = "A notice (XML); - for standard input" };
        var language = new Option<string?>("--language") { Description = "nl or en; both without it", HelpName = "code" };
        language.AcceptOnlyFromAmong("nl", "en");
        var json = new Option<bool>("--json") { Description = "JSON in place of text, in both languages" };
        var command = new Command("summary", "Print a notice in five lines, in Dutch and English, each sentence with its source; without storage and network") { input, language, json };
        command.SetAction((parsed, cancellationToken) => Task.Run(() => RunAsync(parsed.GetRequiredValue(input), parsed.GetValue(language), parsed.GetValue(json)), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string input, string? language, bool json)
    {
        var (content, exitCode) = await InputFile.ReadAsync(input);
        if (content is null) return exitCode;
        if (InputFile.Notice(content) is not { } notice)
        {
            Console.Error.WriteLine($"{input} is no notice that can be read. 'tenderwatch facts' reads other documents.");
            return ExitCodes.Fault;
        }

        var lines = CaseSummary.Of(NoticeFacts.Of(notice, Digest.Of(content), new TextRules()));
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { lines }, NoticeJson.Stored));
            return ExitCodes.Ok;
        }

        var terminal = Terminal.For(json: false);
        if (language != "en") SummaryText.Write(terminal, lines, Language.Nl);
        if (language != "nl") SummaryText.Write(terminal, lines, Language.En);
        return ExitCodes.Ok;
    }
}
