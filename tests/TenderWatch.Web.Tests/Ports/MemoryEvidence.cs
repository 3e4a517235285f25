using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;

namespace TenderWatch.Web.Tests.Ports;

internal sealed class MemoryEvidence : IEvidenceStore
{
    private readonly ConcurrentDictionary<(Digest, Confidentiality), byte[]> _blobs = new();

    public Digest Put<T>(T value) => Put(JsonSerializer.SerializeToUtf8Bytes(value, NoticeJson.Stored), Confidentiality.Public);

    public Digest PutText(string text, Confidentiality confidentiality = Confidentiality.Public) => Put(Encoding.UTF8.GetBytes(text), confidentiality);

    public Task<Digest> PutAsync(ReadOnlyMemory<byte> content, string mediaType, Confidentiality confidentiality, CancellationToken cancellationToken) =>
        Task.FromResult(Put(content.ToArray(), confidentiality));

    public async Task<Digest> PutAsync(Stream content, string mediaType, Confidentiality confidentiality, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        return Put(copy.ToArray(), confidentiality);
    }

    public Task<byte[]> GetAsync(Digest sha256, Confidentiality confidentiality, CancellationToken cancellationToken) =>
        _blobs.TryGetValue((sha256, confidentiality), out var content) && Digest.Of(content) == sha256
            ? Task.FromResult(content)
            : Task.FromException<byte[]>(new EvidenceException($"{sha256} is absent or altered."));

    public string Container(Confidentiality confidentiality) => confidentiality.ToString();

    public IAsyncEnumerable<string> ListAsync(Confidentiality confidentiality, CancellationToken cancellationToken) =>
        _blobs.Keys.Where(key => key.Item2 == confidentiality).Select(key => key.Item1.Hex).ToAsyncEnumerable();

    public Task<Digest?> HashAsync(string name, Confidentiality confidentiality, CancellationToken cancellationToken) =>
        Task.FromResult(_blobs.TryGetValue((Digest.Parse(name), confidentiality), out var content) ? Digest.Of(content) : (Digest?)null);

    /// <summary>What a stranger with access to the disk could do.</summary>
    public void Alter(Digest digest) => _blobs[(digest, Confidentiality.Public)] = [1, 2, 3];

    private Digest Put(byte[] content, Confidentiality confidentiality)
    {
        var digest = Digest.Of(content);
        _blobs[(digest, confidentiality)] = content;
        return digest;
    }
}
