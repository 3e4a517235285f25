using System.Buffers;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Answers;

/// <summary>What is wrong with a template, each with the path of the member and what belongs there.</summary>
internal static class TemplateFaults
{
    private const int MostQuestions = 100;
    private const int MostParts = 20;
    private const int LongestText = 4000;
    private const int LongestId = 60;

    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyz-");

    public static IEnumerable<string> Of(AnswerTemplate template)
    {
        if (!IsId(template.Id)) yield return $"$.id is '{Shown(template.Id)}': at most {LongestId} lower-case letters, digits and hyphens, such as board-2026.";
        if (string.IsNullOrWhiteSpace(template.Version)) yield return "$.version: missing; give every change of the template another version, such as 1.";
        foreach (var fault in Text("$.name", template.Name).Concat(template.Introduction is { } introduction ? Text("$.introduction", introduction) : [])) yield return fault;
        if (template.Respondents is not { Count: > 0 } respondents)
        {
            yield return "$.respondents: missing; name who can be asked, such as { \"buyer\": { \"nl\": \"de koper\", \"en\": \"the buyer\" } }.";
            respondents = new Dictionary<string, LocalizedText>(StringComparer.Ordinal);
        }

        foreach (var fault in respondents.SelectMany(respondent => Text($"$.respondents.{Shown(respondent.Key)}", respondent.Value))) yield return fault;
        if (template.Questions is not { Count: > 0 and <= MostQuestions } questions)
        {
            yield return $"$.questions: 1 to {MostQuestions} questions.";
            yield break;
        }

        foreach (var fault in questions.Index().SelectMany(place => Question($"$.questions[{place.Index}]", place.Item, respondents.Keys))) yield return fault;
        foreach (var twice in questions.Where(question => question is not null).GroupBy(question => question.Id, StringComparer.Ordinal).Where(same => same.Count() > 1))
            yield return $"$.questions: the id '{Shown(twice.Key)}' stands {twice.Count()} times; give each question its own.";
    }

    private static IEnumerable<string> Question(string path, TemplateQuestion? question, IEnumerable<string> respondents)
    {
        if (question is null) return [$"{path}: null stands where a question belongs."];
        return
        [
            .. IsId(question.Id) ? (string[])[] : [$"{path}.id is '{Shown(question.Id)}': a number or a short name of lower-case letters, digits and hyphens."],
            .. Text($"{path}.topic", question.Topic),
            .. Text($"{path}.question", question.Question),
            .. question.Parts is { Count: > 0 and <= MostParts } parts ? parts.Index().SelectMany(place => Part($"{path}.parts[{place.Index}]", place.Item, respondents)) : [$"{path}.parts: 1 to {MostParts} parts."],
            .. (question.Notes ?? []).Index().SelectMany(place => Note($"{path}.notes[{place.Index}]", place.Item)),
        ];
    }

    private static IEnumerable<string> Part(string path, TemplatePart? part, IEnumerable<string> respondents)
    {
        if (part is null)
        {
            yield return $"{path}: null stands where a part belongs.";
            yield break;
        }

        foreach (var fault in Text($"{path}.about", part.About)) yield return fault;
        if (part.AnsweredBy is null) yield return $"{path}.answeredBy: missing; say in nl and en what would answer this where the case cannot.";
        else foreach (var fault in Text($"{path}.answeredBy", part.AnsweredBy)) yield return fault;
        foreach (var name in (part.Facts ?? []).Where(name => name is null || !FactNames.All.Contains(name)))
            yield return $"{path}.facts: there is no fact '{Shown(name)}'; there are: {string.Join(", ", FactNames.All)}.";
        if (part.Check is { } check && !AnswerTemplates.CheckNames.ContainsKey(check))
            yield return $"{path}.check: there is no check '{Shown(check)}'; there are: {string.Join(", ", AnswerTemplates.CheckNames.Keys)}.";
        if ((part.Facts is { Count: > 0 } ? 1 : 0) + (part.Check is null ? 0 : 1) + (part.Entered is null ? 0 : 1) > 1)
            yield return $"{path}: facts, check and entered exclude each other; make a part of each.";
        if (part.Reasons && part.Check is null) yield return $"{path}.reasons: only a check has reasons.";
        if (part.AskedOf is not { Count: > 0 }) yield return $"{path}.askedOf: missing; name one or more of: {string.Join(", ", respondents)}.";
        foreach (var name in (part.AskedOf ?? []).Where(name => name is null || !respondents.Contains(name)))
            yield return $"{path}.askedOf: there is no respondent '{Shown(name)}'; $.respondents has: {string.Join(", ", respondents)}.";
    }

    private static IEnumerable<string> Note(string path, TemplateNote? note) =>
        note is null ? [$"{path}: null stands where a note belongs."] : [.. Text($"{path}.text", note.Text), .. Text($"{path}.source", note.Source)];

    // What a file leaves out is null here, whatever the declaration says.
    private static IEnumerable<string> Text(string path, LocalizedText? text)
    {
        foreach (var (language, words) in ((string, string?)[])[("nl", text?.Nl), ("en", text?.En)])
        {
            if (string.IsNullOrWhiteSpace(words)) yield return $"{path}.{language}: missing; every text stands in nl and en.";
            else if (words.Length > LongestText) yield return $"{path}.{language}: at most {LongestText} characters.";
        }
    }

    private static bool IsId(string? id) => id is { Length: > 0 and <= LongestId } && id.AsSpan().IndexOfAnyExcept(IdCharacters) < 0;

    private static string Shown(string? text) => text is null ? "null" : string.Concat((text.Length > 80 ? text[..80] + "…" : text).Select(character => char.IsControl(character) ? ' ' : character));
}
