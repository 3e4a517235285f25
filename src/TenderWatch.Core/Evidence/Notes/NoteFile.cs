namespace TenderWatch.Core.Evidence.Notes;

/// <summary>Notes that no longer fit in memory: a temporary file of one run of them, in order, that is gone when it is closed.</summary>
internal sealed class NoteFile : IDisposable
{
    private const int BufferLength = 16 * 1024;
    private const int DigestLength = 32;

    private readonly FileStream _file;
    private readonly int _count;

    /// <param name="notes">The notes, in order.</param>
    public NoteFile(IReadOnlyList<Note> notes)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose | FileOptions.SequentialScan,
            BufferSize = BufferLength,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        _file = new FileStream(Path.Combine(Path.GetTempPath(), "tenderwatch-" + Path.GetRandomFileName()), options);
        _count = notes.Count;
        using var writer = new BinaryWriter(_file, System.Text.Encoding.Unicode, leaveOpen: true);
        Span<byte> digest = stackalloc byte[DigestLength];
        foreach (var note in notes)
        {
            writer.Write(note.Name);
            writer.Write((byte)note.Kind);
            writer.Write(note.Number);
            note.Sha256.CopyTo(digest);
            writer.Write(digest);
            writer.Write(note.By);
        }
    }

    /// <summary>Reads them again.</summary>
    public IEnumerable<Note> Read()
    {
        _file.Position = 0;
        using var reader = new BinaryReader(_file, System.Text.Encoding.Unicode, leaveOpen: true);
        for (var left = _count; left > 0; left--)
            yield return new Note(reader.ReadString(), (NoteKind)reader.ReadByte(), reader.ReadInt64(), Digest.FromBytes(reader.ReadBytes(DigestLength)), reader.ReadString());
    }

    public void Dispose() => _file.Dispose();
}
