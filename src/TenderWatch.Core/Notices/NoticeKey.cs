namespace TenderWatch.Core.Notices;

/// <summary>One publication at one source.</summary>
/// <param name="Source"><c>tenderned</c>, <c>ted</c>, <c>mercell</c>, <c>file</c>.</param>
/// <param name="Id">The source's own id.</param>
public sealed record NoticeKey(string Source, string Id)
{
    /// <summary><c>tenderned:440769</c>.</summary>
    public override string ToString() => $"{Source}:{Id}";

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static NoticeKey Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? new NoticeKey(text[..colon], text[(colon + 1)..]) : throw new FormatException($"'{text}' is no notice key (source:id).");
    }
}
