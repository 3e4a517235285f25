using System.Text;
using TenderWatch.Mutations.Mutating;
using TenderWatch.Sources.Ted;

namespace TenderWatch.Mutations.Parsers;

/// <summary>The parsers of TED's search and of its packages.</summary>
internal static class TedParsers
{
    private const int LargestNotice = 1_000_000;

    private static readonly byte[] Page = Encoding.UTF8.GetBytes(
        """{"notices":[{"publication-number":"00643394-2026","publication-date":"2026-09-22+02:00"},{"publication-number":"655158-2026","publication-date":"2026-09-22Z","links":{"xml":{"MUL":"https://ted.europa.eu/en/notice/655158-2026/xml"}}}],"totalNoticeCount":2,"iterationNextToken":"abc","timedOut":false}""");

    public static IReadOnlyList<Parser> All { get; } =
    [
        new("ted-search", [Page], JsonMutations.Mutate, Search, ["shape"], (_, answer) => answer.Wrong),
        new(
            "ted-package",
            [ArchiveMutations.Pack(Samples.DemonstrationXml.Select((notice, index) => ($"202500{index}/{index}_2025.xml", notice)).Append(("readme.txt", [1, 2, 3]))), ArchiveMutations.Pack([("a.xml", "<a/>"u8.ToArray())])],
            ArchiveMutations.Mutate,
            Package,
            ["too-large", "broken-package"],
            (_, answer) => answer.Wrong),
    ];

    private static Answer Search(byte[] input)
    {
        if (TedSearchPage.Read(input) is not { } page) return new Answer("shape");
        return page.Notices.All(notice => notice.Number.All(character => char.IsAsciiDigit(character) || character == '-')) ? Answer.Read : new Answer(null, Wrong: "a number is none");
    }

    private static Answer Package(byte[] input)
    {
        string? fault = null;
        string? wrong = null;
        using var stream = new MemoryStream(input);
        foreach (var notice in TedPackage.ReadAsync(stream, LargestNotice).ToBlockingEnumerable())
        {
            if ((notice.Content is null) == (notice.Fault is null)) wrong = "an entry is neither a notice nor a fault, or both";
            if (notice.Content is { Length: > LargestNotice }) wrong = "a notice is larger than allowed";
            if (notice.Name.Contains('/', StringComparison.Ordinal) || notice.Name.Contains("..", StringComparison.Ordinal)) wrong = "a name has a folder";
            fault ??= notice.Fault?.Code;
        }

        return new Answer(fault, Wrong: wrong);
    }
}
