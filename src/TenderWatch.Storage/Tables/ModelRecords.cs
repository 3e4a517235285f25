using System.Globalization;
using Azure.Data.Tables;
using TenderWatch.Core.Texts;

namespace TenderWatch.Storage;

/// <summary>
/// What a model took on each day, a row each, and its answers, a row each: shared by all hosts of an installation. The table is made when it is first needed, so that there is
/// none where no model is asked.
/// </summary>
public sealed class ModelRecords(StorageAccount account) : IModelRecords
{
    private const string Days = "day";
    private const string Answers = "answer";

    private readonly TableClient _table = account.Model;
    private bool _isThere;

    /// <inheritdoc/>
    public async Task<ModelUsage> UsedAsync(DateOnly day, CancellationToken cancellationToken) => Usage(await RowAsync(Days, Name(day), cancellationToken));

    /// <inheritdoc/>
    public Task<bool> TryTakeAsync(DateOnly day, long tokens, long limit, CancellationToken cancellationToken) =>
        ChangeAsync(day, known => known.InputTokens + known.OutputTokens + tokens <= limit ? known with { InputTokens = known.InputTokens + tokens } : null, cancellationToken);

    /// <inheritdoc/>
    public Task SettleAsync(DateOnly day, long taken, ModelUsage used, CancellationToken cancellationToken) =>
        ChangeAsync(day, known => known + used with { InputTokens = used.InputTokens - taken }, cancellationToken);

    /// <inheritdoc/>
    public async Task<string?> FindAsync(string key, CancellationToken cancellationToken) => (await RowAsync(Answers, key, cancellationToken))?.Read<string>();

    /// <inheritdoc/>
    public async Task KeepAsync(string key, string answer, CancellationToken cancellationToken)
    {
        var json = JsonColumns.Write(answer);
        // A longer one, which no model of this size gives, is only paid for again.
        if (json.Length > JsonColumns.Most) return;
        await BeThereAsync(cancellationToken);
        await _table.UpsertEntityAsync(new TableEntity(Answers, key).With(json), TableUpdateMode.Replace, cancellationToken);
    }

    private static string Name(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ModelUsage Usage(TableEntity? row) => row is null ? ModelUsage.None : new(row.GetInt64("Requests") ?? 0, row.GetInt64("InputTokens") ?? 0, row.GetInt64("OutputTokens") ?? 0);

    private async Task<TableEntity?> RowAsync(string partition, string row, CancellationToken cancellationToken)
    {
        await BeThereAsync(cancellationToken);
        return await _table.FindAsync(partition, row, cancellationToken);
    }

    // Twice at once does no harm.
    private async Task BeThereAsync(CancellationToken cancellationToken)
    {
        if (_isThere) return;
        await _table.CreateIfNotExistsAsync(cancellationToken);
        _isThere = true;
    }

    // Hosts that ask at once see each other's change and try again: what was used is never forgotten.
    private async Task<bool> ChangeAsync(DateOnly day, Func<ModelUsage, ModelUsage?> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = await RowAsync(Days, Name(day), cancellationToken);
            if (change(Usage(row)) is not { } usage) return false;
            var written = new TableEntity(Days, Name(day)) { ["Requests"] = usage.Requests, ["InputTokens"] = usage.InputTokens, ["OutputTokens"] = usage.OutputTokens };
            var action = row is null ? new TableTransactionAction(TableTransactionActionType.Add, written) : new TableTransactionAction(TableTransactionActionType.UpdateReplace, written, row.ETag);
            if (await _table.TrySubmitAsync([action], cancellationToken)) return true;
        }
    }
}
