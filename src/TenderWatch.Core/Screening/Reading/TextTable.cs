namespace TenderWatch.Core.Screening.Reading;

/// <summary>
/// Texts as numbers: each different text once, as UTF-8, in the order of first appearance. Identifiers are compared millions of times and
/// printed seldom, so they are never made into strings.
/// </summary>
internal sealed class TextTable
{
    private const int ChunkSize = 1 << 18;

    private int[] _buckets = new int[1024];
    private Entry[] _entries = new Entry[512];
    private byte[] _chunk = new byte[1024];
    private int _used;

    public int Count { get; private set; }

    /// <summary>A text by its number.</summary>
    public ReadOnlySpan<byte> this[int id] => _entries[id].Bytes;

    /// <summary>The number of a text; a new one gets the next.</summary>
    public int Add(ReadOnlySpan<byte> text)
    {
        var hash = Hash(text);
        for (var id = _buckets[hash & (_buckets.Length - 1)] - 1; id >= 0; id = _entries[id].Next)
        {
            if (_entries[id].Hash == hash && text.SequenceEqual(_entries[id].Bytes)) return id;
        }

        if (Count == _entries.Length) Grow();
        ref var bucket = ref _buckets[hash & (_buckets.Length - 1)];
        _entries[Count] = Keep(text) with { Hash = hash, Next = bucket - 1 };
        bucket = ++Count;
        return Count - 1;
    }

    /// <summary>Adds the texts of another table.</summary>
    /// <returns>The number here of each number there.</returns>
    public int[] AddAll(TextTable other)
    {
        var map = new int[other.Count];
        for (var id = 0; id < map.Length; id++) map[id] = Add(other[id]);
        return map;
    }

    // Seeded by the process, so that a file cannot be made whose texts all fall into one bucket.
    private static int Hash(ReadOnlySpan<byte> text)
    {
        var hash = new HashCode();
        hash.AddBytes(text);
        return hash.ToHashCode() & int.MaxValue;
    }

    private Entry Keep(ReadOnlySpan<byte> text)
    {
        if (text.Length > _chunk.Length - _used)
        {
            _chunk = new byte[Math.Max(Math.Min(ChunkSize, _chunk.Length * 2), text.Length)];
            _used = 0;
        }

        text.CopyTo(_chunk.AsSpan(_used));
        _used += text.Length;
        return new Entry(0, 0, _chunk, _used - text.Length, text.Length);
    }

    private void Grow()
    {
        Array.Resize(ref _entries, Count * 2);
        _buckets = new int[Count * 4];
        for (var id = 0; id < Count; id++)
        {
            ref var bucket = ref _buckets[_entries[id].Hash & (_buckets.Length - 1)];
            _entries[id] = _entries[id] with { Next = bucket - 1 };
            bucket = id + 1;
        }
    }

    private readonly record struct Entry(int Hash, int Next, byte[] Chunk, int Start, int Length)
    {
        public ReadOnlySpan<byte> Bytes => Chunk.AsSpan(Start, Length);
    }
}
