using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Local.Output;

/// <summary>The life of a procurement as lines for a terminal.</summary>
internal static class TimelineText
{
    private const Language Lang = Language.En;
    private const int Longest = 200;

    /// <summary>Each notice once with where it was published and what it changes, then what does not fit between them.</summary>
    public static void Write(Terminal terminal, CaseView view)
    {
        if (view.Timeline.Count > 0) terminal.Heading("Timeline");
        foreach (var entry in view.Timeline)
        {
            terminal.Line($"  {(entry.Day is { } day ? Wording.En.Date(day) : "date unknown"),-18} {StageWords.Of(entry.Stage).In(Lang)}{(entry.Title is null ? "" : ": " + Short(entry.Title))}");
            foreach (var publication in entry.Publications)
                terminal.Line($"      {publication.Key}{(publication.Day is { } at && at != entry.Day ? ", " + Wording.En.Date(at) : "")}{(publication.Page is null ? "" : "  " + publication.Page)}");
            if (entry.Follows is { } follows) terminal.Line($"      {(entry.Changes.Count == 0 ? "changes no fact that is read, compared with" : "compared with")} {follows}");
            foreach (var revision in entry.Revisions)
            {
                terminal.Line($"      {revision.Publication} was changed without a new publication; retrieved {Wording.En.Moment(revision.At)}");
                foreach (var change in revision.Changes) terminal.Line($"      - {ChangeWords.Of(change, Lang, Short)}");
            }

            foreach (var change in entry.Changes) terminal.Line($"      - {ChangeWords.Of(change, Lang, Short)}");
        }

        if (view.Timeline.Count > 0) terminal.Line();
        if (view.Problems.Count == 0) return;
        terminal.Heading("What does not fit between the notices");
        foreach (var problem in view.Problems) terminal.Line($"  {problem.Text.In(Lang)}");
        terminal.Line();
    }

    private static string Short(string text) => text.Length <= Longest ? text : text[..(Longest - 1)] + "…";
}
