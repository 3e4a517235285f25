using System.Security.Cryptography;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Evidence.Timestamps;
using TenderWatch.Testing.Stamps;

namespace TenderWatch.Core.Tests.Dossiers;

/// <summary>Time stamps on the checkpoints of a dossier are held to all that those of the storage are.</summary>
public sealed class StampedDossierTests : IDisposable
{
    private const string First = "checkpoints/0000000001.tst";
    private const string Second = "checkpoints/0000000002.tst";

    private readonly TestStamps _stamps = new();
    private readonly TestStamps _strangers = new();

    private Trust Roots => new() { Stamps = TimestampTrust.Parse(_stamps.RootPem) };

    public void Dispose()
    {
        _stamps.Dispose();
        _strangers.Dispose();
    }

    [Fact]
    public async Task A_time_stamp_holds_with_its_roots_and_without_them_nobody_was_asked()
    {
        using var dossier = await SmallDossier.CreateAsync();
        dossier.Files[Second] = Stamp(dossier, 2);
        var archive = await dossier.ArchiveAsync();
        var trusted = await SmallDossier.VerifyAsync(archive, Roots);
        Assert.Empty(trusted.Faults);
        Assert.Equal(new StampedCheckpoint(2, SmallDossier.At.AddHours(2), IsTrusted: true), trusted.Stamped);
        Assert.Equal(trusted.Stamped! with { IsTrusted = false }, (await SmallDossier.VerifyAsync(archive)).Stamped);
    }

    [Fact]
    public async Task A_time_stamp_on_the_checkpoint_that_signed_the_ledger_covers_it_and_one_from_before_or_none_does_not()
    {
        using var dossier = await SmallDossier.CreateAsync();
        Assert.Null((await SmallDossier.VerifyAsync(await dossier.ArchiveAsync())).Stamped);
        Assert.Equal(["checkpoints/0000000001.json: not-stamped"], await SmallDossier.FaultsAsync(await dossier.ArchiveAsync(), Roots));
        dossier.Files[First] = Stamp(dossier, 1);
        Assert.Empty(await SmallDossier.FaultsAsync(await dossier.ArchiveAsync(), Roots));
        dossier.Files["checkpoints/0000000009.tst"] = dossier.Files[First];
        Assert.Equal(["checkpoints/0000000009.tst: stray"], await SmallDossier.FaultsAsync(await dossier.ArchiveAsync(), Roots));
    }

    [Fact]
    public async Task What_is_wrong_with_a_time_stamp_is_named_in_the_words_of_the_storage_though_the_manifest_fits()
    {
        await NamesAsync("not-a-token", (_, stamp) => stamp[..^1]);
        await NamesAsync("wrong-imprint", (dossier, _) => Stamp(dossier, 1));
        await NamesAsync("untrusted", (dossier, _) => Stamp(dossier, 2, stamps: _strangers));
        await NamesAsync("wrong-time", (dossier, _) => Stamp(dossier, 2, SmallDossier.At.AddHours(1)));
        await NamesAsync("wrong-time", (dossier, _) => Stamp(dossier, 2, SmallDossier.At.AddDays(2)));
        using var expired = _stamps.Certificate(SmallDossier.At.AddYears(-2), SmallDossier.At.AddYears(-1));
        await NamesAsync("expired", (dossier, _) => _stamps.Token(Hash(dossier, 2), SmallDossier.At.AddHours(2), signer: expired));
        await NamesAsync("unsigned", (_, stamp) =>
        {
            stamp[^1] ^= 1;
            return stamp;
        });
    }

    private async Task NamesAsync(string code, Func<SmallDossier, byte[], byte[]> change)
    {
        using var dossier = await SmallDossier.CreateAsync();
        dossier.Files[First] = Stamp(dossier, 1);
        dossier.Files[Second] = change(dossier, Stamp(dossier, 2));
        Assert.Equal([$"{Second}: {code}"], await SmallDossier.FaultsAsync(await dossier.ArchiveAsync(), Roots));
    }

    private byte[] Stamp(SmallDossier dossier, int number, DateTimeOffset? at = null, TestStamps? stamps = null) => (stamps ?? _stamps).Token(Hash(dossier, number), at ?? SmallDossier.At.AddHours(number));

    private static byte[] Hash(SmallDossier dossier, int number) => SHA256.HashData(dossier.Files["checkpoints/" + CheckpointNames.Of(number)]);
}
