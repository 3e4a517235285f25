using TenderWatch.Core.Texts;

namespace TenderWatch.Extraction.Rules;

/// <summary>How a value is meant, by the words just before it: <c>ten minste</c>, <c>circa</c>, <c>maximaal</c>.</summary>
internal static class Senses
{
    /// <summary>The sense, and the token at which its words begin.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">The first token of the value.</param>
    /// <param name="near">How far its words may be away.</param>
    public static (TextSense Sense, int From) Before(Sentence sentence, int at, int near = 4)
    {
        for (var before = at - 1; before >= Math.Max(0, at - near); before--)
        {
            if (sentence[before].Kind == TokenKind.Number || sentence.Text(before) is "," or ":" or "(" or ")") break;
            // "niet meer dan", "no more than", "not less than"
            if (sentence.Text(before) is "meer" or "more" && sentence.Text(before - 1) is "niet" or "no" or "not") return (TextSense.Maximum, before - 1);
            if (sentence.Text(before) == "to" && sentence.Text(before - 1) == "up") return (TextSense.Maximum, before - 1);
            if (sentence.Is(before, Words.AtMost)) return (TextSense.Maximum, sentence.Text(before - 1) is "ten" or "at" or "not" ? before - 1 : before);
            if (sentence.Is(before, Words.AtLeast)) return (TextSense.Minimum, sentence.Text(before - 1) is "ten" or "at" ? before - 1 : before);
            if (sentence.Is(before, Words.About)) return (TextSense.Estimated, before);
        }

        return (TextSense.Stated, at);
    }
}
