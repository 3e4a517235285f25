using System.Security.Cryptography;
using TenderWatch.Core.Evidence.Checkpoints;

namespace TenderWatch.Storage;

/// <summary>Signs with a private key in a file that only its owner can read. It is made at the first use.</summary>
/// <param name="path">The file.</param>
public sealed class FileSigner(string path) : ICheckpointSigner
{
    /// <inheritdoc/>
    /// <exception cref="SigningKeyException">The file holds no such key, or cannot be written.</exception>
    public async Task<SigningKey> KeyAsync(CancellationToken cancellationToken)
    {
        using var pair = await LoadAsync(cancellationToken);
        return SigningKey.Of(pair);
    }

    /// <inheritdoc/>
    /// <exception cref="SigningKeyException">The file holds no such key, or cannot be written.</exception>
    public async Task<byte[]> SignAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        using var pair = await LoadAsync(cancellationToken);
        return pair.SignData(input.Span, HashAlgorithmName.SHA256);
    }

    private async Task<ECDsa> LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!File.Exists(path)) await CreateAsync(cancellationToken);
            return Read(await File.ReadAllTextAsync(path, cancellationToken));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SigningKeyException($"The key that signs checkpoints cannot be used: {fault.Message.TrimEnd('.')}. Name another file in TenderWatch:Evidence:SigningKeyFile.", fault);
        }
    }

    private ECDsa Read(string pem)
    {
        var pair = ECDsa.Create();
        try
        {
            pair.ImportFromPem(pem);
            if (pair.ExportParameters(includePrivateParameters: true).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value) return pair;
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            // Said below.
        }

        pair.Dispose();
        throw new SigningKeyException(
            $"{path} holds no private key on the curve P-256 (PKCS #8 as PEM, without password). Name another file in TenderWatch:Evidence:SigningKeyFile, or take this one away to have a new key made; verify then trusts the old signatures only with the old public key.",
            null);
    }

    // Of two programs that make it at once, one file stays.
    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var unfinished = Path.Combine(folder, $".{SigningKey.Of(pair).Id}.pem");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var writer = new StreamWriter(unfinished, options)) await writer.WriteLineAsync(pair.ExportPkcs8PrivateKeyPem().AsMemory(), cancellationToken);
        try
        {
            File.Move(unfinished, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(unfinished);
        }
    }
}

/// <summary>The key that signs checkpoints cannot be used.</summary>
public sealed class SigningKeyException(string message, Exception? cause) : Exception(message, cause);
