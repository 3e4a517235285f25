using System.Text;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Reviews.Explanations;

/// <summary>The passage for the proces-verbaal (art. 2.132 lid 1 onder g Aw 2012): the steps and the reasons. Confidential, for it quotes the buyer's reasons.</summary>
public static class ExplanationRecord
{
    /// <summary>The passage as Markdown.</summary>
    /// <param name="procedure">The procedure.</param>
    /// <param name="reasons">The reasons in words, by digest.</param>
    /// <param name="language">The language.</param>
    public static string Of(ExplanationProcedure procedure, IReadOnlyDictionary<Digest, string> reasons, Language language)
    {
        var wording = Wording.For(language);
        string T(string nl, string en) => language == Language.Nl ? nl : en;
        var text = new StringBuilder($"## {T("Inschrijving", "Tender")} {procedure.Bid}, {T("perceel", "lot")} {procedure.Lot}: {ExplanationWords.Of(procedure.Stage).In(language).ToLowerInvariant()}\n\n");
        foreach (var turn in procedure.Turns)
        {
            text.Append($"- {wording.Moment(turn.At)}: {ExplanationWords.Of(turn.Step).In(language)}");
            if (turn.Due is { } due) text.Append($", {T("uiterlijk", "by")} {wording.Date(due)}");
            if (turn.Ground is { } ground) text.Append($"; {T("grond", "ground")}: {ExplanationWords.Of(ground).In(language)}");
            text.Append($" ({MarkdownText.Line(turn.By)})");
            if (turn.Document is { } document) text.Append($"; {T("stuk", "document")} SHA-256 {document}");
            text.Append(".\n");
            if (turn.Reasons is { } digest && reasons.TryGetValue(digest, out var words)) text.Append(MarkdownText.Quoted(words, "  "));
        }

        return text.ToString();
    }
}
