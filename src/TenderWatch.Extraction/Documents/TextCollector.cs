namespace TenderWatch.Extraction.Documents;

/// <summary>Gathers the text of a document within its limits: characters and time.</summary>
internal sealed class TextCollector(DocumentLimits limits, TimeProvider time)
{
    private readonly List<TextPart> _parts = [];
    private readonly List<DocumentFault> _faults = [];
    private readonly long _begin = time.GetTimestamp();
    private long _characters;
    private long _unpacked;

    public DocumentLimits Limits => limits;

    public TimeProvider Time => time;

    public TimeSpan Left => limits.Time - time.GetElapsedTime(_begin) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    public DocumentText Result => new(_parts, _faults);

    public void Add(string path, string? sheet, int? number, string text)
    {
        ThrowIfLate();
        if (string.IsNullOrWhiteSpace(text)) return;
        _characters += text.Length;
        if (_characters > limits.Characters) throw new DocumentException("too-much-text", $"it holds more than {limits.Characters} characters of text; what comes after them was not read.");
        _parts.Add(new TextPart(path, sheet, number, text));
    }

    public void Fault(string code, string path, string text, bool isNote = false)
    {
        if (_faults.Count < 200) _faults.Add(new DocumentFault(code, path, text) { IsNote = isNote });
    }

    /// <summary>Counts bytes that came out of an archive, over all archives within one another.</summary>
    public void Unpacked(int bytes)
    {
        ThrowIfLate();
        _unpacked += bytes;
        if (_unpacked > limits.UnpackedBytes)
            throw new DocumentException("bomb", $"the archive becomes larger than {limits.UnpackedBytes / 1024 / 1024} MiB when it is unpacked. Nothing more was read; unpack it by hand.");
    }

    public void ThrowIfLate()
    {
        if (Left == TimeSpan.Zero) throw new DocumentException("timeout", $"it took longer than {limits.Time.TotalSeconds:0} seconds; what was read until then is kept. Look into it by hand.");
    }
}
