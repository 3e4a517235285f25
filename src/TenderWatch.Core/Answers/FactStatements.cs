using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Answers;

/// <summary>Fills a part from facts. Absent, withheld, zero and placeholder are told apart, and none of them is an answer.</summary>
internal sealed class FactStatements(CaseFacts facts, IReadOnlyList<ProcurementProblem> problems, SourceList sources)
{
    private readonly FactSubjects _subjects = new(facts);

    public PartFill Of(IReadOnlyList<string> names)
    {
        var found = names.SelectMany(name => Distinct([.. facts.Sheet.Where(fact => fact.Name == name)])).ToList();
        List<AnswerStatement> statements = [.. found.Select(Statement), .. Differing(found)];
        var states = statements.Select(statement => statement.Kind is StatementKind.Stated or StatementKind.Calculated ? AnswerState.Answered : AnswerState.Open);
        return new PartFill(PartFill.StateOf(states), statements, [.. found.Count == 0 ? [Absent(names)] : (LocalizedText[])[], .. found.Select(Why).OfType<LocalizedText>().Distinct()]);
    }

    // The sum over the only lot says what the lot says.
    private static IEnumerable<Fact> Distinct(List<Fact> same) =>
        same.Where(fact => fact.Subject is null || !same.Exists(whole => whole.Subject is null && whole.Value == fact.Value && whole.Unit == fact.Unit));

    private AnswerStatement Statement(Fact fact) => new(KindOf(fact), _subjects.Label(fact), LocalizedText.Of(w => Value(fact, w.Language), w => Value(fact, w.Language)), sources.Cite(fact.Origins)) { Derivation = fact.Derivation };

    // What documents state of parties ends with the code of their country, in brackets (StatedFacts).
    private static string Value(Fact fact, Language language)
    {
        var text = FactWords.Value(fact, language);
        return fact.Name is FactNames.ComponentSupplier or FactNames.Owner && text is [.., ' ' or '(', _, _, _, ')'] && CountryWords.IsKnown(text[^4..^1])
            ? $"{text[..^4]}{CountryWords.Of(text[^4..^1], language)})"
            : text;
    }

    private static StatementKind KindOf(Fact fact) => fact.Kind switch
    {
        FactKind.Withheld => StatementKind.Withheld,
        FactKind.Placeholder when decimal.TryParse(fact.Value, System.Globalization.CultureInfo.InvariantCulture, out var amount) && amount == 0 => StatementKind.Zero,
        FactKind.Placeholder => StatementKind.Placeholder,
        _ => fact.Derivation is null ? StatementKind.Stated : StatementKind.Calculated,
    };

    private LocalizedText? Why(Fact fact)
    {
        var label = _subjects.Label(fact);
        return KindOf(fact) switch
        {
            StatementKind.Withheld => Joined(label, Withheld(fact)),
            StatementKind.Zero => Joined(label, new("0 ingevuld, wat geen bedrag hoeft te zijn", "stated as 0, which need not be an amount")),
            StatementKind.Placeholder => Joined(label, new("een plaatshouder ingevuld", "a placeholder was filled in")),
            _ => null,
        };
    }

    private LocalizedText Withheld(Fact fact)
    {
        var origin = fact.Origins[0];
        return facts.Notices.FirstOrDefault(notice => notice.Record.Key == origin.Notice) is { } notice
            ? Absence.Withheld(notice.Notice, origin.Field, origin.At)
            : new("niet openbaar", "withheld");
    }

    private static LocalizedText Absent(IReadOnlyList<string> names) => new(
        $"Niet vastgelegd in de zaak: {Named(names, Language.Nl)}", $"Not recorded in the case: {Named(names, Language.En)}");

    // Inside a sentence a label has no capital, but names of their own keep it.
    private static string Named(IReadOnlyList<string> names, Language language) => string.Join(", ", names.Select(FactNames.Label).Select(label => Lowered(label.In(language))));

    private static string Lowered(string label) => label.Length > 1 && char.IsLower(label[1]) ? char.ToLowerInvariant(label[0]) + label[1..] : label;

    private IEnumerable<AnswerStatement> Differing(List<Fact> found)
    {
        var places = found.SelectMany(fact => fact.Origins).Select(origin => (origin.Notice, origin.Field, origin.At)).ToHashSet();
        return problems.Where(problem => problem.Origins.Any(origin => places.Contains((origin.Notice, origin.Field, origin.At))))
            .Select(problem => new AnswerStatement(StatementKind.SourcesDiffer, new("Let op", "Note"), problem.Text, sources.Cite(problem.Origins)));
    }

    private static LocalizedText Joined(LocalizedText label, LocalizedText reason) => new($"{label.Nl}: {reason.Nl}", $"{label.En}: {reason.En}");
}
