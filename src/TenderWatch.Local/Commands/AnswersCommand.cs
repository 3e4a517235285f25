using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Answers;
using TenderWatch.Core.Languages;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary><c>answers CASE</c>: the questions of a template, answered from a case or marked as open.</summary>
internal static class AnswersCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("case") { Description = "The id of a case" };
        var template = new Option<string>("--template") { Description = "The questionnaire", HelpName = "id", DefaultValueFactory = _ => AnswerTemplates.Shipped[0].Id };
        var language = new Option<string>("--language") { Description = "Language of the sheet; the JSON has both", HelpName = "nl|en", DefaultValueFactory = _ => "nl" };
        language.AcceptOnlyFromAmong("nl", "en");
        var confidential = new Option<bool>("--confidential") { Description = "With the bids and filings that were entered and the findings on them: not for publication, nor for other tenderers" };
        var common = new HostOptions();
        var command = new Command("answers", "Answer the questions of others from a case, or say what is open and who could answer it") { id, template, language, confidential };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await common.CreateHostAsync(parsed, common.Terminal(parsed), [], cancellationToken);
            if (host is null) return ExitCodes.Usage;
            var sheets = host.Services.GetRequiredService<AnswerSheets>();
            if (sheets.Templates.Find(parsed.GetRequiredValue(template)) is null)
            {
                Console.Error.WriteLine($"There is no questionnaire {parsed.GetValue(template)}; there are: {string.Join(", ", sheets.Templates.All.Select(known => known.Id))}. Those of your own stand in the setting TenderWatch:Answers:Templates.");
                return ExitCodes.Usage;
            }

            if (await sheets.FindAsync(parsed.GetRequiredValue(id), parsed.GetRequiredValue(template), parsed.GetValue(confidential) ? CommandReader.Of() : null, cancellationToken) is not { } sheet)
            {
                Console.Error.WriteLine($"There is no case {parsed.GetValue(id)}. 'tenderwatch cases' lists them.");
                return ExitCodes.Usage;
            }

            if (common.IsJson(parsed)) CaseOutput.WriteJson(sheet);
            else AnswerText.Write(common.Terminal(parsed), sheet, parsed.GetValue(language) == "en" ? Language.En : Language.Nl);
            return ExitCodes.Ok;
        });
        return command;
    }
}
