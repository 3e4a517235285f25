using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Evidence.Timestamps;
using TenderWatch.Core.Languages;
using TenderWatch.Testing.Stamps;
using static TenderWatch.Storage.Tests.TestStorage;

namespace TenderWatch.Storage.Tests;

/// <summary>Time stamps on checkpoints: asked for, kept, named by the next checkpoint, and verified.</summary>
public sealed class StampedCheckpointTests : IDisposable
{
    private const string Case = "0123456789ab";

    private readonly MemorySigner _signer = new();
    private readonly TestStamps _stamps = new();
    private readonly FakeTimeProvider _time = new(Noon);

    public void Dispose()
    {
        _signer.Dispose();
        _stamps.Dispose();
    }

    [Fact]
    public async Task A_stamped_checkpoint_verifies_and_the_next_one_names_its_time_stamp()
    {
        var storage = await StampedAsync(2);
        var token = (await ReadAsync(storage, CheckpointNames.StampOf(1)))!;
        Assert.Equal(Digest.Of(token), SignedCheckpoint.Parse((await ReadAsync(storage, CheckpointNames.Of(2)))!).Checkpoint.Stamp);
        var report = await VerifyAsync(storage);
        Assert.Empty(report.Faults);
        Assert.Equal(new StampedCheckpoint(2, Noon.AddDays(1), IsTrusted: true), report.Stamped);
        Assert.Equal(report.Stamped! with { IsTrusted = false }, (await VerifyAsync(storage, Trust.OnlyStorage)).Stamped);
    }

