using System.Text.Json;

namespace TenderWatch.Extraction.Model;

/// <summary>The records in a folder: a file for each day, one for each kept answer. Several processes may share it.</summary>
/// <param name="folder">The folder; it is made when it is first needed.</param>
public sealed class FileModelRecords(string folder) : IModelRecords
{
    private readonly Lock _one = new();

    /// <inheritdoc/>
    public ModelUsage Used(DateOnly day) => Change(day, known => known);

    /// <inheritdoc/>
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

    /// <inheritdoc/>
    public void Settle(DateOnly day, long taken, ModelUsage used) => Change(day, known => known + used with { InputTokens = used.InputTokens - taken });

    /// <inheritdoc/>
    public string? Find(string key) => File.Exists(Answer(key)) ? File.ReadAllText(Answer(key)) : null;

    /// <inheritdoc/>
    public void Keep(string key, string answer)
    {
        Directory.CreateDirectory(folder);
        var written = Answer(key) + "." + Environment.ProcessId;
        File.WriteAllText(written, answer);
        File.Move(written, Answer(key), overwrite: true);
    }

    private string Answer(string key) => Path.Combine(folder, "answer-" + key + ".json");

    // The open file is the lock between processes; a file that cannot be read as usage stops everything, for its budget is not known.
    private ModelUsage Change(DateOnly day, Func<ModelUsage, ModelUsage> change)
    {
        lock (_one)
        {
            Directory.CreateDirectory(folder);
            using var file = new FileStream(Path.Combine(folder, $"used-{day:yyyy-MM-dd}.json"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var known = file.Length == 0 ? ModelUsage.None : JsonSerializer.Deserialize<ModelUsage>(file)!;
            var changed = change(known);
            file.SetLength(0);
            file.Position = 0;
            JsonSerializer.Serialize(file, changed);
            return changed;
        }
    }
}
