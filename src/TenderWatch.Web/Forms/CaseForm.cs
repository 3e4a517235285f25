using TenderWatch.Core.Languages;

namespace TenderWatch.Web.Forms;

/// <summary>A form on the page of a case that was sent and not carried out: what was entered, so that nothing is lost, and what is wrong with it.</summary>
/// <param name="Name">Which form of the page.</param>
/// <param name="Values">What was entered, by field; files cannot be given back to a browser.</param>
/// <param name="Faults">What is wrong.</param>
public sealed record CaseForm(string Name, IReadOnlyDictionary<string, string> Values, IReadOnlyList<FormFault> Faults)
{
    internal const string Bids = "bids";
    internal const string Filing = "filing";
    internal const string Statement = "statement";
    internal const string Documents = "documents";
    internal const string Hold = "hold";
    internal const string Withdrawal = "withdrawal";
    internal const string Recheck = "recheck";
    internal const string Fact = "fact";
    internal const string NewRequest = "request";

    /// <summary>What was done where it was a step of a procedure, each of which has a form of its own name.</summary>
    internal const string Step = "step";

    /// <summary>The forms that every page of a case has.</summary>
    internal static readonly string[] Fixed = [Bids, Filing, Statement, Documents, Hold, Withdrawal, Recheck, Fact];

    /// <summary>The id of a field on the page.</summary>
    internal static string IdOf(string form, string field) => $"{form}-{field}";
}

/// <summary>What is wrong with a field of a form.</summary>
/// <param name="Field">The field.</param>
/// <param name="Words">What is wrong and what to do.</param>
/// <param name="Details">Every single fault of a file, each with its place.</param>
public sealed record FormFault(string Field, LocalizedText Words, IReadOnlyList<LocalizedText> Details)
{
    internal FormFault(string field, string nl, string en)
        : this(field, new(nl, en), [])
    {
    }
}
