using System.Text.Json;
using Azure.Core.Pipeline;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;
using TenderWatch.Testing;

namespace TenderWatch.Storage.Tests;

/// <summary>An installation of its own on the Azurite of this test process.</summary>
internal sealed class TestStorage
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly StorageSettings _settings;

    private TestStorage(StorageSettings settings)
    {
        _settings = settings;
        Account = new StorageAccount(settings);
    }

    public StorageAccount Account { get; }

    public static async Task<TestStorage> CreateAsync()
    {
        var storage = new TestStorage(new StorageSettings { ConnectionString = await AzuriteFixture.ConnectionStringAsync(), Prefix = AzuriteFixture.NewPrefix() });
        await new StorageInitializer(storage.Account).InitializeAsync(CancellationToken.None);
        return storage;
    }

    public StorageAccount Through(HttpPipelinePolicy policy) => new(_settings, policy);

    public static NoticeRecord Record(string id, string version = "1") => new()
    {
        Key = new NoticeKey("tenderned", id),
        Version = Digest.Of(version),
        Documents = [new EvidenceReference(Digest.Of(id + version), 4, "text/xml", EvidenceRoles.NoticeXml, "https://example.org/" + id, Noon)],
        ListingDigest = Digest.Of("listing" + version),
        Published = new DateOnly(2026, 3, 1),
        Title = "Slimme meters voor Zuid-Holland – ronde " + id,
    };

    public static JoinKey[] Keys(params string[] values) => [.. values.Select(value => new JoinKey(value))];

    public static LedgerDraft Draft(string key, object? body = null) =>
        new(key, "event", Noon, JsonSerializer.SerializeToElement(body ?? new { text = key }));
}
