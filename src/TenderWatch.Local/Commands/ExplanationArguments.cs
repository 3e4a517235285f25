using System.CommandLine;
using System.Globalization;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Core.Reviews.Explanations;

namespace TenderWatch.Local.Commands;

/// <summary>The arguments and options of <c>explanation</c>, and what they say together.</summary>
internal sealed class ExplanationArguments
{
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

    public string By(ParseResult parsed) => parsed.GetValue(_by) ?? "";

    /// <summary>The step, with what it needs; <see langword="null"/> with no fault where none is asked.</summary>
    public ExplanationDraft? Step(ParseResult parsed, out string? fault)
    {
        fault = null;
        if (parsed.GetValue(_step) is not { } word) return null;
        var step = Enum.Parse<ExplanationStep>(word, ignoreCase: true);
        var (due, grounds) = (Due(parsed, ref fault), parsed.GetValue(_ground) ?? []);
        var document = parsed.GetValue(_file) is { } file && fault is null ? Load(file, ref fault) : null;
        if (fault is not null) return null;

        var doubts = grounds.Where(IsDoubt).Select(ground => ground == "price" ? DoubtGround.Price : DoubtGround.ForeignSubsidies).ToList();
        var others = grounds.Where(ground => !IsDoubt(ground)).Distinct(StringComparer.Ordinal).ToList();
        if ((step == ExplanationStep.Request ? others.Count : doubts.Count) > 0 || others.Count > 1)
        {
            fault = "--ground does not fit the step: request takes price and foreign-subsidies; assess takes obligations; reject takes one of insufficient, obligations, state-aid.";
            return null;
        }

        RejectionGround? ground = others is [var only] ? Enum.Parse<RejectionGround>(only.Replace("-", "", StringComparison.Ordinal), ignoreCase: true) : null;
        return new ExplanationDraft(Lot(parsed) ?? "", Bid(parsed) ?? "", step) { Due = due, Doubts = doubts, Ground = ground, Document = document, Reasons = parsed.GetValue(_reasons) };
    }

    /// <summary>The date, or <see langword="null"/> where none is given.</summary>
    public DateOnly? Due(ParseResult parsed, ref string? fault)
    {
        if (parsed.GetValue(_due) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        fault ??= $"--due is '{text}'; write the date as 2026-03-31.";
        return null;
    }

    private static bool IsDoubt(string ground) => ground is "price" or "foreign-subsidies";

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
}
