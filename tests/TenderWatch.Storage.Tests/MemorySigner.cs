using System.Security.Cryptography;
using TenderWatch.Core.Evidence.Checkpoints;

namespace TenderWatch.Storage.Tests;

/// <summary>Signs with a key that lives as long as the test.</summary>
internal sealed class MemorySigner : ICheckpointSigner, IDisposable
{
    private readonly ECDsa _pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public SigningKey Key => SigningKey.Of(_pair);

    public Task<SigningKey> KeyAsync(CancellationToken cancellationToken) => Task.FromResult(Key);

    public Task<byte[]> SignAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken) => Task.FromResult(_pair.SignData(input.Span, HashAlgorithmName.SHA256));

    public void Dispose() => _pair.Dispose();
}
