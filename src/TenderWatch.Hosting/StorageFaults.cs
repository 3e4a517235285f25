using Azure;
using Azure.Identity;

namespace TenderWatch.Hosting;

/// <summary>Tells storage that cannot be used from a bug.</summary>
public static class StorageFaults
{
    /// <summary>What is wrong with the storage and what to do; <see langword="null"/> where the exception is another matter.</summary>
    public static string? Of(Exception exception) => exception switch
    {
        RequestFailedException fault => Sentence(fault.ErrorCode ?? fault.Message),
        AuthenticationFailedException fault => Sentence(fault.Message),
        // What the storage libraries throw once all their attempts have failed.
        AggregateException { InnerExceptions: [var first, ..] } => Of(first),
        _ => null,
    };

    private static string Sentence(string what) =>
        $"The storage in TenderWatch:Storage cannot be used: {what.ReplaceLineEndings(" ").TrimEnd('.')}. Check the setting, and that the account can be reached.";
}
