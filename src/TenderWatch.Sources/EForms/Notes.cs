using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.EForms;

/// <summary>What is noted along the way: the withheld fields, and what looks wrong in the notice, each at the element that it concerns.</summary>
internal sealed class Notes(int limit)
{
    private readonly List<WithheldField> _withheld = [];
    private readonly List<NoticeProblem> _problems = [];

    public IReadOnlyList<WithheldField> Withheld => _withheld;

    public IReadOnlyList<NoticeProblem> Problems => _problems;

    public (int Withheld, int Problems) Mark() => (_withheld.Count, _problems.Count);

    public void Add(WithheldField field) => _withheld.Add(field);

    public void Problem(string code, string text, string? at = null)
    {
        if (_problems.Count >= limit) throw new NoticeFaultException("too-large", $"The notice has more than {limit} problems.");
        _problems.Add(new NoticeProblem(code, at, text));
    }

    /// <summary>Says where the withheld fields noted since the mark are. An inner element has named its own before.</summary>
    public void NameWithheld((int Withheld, int Problems) mark, string? id)
    {
        for (var i = mark.Withheld; i < _withheld.Count; i++) _withheld[i] = _withheld[i] with { At = _withheld[i].At ?? id };
    }

    /// <summary>Says where the problems noted since the mark are.</summary>
    public void NameProblems((int Withheld, int Problems) mark, string? id)
    {
        for (var i = mark.Problems; i < _problems.Count; i++) _problems[i] = _problems[i] with { At = _problems[i].At ?? id };
    }

    /// <summary>Forgets problems of facts that turned out not to be asked for. Text that a template left behind is wrong wherever it stands.</summary>
    public void ForgetProblems((int Withheld, int Problems) mark)
    {
        var kept = mark.Problems;
        for (var i = mark.Problems; i < _problems.Count; i++)
        {
            if (_problems[i].Code == TextFacts.PlaceholderProblem) _problems[kept++] = _problems[i];
        }

        _problems.RemoveRange(kept, _problems.Count - kept);
    }
}
