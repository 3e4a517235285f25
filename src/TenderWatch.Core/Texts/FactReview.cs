using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Texts;

/// <summary>What a person says of a fact that was read from text.</summary>
public enum FactAct
{
    /// <summary>It is right as it was read.</summary>
    Confirm,

    /// <summary>It has another value.</summary>
    Correct,

    /// <summary>It is no fact of this purchase.</summary>
    Withdraw,
}

/// <summary>What a person said of a fact, with the fact as it was read then: so it is kept though the text is read otherwise, or is gone, later. The latest counts.</summary>
/// <param name="Act">What the person says.</param>
/// <param name="Notice">The notice in whose text, or document, it stands.</param>
/// <param name="Document">The name of the document; <see langword="null"/> for the text of the notice itself.</param>
/// <param name="Fact">The fact as it was read.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
public sealed record FactReview(FactAct Act, NoticeKey Notice, string? Document, TextFact Fact, DateTimeOffset At, string By)
{
    /// <summary>The value that counts, in the form of the kind; only where it is corrected.</summary>
    public string? Value { get; init; }

    /// <summary>The unit that counts; that of the fact where there is none.</summary>
    public string? Unit { get; init; }

    /// <summary>Why. Whoever may read the case reads it.</summary>
    public string? Reason { get; init; }

    /// <summary>The fact with the value that counts.</summary>
    /// <param name="read">The fact as it is read now.</param>
    public TextFact Counting(TextFact read) => Act == FactAct.Correct ? read with { Value = Value!, Unit = Unit ?? read.Unit } : read;

    /// <summary>The bytes that are stored.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, NoticeJson.Stored);

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="JsonException">The bytes are something else.</exception>
    public static FactReview Read(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<FactReview>(bytes, NoticeJson.Stored) ?? throw new JsonException("The bytes are no review of a fact.");
}

/// <summary>Where the latest that a person said of a fact is stored.</summary>
/// <param name="Fact">The fact; see <see cref="TextFact.Id"/>.</param>
/// <param name="Sha256">The stored bytes.</param>
/// <param name="At">When it was said.</param>
public sealed record FactReviewReference(string Fact, Digest Sha256, DateTimeOffset At);
