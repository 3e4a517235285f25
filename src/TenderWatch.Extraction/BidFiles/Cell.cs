namespace TenderWatch.Extraction.BidFiles;

/// <summary>What a cell holds.</summary>
internal enum CellKind
{
    Empty,
    Text,

    /// <summary>A number that the format itself knows as one; nothing about it is to be guessed.</summary>
    Number,

    /// <summary>A date, or a number that is shown as one.</summary>
    Date,

    /// <summary>A formula: its value is what some program last made of it, not what a person entered.</summary>
    Formula,
    Boolean,
    Error,
}

/// <summary>A cell.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">Its text, without spaces around it.</param>
/// <param name="Number">Its number, for <see cref="CellKind.Number"/>.</param>
internal readonly record struct Cell(CellKind Kind, string Text, decimal Number = 0)
{
    public static Cell Empty { get; } = new(CellKind.Empty, "");

    // A cell that begins with "=" is a formula to every spreadsheet program, whoever wrote it.
    public static Cell Of(string text) => text.Trim() switch
    {
        "" => Empty,
        ['=', ..] trimmed => new(CellKind.Formula, trimmed),
        var trimmed => new(CellKind.Text, trimmed),
    };
}

/// <summary>A row with its number in the file, from 1.</summary>
internal sealed record Row(int Number, IReadOnlyList<Cell> Cells)
{
    public Cell this[int column] => column < Cells.Count ? Cells[column] : Cell.Empty;

    public bool IsEmpty => Cells.All(cell => cell.Kind == CellKind.Empty);
}
