using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Explanations;

namespace TenderWatch.Local.Output;

/// <summary>The procedures on prices as lines for a terminal; nothing that parties wrote is among them.</summary>
internal static class ExplanationText
{
    public static void Write(Terminal terminal, CaseState state, DateTimeOffset now)
    {
        terminal.Heading($"{state.Title} ({state.Id})");
        if (state.Explanations.Count == 0) terminal.Line("  No explanation of a price was asked in this case.");
        foreach (var procedure in state.Explanations)
        {
            var next = ExplanationNext.Of(procedure, now);
            terminal.Line();
            terminal.Line($"  {procedure.Lot}, tender {procedure.Bid}: {ExplanationWords.Of(procedure.Stage).En}");
            terminal.Line($"      next: {next.What.En}");
            if (next.Actor != ExplanationActor.Nobody) terminal.Line($"      who acts: {ExplanationWords.Of(next.Actor).En}{(next.Until is { } until ? ", until " + Wording.En.Date(until) : "")}");
            var permitted = ExplanationRules.Permitted(procedure, now);
            terminal.Line($"      permitted: {(permitted.Count == 0 ? "nothing" : string.Join(", ", permitted.Select(step => step.ToString().ToLowerInvariant())))}");
            foreach (var turn in procedure.Turns) terminal.Line("      " + Line(turn));
        }

        terminal.Line();
    }

    private static string Line(ExplanationTurn turn) =>
        $"{Wording.En.Moment(turn.At)}: {ExplanationWords.Of(turn.Step).En}{(turn.Due is { } due ? ", by " + Wording.En.Date(due) : "")}{(turn.Ground is { } ground ? ", ground: " + ExplanationWords.Of(ground).En : "")} ({turn.By})"
        + (turn.Document is { } document ? $", document sha256 {document.Hex[..12]}…" : "")
        + (turn.Reasons is { } reasons ? $", reasons sha256 {reasons.Hex[..12]}…" : "");
}
