using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;
using TenderWatch.Core.Watching;
using TenderWatch.Sources;

namespace TenderWatch.Local.Hosting;

/// <summary>Takes a notice from a file as if a source had given it.</summary>
internal sealed class FileIntake(NoticeIntake intake, IReadOnlyList<WatchProfile> profiles, SourcesSettings settings, TimeProvider time)
{
    private const string MediaType = "application/xml";

    /// <param name="path">The file.</param>
    /// <param name="name">Its name for people and for the evidence, without folders of this machine.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<IntakeResult> TakeAsync(string path, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await TakeFileAsync(path, name, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            var failure = new SourceFailure("unreadable-file", $"The file {name} cannot be read ({fault.GetType().Name}). Check that it exists and may be read, then take it in again.", []);
            return await intake.TakeFailureAsync(NoticeFileKeys.Of(Digest.Of("file|" + name)), failure, default, cancellationToken);
        }
    }

    /// <summary>Takes in a notice out of a package.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="origin">The package and the name within it.</param>
    /// <param name="all">Whether it is taken in though no watch profile matches it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns><see langword="null"/> where no profile matches. What cannot be read goes into quarantine, for nobody knows whether one would.</returns>
    public async Task<IntakeResult?> TakeAsync(byte[] content, string origin, bool all, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(content, writable: false);
        if (!all && NoticeXml.Read(stream) is NoticeReading.Read read && ProfileMatcher.Match(read.Notice, profiles).Count == 0) return null;
        return await TakeContentAsync(content, origin, cancellationToken);
    }

    /// <summary>Takes in a notice out of a folder.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">Its name below the folder.</param>
    /// <param name="all">Whether it is taken in though no watch profile matches it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns><see langword="null"/> where no profile matches. What cannot be read goes into quarantine.</returns>
    public async Task<IntakeResult?> TakeAsync(string path, string name, bool all, CancellationToken cancellationToken)
    {
        if (all || !IsReadable(path, settings.MaximumDocumentBytes)) return await TakeAsync(path, name, cancellationToken);
        return await TakeAsync(await File.ReadAllBytesAsync(path, cancellationToken), name, all, cancellationToken);
    }

    private static bool IsReadable(string path, int mostBytes)
    {
        try
        {
            using var file = File.OpenRead(path);
            return file.Length <= mostBytes;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private async Task<IntakeResult> TakeFileAsync(string path, string name, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        if (file.Length > settings.MaximumDocumentBytes)
        {
            var fault = new ReadingFault("too-large", $"The file has {file.Length} bytes; a notice may have {settings.MaximumDocumentBytes} (setting Sources:MaximumDocumentBytes).");
            var sha256 = await Digest.OfAsync(file, cancellationToken);
            file.Position = 0;
            return await intake.TakeUnreadAsync(NoticeFileKeys.Of(sha256), file, MediaType, name, fault, cancellationToken);
        }

        return await TakeContentAsync(await File.ReadAllBytesAsync(path, cancellationToken), name, cancellationToken);
    }

    private async Task<IntakeResult> TakeContentAsync(byte[] content, string name, CancellationToken cancellationToken)
    {
        var document = new SourceDocument(EvidenceRoles.NoticeXml, MediaType, name, time.GetUtcNow(), null, content);
        return await intake.TakeAsync(new Publication(NoticeFileKeys.Of(content), [document]), default, cancellationToken);
    }
}
