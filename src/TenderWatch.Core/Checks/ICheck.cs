using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks;

/// <summary>A named, versioned rule. Pure: facts in, findings out. Its page is <c>docs/checks/&lt;id&gt;.md</c>.</summary>
public interface ICheck
{
    /// <summary>Its id: <c>alt</c>, <c>fsr-scope</c>.</summary>
    string Id { get; }

    /// <summary>The version of the rule together with its thresholds; a changed threshold is another version.</summary>
    string Version { get; }

    /// <summary>Its name for people.</summary>
    LocalizedText Name { get; }

    /// <summary>What it asks, rests on, needs and can say.</summary>
    CheckDescription Description { get; }

    /// <summary>
    /// Whether messages tell its outcome whatever it is; otherwise only where it asks for attention or has changed. Ten checks that could not
    /// judge hide the one that asks.
    /// </summary>
    bool IsAlwaysTold => false;

    /// <summary>Whether the days on which something ends in its findings are terms of the case: it is looked at again after them, and people are told.</summary>
    bool GivesTerms => false;

    /// <summary>One finding for each subject; at least one.</summary>
    IReadOnlyList<Finding> Run(CaseFacts facts);
}
