using System.Text;
using System.Text.Json;
using CsCheck;
using TenderWatch.Core.Screening;
using TenderWatch.Testing;
using static TenderWatch.Core.Tests.Screening.Screen;

namespace TenderWatch.Core.Tests.Screening;

/// <summary>What holds for any data.</summary>
public sealed class ScreeningPropertyTests
{
    private const string All = "currency = EUR\n[R003]\n[R018]\n[R024]\n[R025]\n[R028]\n[R030]\n[R035]\n[R036]\n[R038]\n[R048]\nminimum_contracting_processes = 2\n[R058]";

    private static Gen<string> Of(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(place => texts[place]);

    private static readonly Gen<string> Status = Of("valid", "valid", "valid", "disqualified", "withdrawn", "pending");

    private static readonly Gen<string> OneBid = Gen.Select(Gen.Int[1, 9], Gen.Int[1, 40], Status, Of("EUR", "EUR", "EUR", "USD"))
        .Select((tenderer, amount, status, currency) => Bid($"T{tenderer}", $"{amount}", status, currency));

    private static readonly Gen<string> Members = Gen.Select(OneBid.Array[0, 5], Gen.Int[1, 9], Gen.Int[1, 5], Gen.Int[10, 30], Of("active", "active", "pending", "cancelled"))
        .Select((bids, supplier, buyer, day, award) =>
            $"'buyer':{{'id':'B{buyer}'}},'tender':{{'procurementMethod':'open','numberOfTenderers':{bids.Length},'tenderPeriod':{{'startDate':'2024-01-01T00:00:00Z','endDate':'2024-01-{day}T00:00:00Z'}}}},"
            + $"{Submitted(bids)},{Awards(Award($"T{supplier}", award, $",'items':[{{'classification':{{'id':'{day}000000'}}}}]"))}");

    private static readonly Gen<string[]> Releases = Members.Array[0, 40].Select(all => all.Select((members, place) => Release($"ocds-{place}", members)).ToArray());

    [Fact]
    public void The_order_of_lines_changes_no_byte() => Gen.Select(Releases, Gen.Int[0, 1000]).Sample((lines, seed) =>
    {
        var order = new Random(seed);
        string[] shuffled = [.. lines.OrderBy(_ => order.Next())];
        return Everything(1, 1 << 20, lines) == Everything(1, 1 << 20, shuffled);
    }, iter: 300);

    [Fact]
    public void Threads_and_blocks_change_no_byte() => Gen.Select(Releases, Gen.Int[2, 5], Gen.Int[1, 3000]).Sample((lines, threads, size) =>
        Everything(1, 1 << 20, lines) == Everything(threads, size, lines), iter: 300);

    [Fact]
    public void Of_lines_with_the_same_ocid_the_later_decides_however_they_are_read() => Gen.Select(Members.Array[2, 20], Gen.Int[2, 5]).Sample((all, threads) =>
    {
        string[] lines = [.. all.Select((members, place) => Release($"ocds-{place % 3}", members))];
        return Everything(1, 1 << 20, lines) == Everything(threads, 100, lines);
    }, iter: 300);

    [Fact]
    public void A_hundred_thousand_damaged_lines_give_faults_and_nothing_else()
    {
        var random = new Random(20240101);
        var good = System.IO.File.ReadAllLines(Path.Combine(SharedData.Repository, "tests", "TenderWatch.Core.Tests", "Screening", "Golden", "releases.jsonl"));
        using var damaged = new MemoryStream();
        for (var i = 0; i < 100_000; i++)
        {
            var line = Encoding.UTF8.GetBytes(good[random.Next(good.Length)]);
            for (var times = random.Next(1, 4); times > 0; times--) line = Damage(line, random);
            damaged.Write(line);
            damaged.WriteByte((byte)'\n');
        }

        var result = Run(All, new ScreeningOptions { Explain = true, Maps = true, BlockSize = 10_000 }, damaged.ToArray());

        Assert.InRange(result.Releases, 1_000, 99_000);
        Assert.InRange(result.BadLineCount, 1_000, 150_000);
        using var json = JsonDocument.Parse(Json(result));
        Assert.Equal(result.Releases, json.RootElement.GetProperty("Explain").GetProperty("releases").GetInt64());
    }

    private static byte[] Damage(byte[] line, Random random)
    {
        if (line.Length == 0) return line;
        var at = random.Next(line.Length);
        return random.Next(4) switch
        {
            0 => [.. line[..at], .. line[Math.Min(line.Length, at + random.Next(1, 9))..]],
            1 => [.. line[..at], (byte)random.Next(256), .. line[(at + 1)..]],
            2 => [.. line[..at], .. "{}[]\":,\\u0e-"u8.Slice(random.Next(10), 2), .. line[at..]],
            _ => [.. line[..at], .. line[random.Next(line.Length)..]],
        };
    }

    private static string Everything(int threads, int blockSize, string[] lines) =>
        Json(Run(All, new ScreeningOptions { Explain = true, Maps = true, Threads = threads, BlockSize = blockSize }, lines));
}
