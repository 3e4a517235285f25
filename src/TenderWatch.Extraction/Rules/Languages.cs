using TenderWatch.Core.Bids;

namespace TenderWatch.Extraction.Rules;

/// <summary>How a text writes its numbers: by its own unmistakable ones, else by its language.</summary>
internal static class Languages
{
    private const int Looked = 200_000;

    private static readonly HashSet<string> Dutch = Words.Set("de het een van en voor met is worden wordt aan bij niet door");
    private static readonly HashSet<string> English = Words.Set("the of and for with is be to by not are shall will");

    /// <summary>The way; <see langword="null"/> where the text contradicts itself or tells nothing.</summary>
    public static NumberStyle? StyleOf(string? language, string text)
    {
        var (dutchNumbers, englishNumbers, dutchWords, englishWords) = (0, 0, 0, 0);
        foreach (var token in Tokens.Of(text, 0, Math.Min(text.Length, Looked)))
        {
            if (token.Kind == TokenKind.Word)
            {
                if (Dutch.Contains(token.Text)) dutchWords++;
                if (English.Contains(token.Text)) englishWords++;
            }
            else if (token.Kind == TokenKind.Number && WrittenNumber.StyleOf(token.Text) is { } sure)
            {
                if (sure == NumberStyle.Dutch) dutchNumbers++;
                else englishNumbers++;
            }
        }

        if (dutchNumbers > 0 != englishNumbers > 0) return dutchNumbers > 0 ? NumberStyle.Dutch : NumberStyle.English;
        if (dutchNumbers > 0) return null;
        return language switch
        {
            "nld" => NumberStyle.Dutch,
            "eng" => NumberStyle.English,
            null when dutchWords > 2 * englishWords => NumberStyle.Dutch,
            null when englishWords > 2 * dutchWords => NumberStyle.English,
            _ => null,
        };
    }
}
