using System.CommandLine;
using System.Globalization;
using TenderWatch.Core.Reviews.Explanations;

namespace TenderWatch.Local.Commands;

/// <summary>The arguments and options of <c>explanation</c>, and what they say together.</summary>
internal sealed class ExplanationArguments
{
    private const int LongestReasons = 8000;
    private const int LongestName = 200;
    private const long LargestFile = 64 * 1024 * 1024;

    private static readonly string[] Grounds = ["price", "foreign-subsidies", "insufficient", "obligations", "state-aid"];

    private readonly Argument<string?> _step = new("step") { Description = "What is done; without it the procedures are shown", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _lot = new("--lot") { Description = "The lot as the finding names it: LOT-0001, or procurement", HelpName = "id" };
    private readonly Option<string?> _bid = new("--bid") { Description = "The tender: its id in the notice, or a number of your own that names nobody", HelpName = "id" };
    private readonly Option<string?> _due = new("--due") { Description = "The last day for the answer (request, extend, consult), as 2026-03-31", HelpName = "date" };
    private readonly Option<FileInfo?> _file = new("--file") { Description = "What was received or sent; kept as confidential evidence", HelpName = "file" };
    private readonly Option<string?> _reasons = new("--reasons") { Description = "The reasons in words; kept as confidential evidence", HelpName = "text" };
    private readonly Option<string[]> _ground = new("--ground") { Description = "request: price, foreign-subsidies; assess: obligations; reject: insufficient, obligations, state-aid", HelpName = "ground" };
    private readonly Option<string?> _by = new("--by") { Description = "Who takes the step; stands in the ledger", HelpName = "name" };

    public ExplanationArguments()
    {
        // Only a request with nothing but foreign subsidies leads to that track, so it is no word of its own.
        _step.AcceptOnlyFromAmong([.. Enum.GetValues<ExplanationStep>().Where(step => step != ExplanationStep.Refer).Select(step => step.ToString().ToLowerInvariant())]);
        _ground.AcceptOnlyFromAmong(Grounds);
    }

    public void AddTo(Command command)
    {
        command.Add(_step);
        foreach (var option in (Option[])[_lot, _bid, _due, _file, _reasons, _ground, _by]) command.Add(option);
    }

    public string? Lot(ParseResult parsed) => parsed.GetValue(_lot);

    public string? Bid(ParseResult parsed) => parsed.GetValue(_bid);

    /// <summary>The step, with what it needs; <see langword="null"/> with no fault where none is asked.</summary>
    public Asked? Step(ParseResult parsed, DateTimeOffset now, out string? fault)
    {
        fault = null;
        if (parsed.GetValue(_step) is not { } word) return null;
        var step = Enum.Parse<ExplanationStep>(word, ignoreCase: true);
        var by = string.Join(' ', (parsed.GetValue(_by) ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var (lot, bid, reasons) = (Lot(parsed), Bid(parsed), parsed.GetValue(_reasons)?.Trim());
        fault = !IsId(lot) ? "--lot needs the id of a lot: letters, digits, '-', '_' and '.', at most 40; or 'procurement'."
            : !IsId(bid) ? "--bid needs the id of a tender: letters, digits, '-', '_' and '.', at most 40."
            : by.Length is 0 or > LongestName || by.Any(char.IsControl) ? $"--by needs a name of 1 to {LongestName} characters."
            : reasons?.Length is 0 or > LongestReasons ? $"--reasons needs 1 to {LongestReasons} characters; hand in what is longer with --file."
            : null;
        var (due, grounds) = (Due(parsed, ref fault), parsed.GetValue(_ground) ?? []);
        var document = parsed.GetValue(_file) is { } file && fault is null ? Load(file, ref fault) : null;
        if (fault is not null) return null;

        var doubts = grounds.Where(ground => ground is "price" or "foreign-subsidies").Distinct(StringComparer.Ordinal)
            .Select(ground => ground == "price" ? DoubtGround.Price : DoubtGround.ForeignSubsidies).Order().ToList();
        var others = grounds.Where(ground => ground is not ("price" or "foreign-subsidies")).Distinct(StringComparer.Ordinal).ToList();
        var isRequest = step == ExplanationStep.Request;
        if ((isRequest ? others.Count : doubts.Count) > 0 || others.Count > 1)
        {
            fault = "--ground does not fit the step: request takes price and foreign-subsidies; assess takes obligations; reject takes one of insufficient, obligations, state-aid.";
            return null;
        }

        if (isRequest && doubts.Count == 0) doubts.Add(DoubtGround.Price);
        if (isRequest && doubts is [DoubtGround.ForeignSubsidies]) (step, due) = (ExplanationStep.Refer, null);
        RejectionGround? ground = others is [var only] ? Enum.Parse<RejectionGround>(only.Replace("-", "", StringComparison.Ordinal), ignoreCase: true) : null;
        return new Asked(lot!, bid!, new ExplanationTurn(step, now, by) { Due = due, Doubts = doubts, Ground = ground }, document, reasons);
    }

    /// <summary>The date, or <see langword="null"/> where none is given.</summary>
    public DateOnly? Due(ParseResult parsed, ref string? fault)
    {
        if (parsed.GetValue(_due) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        fault ??= $"--due is '{text}'; write the date as 2026-03-31.";
        return null;
    }

    public static bool IsId(string? text) => text is { Length: > 0 and <= 40 } && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.');

    private static byte[]? Load(FileInfo file, ref string? fault)
    {
        try
        {
            if (file.Length is > 0 and <= LargestFile) return File.ReadAllBytes(file.FullName);
            fault = $"{file.FullName} is empty, or larger than {LargestFile / 1024 / 1024} MiB. Nothing was entered.";
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            fault = $"{file.FullName} cannot be opened: it is not there, or not permitted. Nothing was entered.";
        }

        return null;
    }

    /// <summary>A step as it was asked.</summary>
    internal sealed record Asked(string Lot, string Bid, ExplanationTurn Turn, byte[]? Document, string? Reasons);
}
