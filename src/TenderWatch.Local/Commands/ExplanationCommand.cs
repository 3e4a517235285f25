using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Core.Reviews.Explanations;
using TenderWatch.Core.Reviews.Explanations.Aids;
using TenderWatch.Local.Hosting;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary><c>explanation CASE [STEP]</c>: the procedure on a price that appears low: its steps, its letter, its record, an aid for what was received.</summary>
internal static class ExplanationCommand
{
    public static Command Create()
    {
        var caseId = new Argument<string>("case") { Description = "The id of a case; 'tenderwatch cases' lists them" };
        var letter = LanguageOption("--letter", "Prints the draft of the letter that asks for an explanation");
        var record = LanguageOption("--record", "Prints the steps and reasons for the proces-verbaal: confidential");
        var aid = LanguageOption("--aid", "Prints which permitted grounds the explanation that was received speaks of, and what was asked and is not found; no verdict: confidential");
        var (arguments, common) = (new ExplanationArguments(), new HostOptions());
        var command = new Command("explanation", "Show or move the procedure on a price that appears abnormally low (art. 2.116 Aw 2012)") { caseId };
        arguments.AddTo(command);
        command.Add(letter);
        command.Add(record);
        command.Add(aid);
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = common.Terminal(parsed);
            await using var host = await common.CreateHostAsync(parsed, terminal, [], cancellationToken);
            if (host is null) return ExitCodes.Usage;
            var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
            var asked = arguments.Step(parsed, out var fault);
            var due = arguments.Due(parsed, ref fault);
            if (fault is not null) return Usage(fault);
            var id = parsed.GetRequiredValue(caseId);
            var papers = host.Services.GetRequiredService<ExplanationPapers>();
            if (asked is not null && await TakeAsync(host, id, asked, arguments.By(parsed), cancellationToken) is { } exitCode) return exitCode;
            var (reading, reader) = (host.Services.GetRequiredService<ConfidentialReading>(), CommandReader.Of(arguments.By(parsed)));
            var isRead = parsed.GetValue(letter) is not null || parsed.GetValue(record) is not null || parsed.GetValue(aid) is not null;
            if (await reading.FindAsync(id, isRead ? reader : null, cancellationToken) is not { } view) return Usage($"There is no case {id}. 'tenderwatch cases' lists them.");

            if (isRead) await reading.ReadPapersAsync(view, reader, cancellationToken);
            if (parsed.GetValue(letter) is { } lettered)
            {
                var (lot, bid) = (arguments.Lot(parsed), arguments.Bid(parsed));
                if (!ExplanationDraft.IsId(lot) || !ExplanationDraft.IsId(bid)) return Usage("--letter needs --lot and --bid.");
                Console.Out.Write((await papers.LetterAsync(view, lot!, bid!, asked?.Reasons, due, cancellationToken)).In(Of(lettered)));
            }
            else if (parsed.GetValue(record) is { } recorded)
            {
                Console.Out.Write(await papers.RecordAsync(view, Of(recorded), cancellationToken));
            }
            else if (parsed.GetValue(aid) is { } aided)
            {
                if (ExplanationEvents.Find(view.State.Explanations, arguments.Lot(parsed) ?? "", arguments.Bid(parsed) ?? "") is not { } procedure || !ExplanationAids.HasExplanation(procedure))
                    return Usage("--aid needs --lot and --bid of a tender of which an explanation was received.");
                var read = await host.Services.GetRequiredService<ExplanationAids>().ReadAsync(view, procedure, reader, cancellationToken);
                if (common.IsJson(parsed)) CaseOutput.WriteJson(read);
                else new AidText(Terminal.For(json: false), Of(aided)).Write(read, null);
            }
            // Where a procedure stands is no document of a party: it is shown without record.
            else if (await host.Services.GetRequiredService<CaseViews>().FindStateAsync(id, cancellationToken) is { } state)
            {
                if (common.IsJson(parsed)) CaseOutput.WriteJson(state.Explanations);
                else ExplanationText.Write(terminal, state, now);
            }


            return ExitCodes.Ok;
        });
        return command;
    }

    /// <returns>The exit code where the step does not stand.</returns>
    private static async Task<int?> TakeAsync(LocalHost host, string caseId, ExplanationDraft draft, string by, CancellationToken cancellationToken)
    {
        // What an interrupted command raised is handled first, so that a step is judged by where the procedure stands.
        await host.Pipeline.SettleAsync(null, cancellationToken);
        var outcome = await host.Services.GetRequiredService<ExplanationEntry>().TakeAsync(caseId, draft, by, cancellationToken);
        if (outcome.Fault is { } fault) return EntryText.Write(fault);
        await host.Pipeline.SettleAsync(null, cancellationToken);
        var state = await host.Services.GetRequiredService<CaseViews>().FindStateAsync(outcome.CaseId!, cancellationToken);
        return ExplanationEvents.Stands(state?.Explanations ?? [], outcome.CaseId!, outcome.EventId!) ? null
            : Usage(state?.Stuck ?? "Another step was taken at the same moment, after which this one is not permitted. Look at the procedure and decide again.");
    }

    private static Option<string?> LanguageOption(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "nl|en" };
        option.AcceptOnlyFromAmong("nl", "en");
        return option;
    }

    private static Language Of(string code) => code == "nl" ? Language.Nl : Language.En;

    private static int Usage(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return ExitCodes.Usage;
    }
}
