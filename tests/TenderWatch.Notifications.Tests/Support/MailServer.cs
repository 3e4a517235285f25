using TenderWatch.Local.Demo;
using TenderWatch.Local.Hosting;

namespace TenderWatch.Notifications.Tests.Support;

/// <summary>Starts a real mail server.</summary>
internal static class MailServer
{
    /// <param name="arguments">See <c>smtp-sink.mjs</c>.</param>
    public static async Task<SmtpSink> StartAsync(params string[] arguments) =>
        await SmtpSink.StartAsync(await NodePackages.EnsureAsync(folder: null, progress: null, CancellationToken.None), arguments);
}
