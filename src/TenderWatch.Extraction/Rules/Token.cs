namespace TenderWatch.Extraction.Rules;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>Letters, and digits that follow them: <c>meters</c>, <c>A27</c>.</summary>
    Word,

    /// <summary>Digits with their separators: <c>7.933.740</c>.</summary>
    Number,

    /// <summary>Any other character that is no white space.</summary>
    Sign,
}

/// <summary>A word, a written number or a sign of a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Text">The characters; of a word in lower case and without accents.</param>
/// <param name="Glued">Whether it follows the one before it without white space.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int Length, string Text, bool Glued)
{
    public int End => Start + Length;
}
