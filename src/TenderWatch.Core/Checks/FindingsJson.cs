using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Checks;

/// <summary>The stored form of findings. What is stored and what is recomputed go through here both: the same findings give the same bytes.</summary>
public static class FindingsJson
{
    /// <summary>The bytes of the findings of one check.</summary>
    public static byte[] Write(IReadOnlyList<Finding> findings) => JsonSerializer.SerializeToUtf8Bytes(findings, NoticeJson.Stored);

    /// <summary>The findings of one check on confidential facts; their nonce follows from that of the facts.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="facts">The nonce of the facts.</param>
    public static ConfidentialDocument Write(IReadOnlyList<Finding> findings, Nonce? facts) => new(Write(findings), Nonce.Of([facts]));
}
