using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews.Explanations.Aids;
using TenderWatch.Extraction.Explanations;

namespace TenderWatch.Local.Output;

/// <summary>The reading of an explanation for a terminal.</summary>
internal sealed class AidText(Terminal terminal, Language language)
{
    public void Write(ExplanationAid aid, PointedGrounds? pointed)
    {
        terminal.Line($"{AidWords.Marked.In(language)} ({aid.Reader})");
        foreach (var fault in aid.Faults) terminal.Line("! " + fault.In(language));
        if (!aid.IsWhole) terminal.Line(In("! Het stuk is niet helemaal gelezen: wat hieronder ontbreekt, kan in de rest staan.", "! The document was not read to its end: what is missing below may stand in the rest."));
        foreach (var ground in aid.Grounds) Write(ground);
        if (aid.Figures.Count > 0) terminal.Heading(In("Cijfers", "Figures"));
        foreach (var figure in aid.Figures) Write(figure);
        Write(In("Over subsidies van derde landen (een ander spoor: Verordening (EU) 2022/2560)", "On subsidies of third countries (another track: Regulation (EU) 2022/2560)"), aid.ForeignSubsidies);
        Write(In("Over prijs of kosten, bij geen van deze gronden", "On prices or costs, under none of these grounds"), aid.Other);
        if (pointed is null) return;
        terminal.Heading(In($"Door een model aangewezen ({pointed.Extractor}); lees de woorden voor u ze gebruikt", $"Pointed at by a model ({pointed.Extractor}); read the words before you use them"));
        foreach (var point in pointed.Points)
        {
            terminal.Line($"  {AidWords.Of(point.Ground).In(language)}");
            Write(point.Passage);
        }

        if (pointed.Points.Count == 0) terminal.Line(In("  Niets.", "  Nothing."));
    }

    private void Write(GroundReading ground)
    {
        terminal.Heading(AidWords.Of(ground.Ground).In(language));
        if (!ground.IsAddressed)
        {
            terminal.Line("  " + (ground.IsAsked ? In("gevraagd; geen passage gevonden", "asked for; no passage found") : In("niet gevraagd; geen passage gevonden", "not asked for; no passage found")));
        }

        foreach (var passage in ground.Passages) Write(passage);
        if (ground.Count > ground.Passages.Count) terminal.Line(In($"  en nog {ground.Count - ground.Passages.Count}", $"  and {ground.Count - ground.Passages.Count} more"));
    }

    private void Write(FigureReading figure)
    {
        var asked = figure.Asked.Count > 0 ? In("gevraagd", "asked for") : In("niet gevraagd", "not asked for");
        terminal.Line($"  {AidWords.Of(figure.Topic).In(language)}: {asked}; {AidWords.Of(figure.State).In(language)}");
        foreach (var passage in figure.Passages.Take(2)) Write(passage);
    }

    private void Write(string heading, IReadOnlyList<AidPassage> passages)
    {
        if (passages.Count == 0) return;
        terminal.Heading(heading);
        foreach (var passage in passages) Write(passage);
    }

    private void Write(AidPassage passage)
    {
        var place = string.Join(", ", new[] { passage.Place.Part, passage.Place.At, passage.Place.Page is { } page ? In($"bladzijde of alinea {page}", $"page or paragraph {page}") : null, AidWords.Of(passage.Manner).In(language) }.Where(part => !string.IsNullOrEmpty(part)));
        terminal.Line($"    \u201C{passage.Quote.ReplaceLineEndings(" ")}\u201D{(place.Length == 0 ? "" : $" ({place})")}");
    }

    private string In(string nl, string en) => language == Language.Nl ? nl : en;
}
