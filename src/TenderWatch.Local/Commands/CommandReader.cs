using TenderWatch.Core.Evidence.Access;

namespace TenderWatch.Local.Commands;

/// <summary>Who looks at confidential evidence on the command line: the user of the machine, unless the command says who acts.</summary>
internal static class CommandReader
{
    public static Reader Of(string? by = null) =>
        new(!string.IsNullOrWhiteSpace(by) ? by.Trim() : Environment.UserName.Length > 0 ? Environment.UserName : "?", AccessDoor.Command);
}
