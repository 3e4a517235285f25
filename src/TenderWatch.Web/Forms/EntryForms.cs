using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Bids;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Web.Access;

namespace TenderWatch.Web.Forms;

/// <summary>The bids that people enter on the page of a case as a file, what they withdraw, the documents that they have retrieved, and the holds that they put on it.</summary>
internal sealed class EntryForms(BidEntry bids, WithdrawalEntry withdrawals, DocumentEntry documents, HoldEntry holds)
{
    internal static readonly IReadOnlyList<FormFault> NoFile = [new("file", "Kies een bestand dat niet leeg is.", "Choose a file that is not empty.")];

    public async Task<IReadOnlyList<FormFault>> BidsAsync(string id, IFormCollection form, HttpContext context)
    {
        if (await form.BytesAsync("file", context.RequestAborted) is not { Length: > 0 } content) return NoFile;
        NumberStyle? numbers = form.Text("numbers") switch { "dutch" => NumberStyle.Dutch, "english" => NumberStyle.English, _ => null };
        var currency = form.Text("currency")?.ToUpperInvariant();
        if (currency is not null && (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper)))
            return [new("currency", "Een munt is een code van drie letters, zoals EUR; laat leeg als het bestand haar noemt.", "A currency is a code of three letters, such as EUR; leave it empty where the file names it.")];
        return FileFaults(await bids.EnterAsync(id, content, new BidFileOptions { Currency = currency, Numbers = numbers }, By(context), context.RequestAborted));
    }

    public async Task<IReadOnlyList<FormFault>> WithdrawAsync(string id, IFormCollection form, HttpContext context) =>
        (await withdrawals.WithdrawAsync(id, form.Text("entry") ?? "", By(context), context.RequestAborted)).Fault is { } fault ? [new("entry", fault.Words, [])] : [];

    public async Task<IReadOnlyList<FormFault>> DocumentsAsync(string id, HttpContext context) =>
        (await documents.RetrieveAsync(id, By(context), context.RequestAborted)).Outcome.Fault is { } fault ? [new("documents", fault.Words, fault.Details)] : [];

    public async Task<IReadOnlyList<FormFault>> HoldAsync(string id, IFormCollection form, HttpContext context)
    {
        var reason = form.Text("reason") ?? "";
        var outcome = form.Text("act") switch
        {
            "place" => await holds.PlaceAsync(id, reason, By(context), context.RequestAborted),
            "release" => await holds.ReleaseAsync(id, reason, By(context), context.RequestAborted),
            _ => EntryOutcome.Refused(new("act", "act", "Kies of u de bewaarplicht oplegt of opheft.", "Choose whether you put the hold on it or release it.")),
        };
        return outcome.Fault is { } fault ? [new(fault.Field == "reason" ? "reason" : "act", fault.Words, [])] : [];
    }

    private static string By(HttpContext context) => Person.Of(context.User).By;

    internal static IReadOnlyList<FormFault> FileFaults(EntryOutcome outcome) => outcome.Fault switch
    {
        null => [],
        { Code: "content" } fault => [new("file", new LocalizedText("Het bestand kan niet worden gebruikt. Verbeter het en kies het opnieuw; er is niets ingevoerd.", "The file cannot be used. Correct it and choose it again; nothing was entered."), fault.Details)],
        var fault => [new("file", fault.Words, [])],
    };
}
