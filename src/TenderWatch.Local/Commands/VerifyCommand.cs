using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Dossiers.Archives;
using TenderWatch.Core.Dossiers.Checking;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Local.Hosting;
using TenderWatch.Local.Output;
using TenderWatch.Storage;

namespace TenderWatch.Local.Commands;

/// <summary><c>verify</c>: recomputes all evidence and every ledger, in the storage, in a copy of it, or in a dossier.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var common = new HostOptions();
        var file = new Argument<FileInfo?>("dossier") { Description = "Dossier (ZIP) to verify in place of the storage", Arity = ArgumentArity.ZeroOrOne };
        var keys = new Option<FileInfo[]>("--key")
        {
            Description = "Public key (JWK) whose signatures on checkpoints count; without one, those that the storage holds do",
            HelpName = "file",
            AllowMultipleArgumentsPerToken = true,
        };
        var folder = new Option<DirectoryInfo?>("--folder")
        {
            Description = "Copy of the storage to verify in place of the storage itself: a folder with a folder for each container; or an unpacked dossier",
            HelpName = "folder",
        };
        var checkpoint = new Option<string?>("--checkpoint")
        {
            Description = "SHA-256 of a checkpoint, as you kept it elsewhere: it must be among the stored ones",
            HelpName = "sha256",
        };
        var since = new Option<string?>("--since")
        {
            Description = "SHA-256 of a checkpoint up to which you verified everything before: only ledgers that were signed since, and the evidence they name, are read",
            HelpName = "sha256",
        };
        var roots = new Option<FileInfo?>("--stamp-roots")
        {
            Description = "Certificates (PEM) of the roots to which the time stamps on checkpoints must lead; without it, those of the settings for the storage itself, and for a copy or a dossier none",
            HelpName = "file",
        };
        var command = new Command("verify", "Recompute the digests of all evidence and every ledger, and name what is wrong") { file, folder, keys, checkpoint, since, roots };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (Trusted.Read(parsed.GetValue(keys) ?? [], parsed.GetValue(checkpoint), parsed.GetValue(since), parsed.GetValue(roots)) is not { } trust) return ExitCodes.Usage;
            var terminal = common.Terminal(parsed);
            if (parsed.GetValue(file) is { } archive) return await DossierAsync(archive, trust, terminal, common.IsJson(parsed), cancellationToken);
            if (parsed.GetValue(folder) is { } unpacked && UnpackedDossier.IsIn(unpacked.FullName)) return await DossierAsync(new UnpackedDossier(unpacked.FullName), trust, terminal, common.IsJson(parsed), cancellationToken);
            await using var host = parsed.GetValue(folder) is null ? await common.CreateHostAsync(parsed, terminal, [], cancellationToken) : null;
            if (VerificationOf(parsed.GetValue(folder), host) is not { } verification) return ExitCodes.Usage;
            if (trust.Stamps is null) trust = trust with { Stamps = host?.Settings.Evidence.TimestampTrust() };
            var report = await terminal.ProgressAsync("Verifying", 0, step => verification.RunAsync(trust, new EachStep<VerificationProgress>(_ => step()), cancellationToken));
            if (common.IsJson(parsed)) CaseOutput.WriteJson(report);
            else VerificationText.Write(terminal, report);
            if (host is not null) terminal.Line((await host.Services.GetRequiredService<IEvidenceProtection>().ReadAsync(cancellationToken)).Words.En);
            return report.Intact ? ExitCodes.Ok : ExitCodes.Fault;
        });
        return command;
    }

    private static async Task<int> DossierAsync(FileInfo archive, Trust trust, Terminal terminal, bool isJson, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = archive.OpenRead();
            return await DossierAsync(new ArchivedDossier(stream), trust, terminal, isJson, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"The dossier {archive} cannot be read: {fault.Message}");
            return ExitCodes.Usage;
        }
    }

    private static async Task<int> DossierAsync(IDossierContent content, Trust trust, Terminal terminal, bool isJson, CancellationToken cancellationToken)
    {
#pragma warning disable RS0030 // The command is a composition root.
        var report = await new DossierVerification(content, trust, TimeProvider.System).RunAsync(cancellationToken);
#pragma warning restore RS0030
        if (isJson) CaseOutput.WriteJson(report);
        else DossierText.Write(terminal, report);
        return report.Intact ? ExitCodes.Ok : ExitCodes.Fault;
    }

    private static Verification? VerificationOf(DirectoryInfo? folder, LocalHost? host)
    {
        if (folder is null) return host?.Services.GetRequiredService<Verification>();
        var copy = new StoredCopy(folder.FullName);
#pragma warning disable RS0030 // The command is a composition root.
        if (copy.Exists) return copy.Verification(TimeProvider.System);
#pragma warning restore RS0030
        Console.Error.WriteLine($"--folder is '{folder}'; it has no folder 'ledger'. Give the folder that has the containers of an installation as folders (ledger, evidence-public, evidence-confidential, checkpoints), or that of an unpacked dossier (manifest.json).");
        return null;
    }
}
