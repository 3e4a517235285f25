namespace TenderWatch.Core.Notices;

/// <summary>What reading one notice gave: its facts, or why it could not be read. Never an exception for bad input.</summary>
public abstract record NoticeReading
{
    private NoticeReading()
    {
    }

    /// <summary>The notice was read.</summary>
    /// <param name="Notice">Its facts.</param>
    public sealed record Read(Notice Notice) : NoticeReading;

    /// <summary>The bytes are no notice that can be read.</summary>
    /// <param name="Fault">What is wrong, where, and what to do.</param>
    public sealed record Unreadable(ReadingFault Fault) : NoticeReading;
}

/// <summary>Why bytes could not be read as a notice.</summary>
/// <param name="Code">A stable code: <c>not-xml</c>, <c>dtd</c>, <c>truncated</c>, <c>encoding</c>, <c>too-large</c>, <c>not-a-notice</c>, <c>empty</c>, <c>shape</c>, …</param>
/// <param name="Text">What is wrong and where (line, position, element), in words that hold no content of the notice.</param>
public sealed record ReadingFault(string Code, string Text);
