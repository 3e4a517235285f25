using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Texts;

namespace TenderWatch.Extraction.Model;

/// <summary>The records in a folder: a file for each day, one for each kept answer. Several processes may share it.</summary>
/// <param name="folder">The folder; it is made when it is first needed.</param>
public sealed class FileModelRecords(string folder) : IModelRecords
{
    private readonly string _name = "tenderwatch-model-" + Digest.Of(Path.GetFullPath(folder)).Hex[..16];

    Task<ModelUsage> IModelRecords.UsedAsync(DateOnly day, CancellationToken cancellationToken) => Task.FromResult(Used(day));

    Task<bool> IModelRecords.TryTakeAsync(DateOnly day, long tokens, long limit, CancellationToken cancellationToken) => Task.FromResult(TryTake(day, tokens, limit));

    Task<string?> IModelRecords.FindAsync(string key, CancellationToken cancellationToken) => Task.FromResult(Find(key));

    Task IModelRecords.SettleAsync(DateOnly day, long taken, ModelUsage used, CancellationToken cancellationToken)
    {
        Settle(day, taken, used);
        return Task.CompletedTask;
    }

    Task IModelRecords.KeepAsync(string key, string answer, CancellationToken cancellationToken)
    {
        Keep(key, answer);
        return Task.CompletedTask;
    }

    /// <inheritdoc cref="IModelRecords.UsedAsync"/>
    public ModelUsage Used(DateOnly day) => Change(day, known => known);

    /// <inheritdoc cref="IModelRecords.TryTakeAsync"/>
    public bool TryTake(DateOnly day, long tokens, long limit)
    {
        var taken = false;
        Change(day, known =>
        {
            taken = known.InputTokens + known.OutputTokens + tokens <= limit;
            return taken ? known with { InputTokens = known.InputTokens + tokens } : known;
        });
        return taken;
    }

    /// <inheritdoc cref="IModelRecords.SettleAsync"/>
    public void Settle(DateOnly day, long taken, ModelUsage used) => Change(day, known => known + used with { InputTokens = used.InputTokens - taken });

    /// <inheritdoc cref="IModelRecords.FindAsync"/>
    public string? Find(string key) => File.Exists(Answer(key)) ? File.ReadAllText(Answer(key)) : null;

    /// <inheritdoc cref="IModelRecords.KeepAsync"/>
    public void Keep(string key, string answer)
    {
        Directory.CreateDirectory(folder);
        var written = Answer(key) + "." + Environment.ProcessId;
        File.WriteAllText(written, answer);
        File.Move(written, Answer(key), overwrite: true);
    }

    private string Answer(string key) => Path.Combine(folder, "answer-" + key + ".json");

    // One process at a time, and a file is there whole or as it was: what was used is never forgotten. A file that is no usage stops everything, for its budget is not known.
    private ModelUsage Change(DateOnly day, Func<ModelUsage, ModelUsage> change)
    {
        using var one = new Mutex(initiallyOwned: false, _name);
        try
        {
            one.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // Its owner ended; what it left is whole.
        }

        try
        {
            var path = Path.Combine(folder, $"used-{day:yyyy-MM-dd}.json");
            var known = File.Exists(path) ? JsonSerializer.Deserialize<ModelUsage>(File.ReadAllBytes(path))! : ModelUsage.None;
            var changed = change(known);
            if (changed == known) return known;
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(path + ".new", JsonSerializer.SerializeToUtf8Bytes(changed));
            File.Move(path + ".new", path, overwrite: true);
            return changed;
        }
        finally
        {
            one.ReleaseMutex();
        }
    }
}
