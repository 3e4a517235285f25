using TenderWatch.Core.Evidence;
using TenderWatch.Core.Sources;

namespace TenderWatch.Sources.Http;

/// <summary>
/// Asks a host for its robots.txt before anything else. The operator's permission lifts the rules for everybody; rules that name us are his word
/// to us, perhaps a later one, and hold.
/// </summary>
internal static class RobotsCheck
{
    private const string Product = "TenderWatch";

    /// <summary>Why paths of a host may not be asked for; <see langword="null"/> where they may.</summary>
    public static async Task<SourceFailure?> RefusalAsync(SourceClient client, Uri host, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var address = new Uri(host, "/robots.txt");
        var answer = await client.GetAsync(address, BodyKind.Text, EvidenceRoles.Unread, cancellationToken);
        if (answer.Value is { } document)
        {
            var robots = RobotsTxt.Naming(document.Content.Span, Product);
            return paths.FirstOrDefault(path => !robots.Allows(path)) is { } path
                ? new SourceFailure("robots", $"{address} forbids {Product} by name to ask for {path}. Nothing else was asked for. Ask the operator whether the permission still holds; until then, empty the setting that states it.", [document])
                : null;
        }

        // RFC 9309 section 2.3.1.3: a file that is not there, or not for us, forbids nothing. Section 2.3.1.4: one that cannot be reached forbids everything.
        return answer.Failure is { Code: "not-found" or "refused" } ? null
            : answer.Failure! with { Text = $"{answer.Failure.Text} Without its robots.txt nothing else is asked of this host." };
    }
}
