using CsCheck;

namespace TenderWatch.Local.Tests.Verify;

/// <summary>One thing that somebody does to a copy.</summary>
/// <param name="What">What it is.</param>
/// <param name="Do">Does it.</param>
internal sealed record Damage(string What, Action Do)
{
    /// <summary>Changed, cut, lengthened, deleted, exchanged and added files.</summary>
    /// <param name="files">The files of the whole copy.</param>
    public static Gen<Damage> Of(IReadOnlyDictionary<string, byte[]> files)
    {
        var paths = files.Keys.ToArray();
        var file = Gen.Int[0, paths.Length - 1].Select(index => paths[index]);
        return Gen.OneOf(
            Gen.Select(file, Gen.Int[0, int.MaxValue - 1], Gen.Int[0, 7]).Select(change => Changed(change.Item1, files[change.Item1], change.Item2, change.Item3)),
            Gen.Select(file, Gen.Int[1, 200]).Select(cut => new Damage($"{cut.Item1} cut by {cut.Item2}", () => File.WriteAllBytes(cut.Item1, files[cut.Item1][..Math.Max(0, files[cut.Item1].Length - cut.Item2)]))),
            file.Select(path => new Damage($"{path} with a line feed at its end", () => File.AppendAllText(path, "\n"))),
            file.Select(path => new Damage($"{path} deleted", () => File.Delete(path))),
            Gen.Select(file, file).Where(pair => pair.Item1 != pair.Item2).Select(pair => new Damage($"{pair.Item1} and {pair.Item2} exchanged", () => Exchange(pair.Item1, pair.Item2, files))),
            file.Select(path => new Damage($"a copy of {path} beside it", () => File.Copy(path, path + ".bak"))));
    }

    private static Damage Changed(string path, byte[] content, int at, int bit) => new($"{path}, bit {bit} of byte {at % content.Length}", () =>
    {
        var changed = (byte[])content.Clone();
        changed[at % content.Length] ^= (byte)(1 << bit);
        File.WriteAllBytes(path, changed);
    });

    private static void Exchange(string one, string other, IReadOnlyDictionary<string, byte[]> files)
    {
        File.WriteAllBytes(one, files[other]);
        File.WriteAllBytes(other, files[one]);
    }
}
