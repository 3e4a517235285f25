using System.Globalization;
using CsCheck;

namespace TenderWatch.Testing;

/// <summary>Titles as somebody would write them who wants more than a title.</summary>
public static class Hostile
{
    private static readonly string[] Pieces =
    [
        "\r\nBcc: evil@example.net\r\n", "\r\n\r\n<html>", "\n.\r\n", "\0", "\u0085", "\u2028", "\u2029", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><a href='https://evil.example'>",
        "[click](https://evil.example)", "![x](https://evil.example/p.png)", "**bold**", "`code`", "# heading", "- item", "1. item", "> quote", "{{DATE(2025-01-01T00:00:00Z,SHORT)}}", "${title}", "<at>everyone</at>",
        "&lt;script&gt;", "&#60;b&#62;", "\u202Etxet desrever\u202C", "\u2066isolate\u2069", "\u200Bzero\uFEFFwidth", "\uD800", "\uDC00x", "\U000E0041tag", "=?utf-8?Q?=0D=0ABcc:_evil@example.net?=", "--=-", "\\", "'", "\"", "é", "漢字", "😀", " ", "x",
    ];

    public static Gen<string> Text { get; } = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Array[1, 12].Select(picks => string.Concat(picks.Select(pick => Pieces[pick]))),
        Gen.String,
        Gen.Int[0, Pieces.Length - 1].Select(pick => Endless(Pieces[pick])));

    /// <summary>Each piece alone, and up to ten thousand characters of it.</summary>
    public static IReadOnlyList<string> Titles { get; } = [.. Pieces.Select(piece => piece + " title"), .. Pieces.Select(Endless)];

    private static string Endless(string piece) => string.Concat(Enumerable.Repeat(piece, 10_000 / piece.Length));

    /// <summary>Control characters other than line ends, and characters that are not seen but change what is seen.</summary>
    public static bool IsDeceptive(char character) =>
        character is not ('\r' or '\n') && CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Whether every surrogate has its other half.</summary>
    public static bool IsWellFormed(string text) => string.Concat(text.EnumerateRunes()) == text;
}
