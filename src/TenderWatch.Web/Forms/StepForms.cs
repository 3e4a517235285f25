using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Core.Reviews.Explanations;
using TenderWatch.Web.Access;

namespace TenderWatch.Web.Forms;

/// <summary>The steps of the procedure on a low price, as officers take them on the page. A decision rests on the case as the page showed it.</summary>
internal sealed class StepForms(ExplanationEntry entry, CaseViews views)
{
    private static readonly FormFault Changed = new("form",
        "De zaak is gewijzigd nadat u haar las. Hieronder staat zij zoals zij nu is; wat u invulde staat er nog. Kijk haar na en neem dan uw besluit.",
        "The case has changed since you read it. Below it stands as it is now, with what you entered. Look at it again, then decide.");

    public async Task<IReadOnlyList<FormFault>> TakeAsync(string id, IFormCollection form, HttpContext context)
    {
        if (!Enum.TryParse<ExplanationStep>(form.Text("step"), ignoreCase: true, out var step) || !Enum.IsDefined(step)) return [new("form", "Deze stap is er niet. Open de zaak opnieuw.", "There is no such step. Open the case again.")];
        DateOnly? due = null;
        if (form.Text("due") is { } day)
        {
            if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return [new("due", "Schrijf de dag als 2026-03-31.", "Write the day as 2026-03-31.")];
            due = date;
        }

        var words = form.Text("answer");
        var document = await form.BytesAsync("document", context.RequestAborted);
        if (document is { Length: 0 }) return [new("document", "Dit bestand is leeg. Kies een ander.", "This file is empty. Choose another.")];
        if (document is not null && words is not null) return [new("document", "Kies een bestand of plak de tekst, niet allebei.", "Choose a file or paste the text, not both.")];
        var draft = new ExplanationDraft(form.Text("lot") ?? "", form.Text("bid") ?? "", step)
        {
            Due = due,
            Doubts = step is ExplanationStep.Request ? [.. form["doubts"].Select(Doubt).OfType<DoubtGround>()] : [],
            Ground = Enum.TryParse<RejectionGround>(form.Text("ground"), ignoreCase: true, out var ground) && Enum.IsDefined(ground) ? ground : null,
            Reasons = form.Text("reasons"),
            Document = document ?? (words is null ? null : Encoding.UTF8.GetBytes(words)),
        };
        var seen = step is ExplanationStep.Accept or ExplanationStep.Reject
            ? new SeenState(async () => await views.FindAsync(id, context.RequestAborted, context.User.MaySeeConfidential()) is { } view && Seen(view) == form.Text("seen"))
            : null;
        return (await entry.TakeAsync(id, draft, Person.Of(context.User).By, context.RequestAborted, seen)).Fault is { } fault ? [Of(fault)] : [];
    }

    /// <summary>The state of the case that a page shows.</summary>
    public static string Seen(CaseView view) => Representation.Of(view).ETag.Tag.Value!.Trim('"');

    private static DoubtGround? Doubt(string? name) => name switch { "price" => DoubtGround.Price, "foreignSubsidies" => DoubtGround.ForeignSubsidies, _ => null };

    private static FormFault Of(EntryFault fault) => fault.Code is "changed" or "waiting" ? Changed : new(
        FieldOf(fault), fault.Words, []);

    private static string FieldOf(EntryFault fault) => fault.Code switch
    {
        "no-date" or "date-past" or "date-too-far" or "not-later" => "due",
        "no-document" => "document",
        "no-ground" or "no-such-ground" or "no-breach-found" or "state-aid-not-consulted" => "ground",
        "no-reasons" or "no-comparison" => "reasons",
        "no-doubt" => "doubts",
        _ => fault.Field is "lot" or "bid" or "reasons" or "document" ? fault.Field : "form",
    };
}
