using System.Globalization;
using System.Text;
using System.Text.Json;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Benchmarks.Verifying;

/// <summary>A copy of an installation that nobody ran: so many cases, each with a ledger of three entries that name two pieces of evidence of a kilobyte, and one that all share.</summary>
internal sealed class MadeInstallation(string folder)
{
    private const int EntriesOfCase = 3;
    private const string HeadsFile = "heads.txt";

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 6, 0, 0, TimeSpan.Zero);

    public string Folder => folder;

    /// <summary>Writes its files.</summary>
    public void Make(int cases)
    {
        Directory.CreateDirectory(Path.Combine(folder, "evidence-public"));
        Directory.CreateDirectory(Path.Combine(folder, "evidence-confidential"));
        Directory.CreateDirectory(Path.Combine(folder, "checkpoints"));
        Store("the rules that all cases share");
        var heads = new (string Name, LedgerHead Head)[cases];
        Parallel.For(0, cases, number =>
        {
            var name = Digest.Of("case " + number.ToString(CultureInfo.InvariantCulture)).Hex[..12];
            Directory.CreateDirectory(Path.Combine(folder, "ledger", name));
            var head = LedgerHead.Start;
            for (var entry = 0; entry < EntriesOfCase; entry++) head = Append(name, head);
            heads[number] = (name, head);
        });
        Write(heads);
    }

    /// <summary>One more entry, and what it names, for so many of the cases.</summary>
    public void Grow(int cases)
    {
        var heads = Heads().ToArray();
        for (var number = 0; number < cases; number++) heads[number].Head = Append(heads[number].Name, heads[number].Head);
        Write(heads);
    }

    /// <summary>The ends of the ledgers as the states of the cases know them.</summary>
    public IEnumerable<(string Name, LedgerHead Head)> Heads()
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, HeadsFile)))
        {
            var parts = line.Split(' ');
            yield return (parts[0], new LedgerHead(long.Parse(parts[1], CultureInfo.InvariantCulture), Digest.Parse(parts[2])));
        }
    }

    private void Write(IEnumerable<(string Name, LedgerHead Head)> heads) =>
        File.WriteAllLines(Path.Combine(folder, HeadsFile), heads.Select(head => string.Create(CultureInfo.InvariantCulture, $"{head.Name} {head.Head.Sequence} {head.Head.Sha256}")));

    private LedgerHead Append(string name, LedgerHead after)
    {
        var number = after.Sequence + 1;
        object body = number == 1
            ? new { rules = new { sha256 = Digest.Of("the rules that all cases share") } }
            : new { document = new { sha256 = Store(string.Create(CultureInfo.InvariantCulture, $"{name} {number} ").PadRight(1024, '.')) } };
        var bytes = new LedgerEntry(name, number, after.Sha256, "event:" + number, "event", Start, JsonSerializer.SerializeToElement(body)).ToBytes();
        File.WriteAllBytes(Path.Combine(folder, "ledger", name, string.Create(CultureInfo.InvariantCulture, $"{number:D10}.json")), bytes);
        return new LedgerHead(number, Digest.Of(bytes));
    }

    private Digest Store(string content)
    {
        var digest = Digest.Of(content);
        File.WriteAllBytes(Path.Combine(folder, "evidence-public", digest.Hex), Encoding.UTF8.GetBytes(content));
        return digest;
    }
}
