using System.Reflection;

namespace TenderWatch.Core.Checks;

/// <summary>Which TenderWatch this is: what a ledger names, so that an old rule can be run again by the program that had it.</summary>
public static class ProgramVersion
{
    /// <summary>The version of the build, with its commit where the build knows it.</summary>
    public static string Current { get; } = typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? typeof(ProgramVersion).Assembly.GetName().Version!.ToString();
}
