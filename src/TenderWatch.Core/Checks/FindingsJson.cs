using System.Text.Json;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Checks;

/// <summary>The stored form of findings. What is stored and what is recomputed go through here both: the same findings give the same bytes.</summary>
public static class FindingsJson
{
    /// <summary>The bytes of the findings of one check.</summary>
    public static byte[] Write(IReadOnlyList<Finding> findings) => JsonSerializer.SerializeToUtf8Bytes(findings, NoticeJson.Stored);
}
