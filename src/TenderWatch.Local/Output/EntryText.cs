using TenderWatch.Core.Reviews.Entries;

namespace TenderWatch.Local.Output;

/// <summary>Says on standard error why something was not entered, in terms of the command line.</summary>
internal static class EntryText
{
    /// <returns>The exit code.</returns>
    /// <param name="fault">Why.</param>
    /// <param name="file">The file that was handed in.</param>
    public static int Write(EntryFault fault, FileInfo? file = null)
    {
        if (fault is { Field: "content", Details.Count: > 0 })
        {
            foreach (var detail in fault.Details) Console.Error.WriteLine($"{file?.Name}: {detail.En}");
            Console.Error.WriteLine("Nothing was entered.");
        }
        else
        {
            Console.Error.WriteLine(Option(fault.Field) + fault.Sentence + (fault.Field == "case" ? " 'tenderwatch cases' lists them." : ""));
        }

        return ExitCodes.Usage;
    }

    private static string Option(string? field) => field switch
    {
        "by" or "lot" or "bid" or "reason" or "reasons" => $"--{field}: ",
        "doubts" => "--ground: ",
        "document" => "--file: ",
        "sha256" => "--withdraw: ",
        _ => "",
    };
}
