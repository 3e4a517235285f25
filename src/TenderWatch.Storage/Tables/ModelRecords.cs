using System.Globalization;
using Azure;
using Azure.Data.Tables;
using TenderWatch.Core.Texts;

namespace TenderWatch.Storage;

/// <summary>
/// What a model took on each day, a row each, and its answers, a row each: shared by all hosts of an installation. The table is made when it is first needed, so that there is
/// none where no model is asked. Its calls are few and beside a question to a model short, so they are not asynchronous.
/// </summary>
public sealed class ModelRecords(StorageAccount account) : IModelRecords
{
    private const string Days = "day";
    private const string Answers = "answer";

    // A row takes 480,000 characters of JSON; a longer answer, which no model of this size gives, would only be paid for again.
    private const int LongestAnswer = 200_000;

    private readonly Lazy<TableClient> _table = new(() =>
    {
        account.Model.CreateIfNotExists();
        return account.Model;
    });

    /// <inheritdoc/>
    public ModelUsage Used(DateOnly day) => Usage(Row(day));

    /// <inheritdoc/>
    public bool TryTake(DateOnly day, long tokens, long limit) =>
        Change(day, known => known.InputTokens + known.OutputTokens + tokens <= limit ? known with { InputTokens = known.InputTokens + tokens } : null);

    /// <inheritdoc/>
    public void Settle(DateOnly day, long taken, ModelUsage used) => Change(day, known => known + used with { InputTokens = used.InputTokens - taken });

    /// <inheritdoc/>
    public string? Find(string key) => _table.Value.GetEntityIfExists<TableEntity>(Answers, key) is { HasValue: true, Value: { } row } ? row.Read<string>() : null;

    /// <inheritdoc/>
    public void Keep(string key, string answer)
    {
        if (answer.Length <= LongestAnswer) _table.Value.UpsertEntity(new TableEntity(Answers, key).With(JsonColumns.Write(answer)), TableUpdateMode.Replace);
    }

    private TableEntity? Row(DateOnly day) => _table.Value.GetEntityIfExists<TableEntity>(Days, Name(day)) is { HasValue: true, Value: { } row } ? row : null;

    private static string Name(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ModelUsage Usage(TableEntity? row) => row is null ? ModelUsage.None : new(row.GetInt64("Requests") ?? 0, row.GetInt64("InputTokens") ?? 0, row.GetInt64("OutputTokens") ?? 0);

    // Hosts that ask at once see each other's change and try again: what was used is never forgotten.
    private bool Change(DateOnly day, Func<ModelUsage, ModelUsage?> change)
    {
        while (true)
        {
            var row = Row(day);
            if (change(Usage(row)) is not { } usage) return false;
            var written = new TableEntity(Days, Name(day)) { ["Requests"] = usage.Requests, ["InputTokens"] = usage.InputTokens, ["OutputTokens"] = usage.OutputTokens };
            try
            {
                if (row is null) _table.Value.AddEntity(written);
                else _table.Value.UpdateEntity(written, row.ETag, TableUpdateMode.Replace);
                return true;
            }
            catch (RequestFailedException conflict) when (conflict.Status is 409 or 412)
            {
                // Another host was faster.
            }
        }
    }
}