    [Fact]
    public async Task A_stranger_verifies_the_time_stamp_with_openssl()
    {
        var storage = await StampedAsync(1);
        var folder = Directory.CreateTempSubdirectory("tenderwatch-openssl-").FullName;
        foreach (var name in new[] { CheckpointNames.Of(1), CheckpointNames.StampOf(1) }) await File.WriteAllBytesAsync(Path.Combine(folder, name), (await ReadAsync(storage, name))!);
        await File.WriteAllTextAsync(Path.Combine(folder, "roots.pem"), _stamps.RootPem);
        // The command of docs/evidence-format.md.
        string[] command = ["ts", "-verify", "-data", "0000000001.json", "-in", "0000000001.tst", "-token_in", "-CAfile", "roots.pem"];
        Assert.Equal((0, true), await OpenSslAsync(folder, command));
        await File.AppendAllTextAsync(Path.Combine(folder, "0000000001.json"), " ");
        Assert.Equal((1, false), await OpenSslAsync(folder, command));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_authority_that_fails_stops_nothing_and_is_asked_again_for_the_latest_checkpoint()
    {
        var storage = await FilledAsync();
        var failed = await RunAsync(storage, new FailingAuthority());
        Assert.True(failed.IsNew);
        Assert.Equal("timeout", failed.Stamp!.Fault!.Code);
        AssertFault(await VerifyAsync(storage), "not-stamped", CheckpointNames.Of(1), storage);
        Assert.True((await VerifyAsync(storage, Trust.OnlyStorage)).Intact);

        await using var authority = await TestAuthority.StartAsync(_stamps, _time);
        var again = await RunAsync(storage, Authority(authority));
        Assert.False(again.IsNew);
        Assert.Equal(Noon, again.Stamp!.At);
        Assert.True((await VerifyAsync(storage)).Intact);
        Assert.Null((await RunAsync(storage, Authority(authority))).Stamp);
    }

    [Fact]
    public Task A_run_that_was_stopped_at_any_write_gets_its_time_stamp_from_the_next() => Crashing.EverywhereAsync(
        async account => await CheckpointerOf(account, new GoodAuthority(_stamps, _time)).RunAsync(CancellationToken.None),
        async account =>
        {
            await CheckpointerOf(account, new GoodAuthority(_stamps, _time)).RunAsync(CancellationToken.None);
            var report = await VerifyAsync(account, null);
            Assert.Empty(report.Faults);
            Assert.Equal(1, report.Stamped!.Number);
        },
        account => new LedgerStore(account).AppendAsync(Case, LedgerHead.Start, Draft("a"), CancellationToken.None));

    [Fact]
    public async Task The_time_stamp_on_a_later_checkpoint_covers_one_that_was_missed()
    {
        var storage = await FilledAsync();
        await RunAsync(storage, new FailingAuthority());
        await AppendAsync(storage, "b", Noon);
        await using var authority = await TestAuthority.StartAsync(_stamps, _time);
        await RunAsync(storage, Authority(authority));
        Assert.Null(await ReadAsync(storage, CheckpointNames.StampOf(1)));
        Assert.Empty((await VerifyAsync(storage)).Faults);
    }

    [Fact]
    public async Task Any_changed_byte_of_a_time_stamp_that_the_next_checkpoint_names_is_found()
    {
        var storage = await StampedAsync(2);
        var token = (await ReadAsync(storage, CheckpointNames.StampOf(1)))!;
        for (var at = 0; at < token.Length; at += 11)
        {
            var altered = (byte[])token.Clone();
            altered[at] ^= 1;
            await PutAsync(storage, CheckpointNames.StampOf(1), altered);
            AssertFault(await VerifyAsync(storage, Trust.OnlyStorage), null, CheckpointNames.StampOf(1), storage);
        }
    }

    [Fact]
    public async Task A_time_stamp_taken_away_is_missed_once_a_checkpoint_names_it()
    {
        var storage = await StampedAsync(2);
        await storage.Account.Checkpoints.GetBlobClient(CheckpointNames.StampOf(1)).DeleteAsync();
        AssertFault(await VerifyAsync(storage, Trust.OnlyStorage), "missing", CheckpointNames.StampOf(1), storage);
    }

    [Fact]
    public async Task A_time_stamp_on_something_else_of_another_time_or_of_anybody_is_named()
    {
        var storage = await FilledAsync();
        await RunAsync(storage, null);
        var stamped = Digest.Of((await ReadAsync(storage, CheckpointNames.Of(1)))!);
        using var anybody = new TestStamps();
        foreach (var (code, token) in new[]
        {
            ("wrong-imprint", _stamps.Token(Hash(Digest.Of("other")), Noon)),
            ("wrong-time", _stamps.Token(Hash(stamped), Noon.AddHours(-1))),
            ("wrong-time", _stamps.Token(Hash(stamped), Noon.AddHours(1))),
            ("wrong-policy", _stamps.Token(Hash(stamped), Noon, policy: "1.2.3")),
            ("untrusted", anybody.Token(Hash(stamped), Noon)),
            ("not-a-token", [1, 2, 3]),
        })
        {
            await PutAsync(storage, CheckpointNames.StampOf(1), token);
            var report = await VerifyAsync(storage, new Trust { Stamps = TimestampTrust.Parse(_stamps.RootPem, TestStamps.Policy) });
            AssertFault(report, code, CheckpointNames.StampOf(1), storage);
            AssertFault(report, "not-stamped", CheckpointNames.Of(1), storage);
        }
    }

    [Fact]
    public async Task A_time_stamp_later_than_the_checkpoint_that_names_it_is_of_a_wrong_time()
    {
        var storage = await FilledAsync();
        await RunAsync(storage, null);
        var stamped = Digest.Of((await ReadAsync(storage, CheckpointNames.Of(1)))!);
        await PutAsync(storage, CheckpointNames.StampOf(1), _stamps.Token(Hash(stamped), Noon.AddDays(2)));
        await AppendAsync(storage, "b", Noon);
        _time.Advance(TimeSpan.FromDays(1));
        await RunAsync(storage, null);
        _time.Advance(TimeSpan.FromDays(2));
        AssertFault(await VerifyAsync(storage), "wrong-time", CheckpointNames.StampOf(1), storage);
    }

    [Fact]
    public async Task A_time_stamp_without_its_checkpoint_does_not_belong_there()
    {
        var storage = await StampedAsync(1);
        await PutAsync(storage, CheckpointNames.StampOf(3), [1]);
        AssertFault(await VerifyAsync(storage), "stray", CheckpointNames.StampOf(3), storage);
    }

    [Fact]
    public async Task An_entry_dated_after_the_checkpoint_that_signed_it_is_of_a_wrong_time()
    {
        var storage = await FilledAsync();
        await AppendAsync(storage, "later", Noon.AddMinutes(6));
        await RunAsync(storage, null);
        _time.Advance(TimeSpan.FromDays(1));
        await RunAsync(storage, null);
        var fault = Assert.Single((await VerifyAsync(storage, Trust.OnlyStorage)).Faults);
        Assert.Equal(("wrong-time", $"{storage.Account.Ledger.Name}/{Case}/0000000002.json"), (fault.Code, fault.Blob));
    }

    private async Task<TestStorage> StampedAsync(int checkpoints)
    {
        var storage = await FilledAsync();
        await using var authority = await TestAuthority.StartAsync(_stamps, _time);
        for (var number = 1; number <= checkpoints; number++)
        {
            if (number > 1)
            {
                await AppendAsync(storage, "entry-" + number, Noon);
                _time.Advance(TimeSpan.FromDays(1));
            }

            Assert.Null((await RunAsync(storage, Authority(authority))).Stamp!.Fault);
        }

        return storage;
    }

    private static async Task<TestStorage> FilledAsync()
    {
        var storage = await CreateAsync();
        await AppendAsync(storage, "a", Noon);
        return storage;
    }

    private static async Task AppendAsync(TestStorage storage, string key, DateTimeOffset at) =>
        await new LedgerStore(storage.Account).AppendAsync(Case, LedgerHead.Start, Draft(key) with { At = at }, CancellationToken.None);

    private HttpTimestampAuthority Authority(TestAuthority authority) => new(authority.Address, TimestampTrust.Parse(_stamps.RootPem), new OneClient(), _time);

    private Checkpointer CheckpointerOf(StorageAccount account, ITimestampAuthority? authority) =>
        new(new LedgerStore(account), new Cases(account), new CheckpointStore(account), _signer, _time, authority);

    private Task<CheckpointOutcome> RunAsync(TestStorage storage, ITimestampAuthority? authority) => CheckpointerOf(storage.Account, authority).RunAsync(CancellationToken.None);

    private Task<VerificationReport> VerifyAsync(TestStorage storage, Trust? trust = null) => VerifyAsync(storage.Account, trust);

    private Task<VerificationReport> VerifyAsync(StorageAccount account, Trust? trust) =>
        new Verification(new LedgerStore(account), new EvidenceStore(account), new CheckpointStore(account), _time, new Cases(account))
            .RunAsync(trust ?? new Trust { Stamps = TimestampTrust.Parse(_stamps.RootPem) }, null, CancellationToken.None);

    private static Task<byte[]?> ReadAsync(TestStorage storage, string name) => new CheckpointStore(storage.Account).ReadAsync(name, CancellationToken.None);

    private static async Task PutAsync(TestStorage storage, string name, byte[] content) =>
        await storage.Account.Checkpoints.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(content), overwrite: true);

