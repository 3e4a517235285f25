using Microsoft.AspNetCore.Components;
using TenderWatch.Web.Parts;

namespace TenderWatch.Web.Forms;

/// <summary>A form on the page of a case: what was entered before and what was wrong with it.</summary>
public abstract class FormPart : Part
{
    /// <summary>The case.</summary>
    [Parameter, EditorRequired] public CasePageModel Case { get; set; } = null!;

    internal CaseForm? Sent(string form) => Case.Form?.Name == form ? Case.Form : null;

    internal string? Value(string form, string field) => Sent(form)?.Values.GetValueOrDefault(field);

    internal bool Has(string form, string field, string value) => Value(form, field)?.Split(',').Contains(value, StringComparer.Ordinal) == true;

    internal FormFault? Fault(string form, string field) => Sent(form)?.Faults.FirstOrDefault(fault => fault.Field == field);

    internal string? Invalid(string form, string field) => Fault(form, field) is null ? null : "true";

    internal string Described(string form, string field) => $"{CaseForm.IdOf(form, field)}-hint" + (Fault(form, field) is null ? "" : $" {CaseForm.IdOf(form, field)}-fault");

    internal string Action(string what) => Page.Link($"/cases/{Case.View.State.Id}/{what}");
}
