using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace TenderWatch.Benchmarks.Replay;

/// <summary>
/// Any number of distinct notices out of the real ones: identifiers, publication numbers and parties are another purchase's, all the
/// rest is what was published. Notices that name each other still do, and every tenth is a second notice of the one before it.
/// </summary>
/// <param name="files">The real notices; read when they are needed, so that none is held.</param>
/// <param name="phase">How many make one phase; every phase has the same mixture of real notices, so that phases can be compared.</param>
internal sealed partial class MadeNotices(IReadOnlyList<string> files, int phase)
{
    /// <summary>Real publication numbers have up to six digits before the year, those of a copy two more in front.</summary>
    private const int NumbersOfYear = 1_000_000;

    // Two digits, and two numbers a copy.
    private const int MostCopies = 48;

    private const int EverySecond = 10;

    private readonly string[] _files = [.. files.OrderBy(file => Hash(Path.GetFileName(file)), StringComparer.Ordinal)];

    /// <summary>How many can be made: the numbers of a year run out.</summary>
    public int Most => MostCopies / CopiesOfPhase * phase;

    private int CopiesOfPhase => ((phase - 1) / _files.Length) + 1;

    /// <summary>The bytes of a notice.</summary>
    /// <param name="index">Which, from 0.</param>
    public byte[] Make(int index)
    {
        var second = index % EverySecond == EverySecond - 1;
        var at = (index - (second ? 1 : 0)) % phase;
        var copy = (index / phase * CopiesOfPhase) + (at / _files.Length);
        var text = File.ReadAllText(_files[at % _files.Length]);

        text = Uuids().Replace(text, found => Uuid(found.Value, copy));
        text = Numbers().Replace(text, found => Number(found, (copy * 2) + (second ? 2 : 1)));
        text = Parties().Replace(text, found => string.Create(CultureInfo.InvariantCulture, $"{found.Value} {copy}"));
        if (second) text = NoticeIds().Replace(text, found => found.Groups["start"].Value + Uuid(found.Value, copy));
        return Encoding.UTF8.GetBytes(text);
    }

    private static string Uuid(string of, int copy) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{of.ToLowerInvariant()}|{copy}")).AsSpan(0, 16)).ToString();

    private static string Number(Match found, int copy)
    {
        var number = (copy * NumbersOfYear) + int.Parse(found.Groups["number"].Value, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{found.Groups["before"].Value}{number:00000000}{found.Groups["after"].Value}");
    }

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Uuids();

    // 454728-2023, 2021/S 005-008380 as the standard forms write it, and Mercell's number of a tender.
    [GeneratedRegex("""(?<=[>"])0{0,7}(?<number>[1-9][0-9]{0,5})(?<after>-20[0-9]{2})(?=[<"])|(?<before>20[0-9]{2}/S [0-9]{3}-)0{0,7}(?<number>[1-9][0-9]{0,5})(?=<)|(?<before>s2c\.mercell\.com/(today|tender)/)(?<number>[1-9][0-9]{0,5})(?![0-9])""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Numbers();

    [GeneratedRegex("<cac:PartyName>\\s*<cbc:Name[^>]*>[^<]+|<cbc:CompanyID[^>]*>[^<]+|<(OFFICIALNAME|NATIONALID)>[^<]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Parties();

    [GeneratedRegex("(?<start><cbc:ID schemeName=\"notice-id\">)[^<]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex NoticeIds();
}