    private static byte[] Hash(Digest digest) => Convert.FromHexString(digest.Hex);

    private static void AssertFault(VerificationReport report, string? code, string name, TestStorage storage) =>
        Assert.Contains(report.Faults, fault => fault.Blob == $"{storage.Account.Checkpoints.Name}/{name}" && (code is null || fault.Code == code));

    private static async Task<(int ExitCode, bool IsOk)> OpenSslAsync(string folder, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output + await error).Contains("Verification: OK", StringComparison.Ordinal));
    }

    private sealed class FailingAuthority : ITimestampAuthority
    {
        public Task<TimestampAnswer> StampAsync(Digest sha256, DateTimeOffset notBefore, CancellationToken cancellationToken) =>
            Task.FromResult(new TimestampAnswer(null, new TimestampFault("timeout", new LocalizedText("te laat", "too late"))));
    }

    private sealed class GoodAuthority(TestStamps stamps, TimeProvider time) : ITimestampAuthority
    {
        public Task<TimestampAnswer> StampAsync(Digest sha256, DateTimeOffset notBefore, CancellationToken cancellationToken) =>
            Task.FromResult(new TimestampAnswer(stamps.Token(Hash(sha256), time.GetUtcNow()), null) { At = time.GetUtcNow() });
    }

    private sealed class OneClient : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(HttpTimestampAuthority.CreateHandler());
    }
}
