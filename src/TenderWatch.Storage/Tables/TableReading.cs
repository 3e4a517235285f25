using Azure;
using Azure.Data.Tables;

namespace TenderWatch.Storage;

/// <summary>Reading and changing rows.</summary>
internal static class TableReading
{
    public const int MostOperations = 100;

    public static async Task<TableEntity?> FindAsync(this TableClient table, string partition, string row, CancellationToken cancellationToken)
    {
        var answer = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellationToken);
        return answer.HasValue ? answer.Value : null;
    }

    public static async Task<List<TableEntity>> ListAsync(
        this TableClient table, string filter, CancellationToken cancellationToken, IEnumerable<string>? columns = null)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: columns, cancellationToken: cancellationToken)) rows.Add(row);
        return rows;
    }

    /// <summary>Changes rows of one partition together, or none of them when another writer changed one in the meantime.</summary>
    public static async Task<bool> TrySubmitAsync(this TableClient table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (RequestFailedException conflict) when (conflict.Status is 404 or 409 or 412 && conflict.ErrorCode != "TableNotFound")
        {
            return false;
        }
    }
}
