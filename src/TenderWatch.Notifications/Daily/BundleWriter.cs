using System.Globalization;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Watching;

namespace TenderWatch.Notifications.Daily;

/// <summary>Decides what is told of many cases together; mail and card only give it a form. What a line says of a case is what any reader sees, and that a step or an answer is due.</summary>
internal sealed class BundleWriter(IEnumerable<ICheck> checks, Uri publicBaseUrl, LocalizedText? banner)
{
    private const int MostLines = 25;

    private readonly Dictionary<string, LocalizedText> _names = checks.ToDictionary(check => check.Id, check => check.Name, StringComparer.Ordinal);

    public BundleDigest Write(Bundle bundle, Language language)
    {
        var text = Wording.For(language);
        var title = bundle.IsFlood
            ? BundleWords.Flood(bundle.Opened.Count + bundle.Changed.Count).In(language)
            : BundleWords.Daily.In(language) + " " + text.Date(DutchTime.DateOf(bundle.At));
        return new BundleDigest
        {
            Language = language,
            Subject = bundle.IsFlood ? $"[TenderWatch] {title}" : $"[TenderWatch] {title} – {BundleWords.Count(bundle).In(language)}",
            Title = title,
            Banner = banner is null ? null : PlainText.Line(banner.In(language), 300),
            Introduction = (bundle.IsFlood ? BundleWords.WhyFlood : BundleWords.Count(bundle)).In(language) + (bundle.IsFlood ? "" : "."),
            Sections = [.. Sections(bundle, text)],
            Page = new Uri(Base + "/"),
        };
    }

    private string Base => publicBaseUrl.AbsoluteUri.TrimEnd('/');

    private IEnumerable<BundleSection> Sections(Bundle bundle, Wording text)
    {
        BundleSection Cases(LocalizedText heading, IReadOnlyList<CaseState> cases, Func<CaseState, string> note) => new(
            heading.In(text.Language), [.. cases.Take(MostLines).Select(state => new BundleLine(Title(state), PageOf(state), PlainText.Line(note(state), 300)))], Math.Max(0, cases.Count - MostLines));
        if (bundle.Waiting.Count > 0) yield return Cases(BundleWords.Waiting, bundle.Waiting, _ => BundleWords.Step.In(text.Language));
        if (bundle.Due.Count > 0) yield return Cases(BundleWords.Due, bundle.Due, state => $"{TermWords.Until(state.Term!, text)}: {TermWords.What(state.Term!).In(text.Language)}");
        if (bundle.Opened.Count > 0) yield return Cases(BundleWords.Opened, bundle.Opened, state => Verdicts(state, text.Language));
        if (bundle.Changed.Count > 0) yield return Cases(BundleWords.Changed, bundle.Changed, state => Verdicts(state, text.Language));
        if (bundle.Sources.Count > 0)
            yield return new(BundleWords.Sources.In(text.Language), [.. bundle.Sources.Select(source => Line(source, text))], 0);
        if (bundle.Checkpoint is { } checkpoint) yield return new(BundleWords.Checkpoint.In(text.Language), [Line(checkpoint, text)], 0);
    }

    private string Verdicts(CaseState state, Language language)
    {
        if (state.Checks.Count == 0) return BundleWords.Unchecked.In(language);
        var gravest = state.Checks.Max(check => check.Verdict);
        var names = state.Checks.Where(check => check.Verdict == gravest).Select(check => _names.TryGetValue(check.Check, out var name) ? name.In(language) : check.Check);
        return VerdictWords.Of(gravest, language) + (gravest == Verdict.Clear ? "" : ": " + string.Join("; ", names));
    }

    private BundleLine Line(SourceHealth source, Wording text) => new(
        PlainText.Line(SourceWords.Name(source.Source).In(text.Language), 60),
        new Uri(Base + "/sources#source-" + Uri.EscapeDataString(source.Source)),
        PlainText.Line(SourceWords.Trouble(source).In(text.Language), 300));

    private static BundleLine Line(CheckpointReference checkpoint, Wording text) => new(
        string.Create(CultureInfo.InvariantCulture, $"{BundleWords.CheckpointNumber.In(text.Language)} {checkpoint.Number}"),
        null,
        string.Create(CultureInfo.InvariantCulture, $"{text.Moment(checkpoint.At)}, SHA-256 {checkpoint.Sha256.Hex}, {BundleWords.Key.In(text.Language)} {checkpoint.KeyId}. {BundleWords.KeepIt.In(text.Language)}"));

    private static string Title(CaseState state) => PlainText.Line(state.Title.Length > 0 ? state.Title : state.Id, 140) + (state.Buyers is [var buyer, ..] ? " – " + PlainText.Line(buyer, 60) : "");

    private Uri PageOf(CaseState state) => new(Base + "/cases/" + Uri.EscapeDataString(state.Id));
}
