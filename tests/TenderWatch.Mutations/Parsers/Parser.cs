namespace TenderWatch.Mutations.Parsers;

/// <summary>A parser of untrusted input, with what it is fed and what may come of it.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Originals">The inputs that are mutated.</param>
/// <param name="Mutate">One mutation.</param>
/// <param name="Read">The parser itself.</param>
/// <param name="Faults">The failures that it declares; every other, and every exception, is a violation.</param>
/// <param name="Check">What is wrong with what was read from an input, or <see langword="null"/>.</param>
public sealed record Parser(
    string Name,
    IReadOnlyList<byte[]> Originals,
    Func<byte[], Random, byte[]> Mutate,
    Func<byte[], Answer> Read,
    IReadOnlyList<string> Faults,
    Func<byte[], Answer, string?> Check);
