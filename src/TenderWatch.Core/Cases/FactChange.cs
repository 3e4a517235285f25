namespace TenderWatch.Core.Cases;

/// <summary>A fact that a later notice states otherwise than an earlier one.</summary>
/// <param name="Name">See <see cref="FactNames"/>.</param>
/// <param name="Subject">The lot; <see langword="null"/> for the procurement, and where both notices have one lot.</param>
/// <param name="Old">What was; <see langword="null"/> for what was added.</param>
/// <param name="New">What is; <see langword="null"/> for what was taken away.</param>
public sealed record FactChange(string Name, string? Subject, Fact? Old, Fact? New);
