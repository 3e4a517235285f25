namespace TenderWatch.Core.Evidence.Access;

/// <summary>Through what somebody looks at confidential evidence.</summary>
public enum AccessDoor
{
    /// <summary>A page.</summary>
    Page,

    /// <summary>The API.</summary>
    Api,

    /// <summary>The command line.</summary>
    Command,
}

/// <summary>Who looks at confidential evidence.</summary>
/// <param name="By">The person, as the ledger names people.</param>
/// <param name="Door">Through what.</param>
public sealed record Reader(string By, AccessDoor Door);
