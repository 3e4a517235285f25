using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Core.Texts;
using TenderWatch.Web.Access;

namespace TenderWatch.Web.Forms;

/// <summary>What officers say of facts from text on the page of a case.</summary>
internal sealed class FactForms(FactEntry entry)
{
    public async Task<IReadOnlyList<FormFault>> TakeAsync(string id, IFormCollection form, HttpContext context)
    {
        if (form.Text("fact") is not { } fact) return [new("fact", "Kies een feit.", "Choose a fact.")];
        if (!Enum.TryParse<FactAct>(form.Text("act"), ignoreCase: true, out var act) || !Enum.IsDefined(act)) return [new("act", "Kies wat u van het feit vindt.", "Choose what you say of the fact.")];
        // Whoever confirms and typed a value meant a correction, or did not: that is asked, not guessed.
        var draft = new FactDraft(fact, act) { Value = form.Text("value"), Unit = form.Text("unit"), Reason = form.Text("reason") };
        return (await entry.TakeAsync(id, draft, Person.Of(context.User).By, context.RequestAborted)).Fault switch
        {
            null => [],
            { Field: "value" or "unit" or "reason" } wrong => [new(wrong.Field, wrong.Words, [])],
            var fault => [new("fact", fault.Words, [])],
        };
    }
}
