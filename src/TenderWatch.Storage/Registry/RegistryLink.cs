using Azure.Data.Tables;
using TenderWatch.Core.Procurements;

namespace TenderWatch.Storage;

/// <summary>What the registry holds around a notice, and the one transaction that links it.</summary>
internal sealed class RegistryLink
{
    public required NoticeRecord Notice { get; init; }

    /// <summary>The notice as it is stored.</summary>
    public required NoticeRow? Stored { get; init; }

    /// <summary>The procurement that the notice's own key names, which holds its row for ever.</summary>
    public required string? Home { get; init; }

    /// <summary>The procurements that share a key with the notice, or a new one.</summary>
    public required IReadOnlyList<ProcurementRow> Same { get; init; }

    public required IReadOnlyList<JoinKey> NewKeys { get; init; }

    /// <summary>What they become.</summary>
    public required Procurement Survivor { get; init; }

    public bool NewVersion => Stored?.Record.Version != Notice.Version;

    /// <summary>Whether no case has to be told: there is none, or it knows this version already.</summary>
    public bool Settled => !Survivor.HasCase || (Stored is { Record.Settled: true } && !NewVersion && Same.Any(row => row.Procurement.HasCase));

    public List<TableTransactionAction> Actions(bool withNotice)
    {
        var actions = NewKeys.Select(key => RegistryRows.Add(key, Survivor.Id)).ToList();
        if (withNotice && NoticeToStore() is { } notice) actions.AddRange([RegistryRows.Put(Home ?? Survivor.Id, notice, Stored), .. RegistryRows.PutUnitAwards(notice, Stored?.Record)]);

        var before = Same.Single(row => row.Procurement.Id == Survivor.Id);
        foreach (var row in Same)
        {
            if (row != before) actions.Add(RegistryRows.Put(row with { MergedInto = Survivor.Id, MergedBy = Notice.Key.ToString() }));
        }

        // Whatever is linked to a procurement changes its row too, so that a merge at the same time makes one of the two try again.
        var changed = before.Tag is null || before.Procurement.HasCase != Survivor.HasCase || before.Procurement.Merged.Count != Survivor.Merged.Count;
        if (changed || actions.Count > 0) actions.Add(RegistryRows.Put(before with { Procurement = Survivor }));
        return actions;
    }

    private NoticeRecord? NoticeToStore()
    {
        if (Stored is null) return Notice with { Settled = Settled };
        if (NewVersion) return Notice with { Settled = Settled, Earlier = EarlierVersion.Before(Stored.Record, Notice) };
        // The same bytes retrieved once more: the first time is what counts.
        var notice = Notice with { Documents = Stored.Record.Documents, Earlier = Stored.Record.Earlier, Settled = Settled };
        return JsonColumns.Write(notice) == JsonColumns.Write(Stored.Record) ? null : notice;
    }
}
