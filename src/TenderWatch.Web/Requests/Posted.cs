using TenderWatch.Core.Evidence;
using TenderWatch.Web.Access;

namespace TenderWatch.Web.Requests;

/// <summary>A request that changes something, read and checked for everything that does not depend on what it asks.</summary>
/// <param name="CaseId">The case of its path; empty where it has none.</param>
/// <param name="Id">Derived from who asks and its key: the same for each repetition.</param>
/// <param name="MediaType">Of the body, in small letters and without parameters.</param>
/// <param name="Body">The body.</param>
/// <param name="Person">Who asks.</param>
/// <param name="Context">The rest.</param>
internal sealed record Posted(string CaseId, Digest Id, string MediaType, byte[] Body, Person Person, Microsoft.AspNetCore.Http.HttpContext Context)
{
    public CancellationToken Aborted => Context.RequestAborted;
}

/// <summary>What came of a request.</summary>
internal abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>It was done.</summary>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="Location">Where the result is found, below the base of the host.</param>
    /// <param name="Value">The body of the answer.</param>
    public sealed record Done(int Status, string? Location, object Value) : Outcome;

    /// <summary>It was done, and a file came of it. The file is not kept: the request repeated makes it again.</summary>
    /// <param name="Content">The file.</param>
    /// <param name="MediaType">Its media type.</param>
    /// <param name="Name">Its name.</param>
    public sealed record Made(Stream Content, string MediaType, string Name) : Outcome;

    /// <summary>It was not.</summary>
    /// <param name="Why">Why.</param>
    public sealed record Refused(Problem Why) : Outcome;

    public static implicit operator Outcome(Problem why) => new Refused(why);
}
