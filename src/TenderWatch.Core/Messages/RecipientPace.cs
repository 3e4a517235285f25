namespace TenderWatch.Core.Messages;

/// <summary>What a recipient got lately of messages about cases, so that a flood is braked whichever process sends.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Recipient">The recipient, as <see cref="OutboxMessage.Recipient"/> names it.</param>
/// <param name="Sent">When messages were sent by themselves.</param>
/// <param name="Bundled">When many were last put together into one; <see langword="null"/> where they were not.</param>
public sealed record RecipientPace(string Channel, string Recipient, IReadOnlyList<DateTimeOffset> Sent, DateTimeOffset? Bundled);
