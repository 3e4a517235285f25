using Markdig.Extensions.Tables;
using Markdig.Renderers;

namespace TenderWatch.Web.Rules;

/// <summary>A table that a narrow screen moves sideways within its own frame, which the keyboard reaches too.</summary>
internal sealed class RuleTable : HtmlTableRenderer
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        var heads = table.OfType<TableRow>().Where(row => row.IsHeader).ToList();
        var names = heads.SelectMany(row => row).Select(cell => RuleText.WordsOf(cell).Trim()).Where(name => name.Length > 0).ToList();
        // A heading of nothing is read out as nothing.
        if (names.Count == 0) foreach (var head in heads) table.Remove(head);
        renderer.Write("<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-label=\"").WriteEscape(names.Count == 0 ? "Table" : $"Table: {string.Join(", ", names)}").WriteLine("\">");
        base.Write(renderer, table);
        renderer.WriteLine("</div>");
    }
}
