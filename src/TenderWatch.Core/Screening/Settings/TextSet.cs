using System.Text;

namespace TenderWatch.Core.Screening.Settings;

/// <summary>Texts of a setting, separated by pipes, compared byte by byte.</summary>
internal sealed class TextSet
{
    /// <summary>No texts.</summary>
    public static readonly TextSet Empty = new("");

    private readonly byte[][] _texts;

    /// <summary>Reads <c>open|selective</c>. An empty text sets nothing; a pipe at the end adds nothing.</summary>
    public TextSet(string piped)
    {
        var texts = piped.Split('|');
        _texts = [.. (texts[^1].Length == 0 ? texts[..^1] : texts).Distinct(StringComparer.Ordinal).Select(Encoding.UTF8.GetBytes)];
    }

    public bool IsEmpty => _texts.Length == 0;

    public bool Contains(ReadOnlySpan<byte> text)
    {
        foreach (var one in _texts)
        {
            if (text.SequenceEqual(one)) return true;
        }

        return false;
    }
}
