namespace TenderWatch.Core.Evidence.Notes;

/// <summary>
/// Takes notes in any order and gives them name by name. Only so many are held in memory: the others wait, sorted, in temporary files, so that an installation of
/// any size is verified in the same memory. May be written to by several at once.
/// </summary>
internal sealed class SortedNotes : IDisposable
{
    /// <summary>How many are held in memory.</summary>
    public const int Most = 25_000;

    private readonly Lock _gate = new();
    private readonly List<Note> _notes = [];
    private readonly List<NoteFile> _files = [];

    public void Add(Note note)
    {
        lock (_gate)
        {
            _notes.Add(note);
            if (_notes.Count < Most) return;
            _notes.Sort(Note.Order);
            _files.Add(new NoteFile(_notes));
            _notes.Clear();
        }
    }

    /// <summary>All notes about one name together, in order of the names. Nothing is added any more.</summary>
    public IEnumerable<IReadOnlyList<Note>> ByName()
    {
        var some = new List<Note>();
        foreach (var note in InOrder())
        {
            if (some.Count > 0 && some[0].Name != note.Name)
            {
                yield return some;
                some = [];
            }

            some.Add(note);
        }

        if (some.Count > 0) yield return some;
    }

    public void Dispose()
    {
        foreach (var file in _files) file.Dispose();
    }

    private IEnumerable<Note> InOrder()
    {
        _notes.Sort(Note.Order);
        var next = new PriorityQueue<IEnumerator<Note>, Note>(Note.Order);
        foreach (var run in _files.Select(file => file.Read()).Append(_notes))
        {
            var notes = run.GetEnumerator();
            if (notes.MoveNext()) next.Enqueue(notes, notes.Current);
        }

        while (next.TryDequeue(out var notes, out var first))
        {
            yield return first;
            if (notes.MoveNext()) next.Enqueue(notes, notes.Current);
        }
    }
}
