using TenderWatch.Core.Languages;
using TenderWatch.Core.Watching;

namespace TenderWatch.Notifications.Digests;

/// <summary>Decides what is told about a source; mail and card only give it a form.</summary>
internal sealed class AlarmDigestWriter(Uri publicBaseUrl, LocalizedText? banner)
{
    private const int ShownDays = 5;

    public AlarmDigest Write(SourceAlarm alarm, Language language)
    {
        var (health, ended) = (alarm.Health, alarm.EndedAt is not null);
        var name = PlainText.Line(SourceWords.Name(health.Source).In(language), 60);
        var title = Title(name, health, ended).In(language);
        return new AlarmDigest
        {
            Language = language,
            Subject = $"[TenderWatch] {title}",
            Title = title,
            Banner = banner is null ? null : PlainText.Line(banner.In(language), 300),
            Introduction = PlainText.Line((ended ? Ended(name, alarm) : SourceWords.Trouble(health)).In(language), 500),
            Paragraphs = [.. Paragraphs(name, health, ended).Select(each => new DigestParagraph(each.Heading.In(language), PlainText.Line(each.Text.In(language), 500)))],
            Facts = [.. Facts(alarm, Wording.For(language))],
            Page = new Uri(publicBaseUrl.AbsoluteUri.TrimEnd('/') + "/sources"),
        };
    }

    private static LocalizedText Title(string name, SourceHealth health, bool ended) => (health.Condition, ended) switch
    {
        (SourceCondition.Silent, true) => new($"{name}: er komen weer publicaties", $"{name}: publications come in again"),
        (SourceCondition.Failing, false) => new($"Lezen van {name} mislukt: aankondigingen kunnen worden gemist", $"Reading {name} fails: notices may be missed"),
        (_, true) => new($"{name} wordt weer gelezen", $"{name} is read again"),
        (SourceCondition.Silent, _) => new($"{name} is stil: aankondigingen kunnen worden gemist", $"{name} is silent: notices may be missed"),
        (SourceCondition.Untrusted, _) => new($"{name} is niet te vertrouwen: aankondigingen kunnen worden gemist", $"{name} cannot be trusted: notices may be missed"),
        _ => new($"{name} wordt niet gelezen: aankondigingen kunnen worden gemist", $"{name} is not being read: notices may be missed"),
    };

    private static LocalizedText Ended(string name, SourceAlarm alarm) => LocalizedText.Of(
        nl => $"Wat wij op {nl.Moment(alarm.At)} over {name} meldden ({SourceWords.Condition(alarm.Health.Condition).Nl.ToLowerInvariant()}), is voorbij.",
        en => $"What we told about {name} on {en.Moment(alarm.At)} ({SourceWords.Condition(alarm.Health.Condition).En.ToLowerInvariant()}) is over.");

    private static IEnumerable<(LocalizedText Heading, LocalizedText Text)> Paragraphs(string name, SourceHealth health, bool ended)
    {
        if (ended)
        {
            yield return health is { Condition: SourceCondition.Silent, Since: { } since }
                ? (AlarmWords.ToDo, ReadAgain(health.Source, DutchTime.DateOf(since)))
                : (AlarmWords.Meaning, new(
                    $"TenderWatch leest verder waar het was gebleven: wat {name} intussen heeft gepubliceerd, wordt alsnog gelezen.",
                    $"TenderWatch reads on from where it was: what {name} has published meanwhile is still read."));
            yield break;
        }

        yield return (AlarmWords.Meaning, new(
            $"Zolang dit duurt, kunt u nieuwe aankondigingen, wijzigingen en gunningen van {name} missen. Wat al is gelezen, blijft staan.",
            $"While this lasts, you may miss new notices, changes and awards of {name}. What has been read already remains."));
        yield return (AlarmWords.ToDo, SourceWords.Advice(health));
    }

    // Days that were listed as empty count as read, and only the last ones are listed again.
    private static LocalizedText ReadAgain(string source, DateOnly since)
    {
        var command = FormattableString.Invariant($"tenderwatch backfill --source {source} --from {since:yyyy-MM-dd}");
        return new(
            $"De laatste dagen worden bij elke ronde opnieuw gelezen. Duurde de stilte langer dan een week, laat de beheerder de rest dan nalezen: {command}",
            $"The last days are read again in every run. If the silence lasted for more than a week, have whoever runs TenderWatch read the rest again: {command}");
    }

    private static IEnumerable<DigestFact> Facts(SourceAlarm alarm, Wording text)
    {
        var (health, language) = (alarm.Health, text.Language);
        DigestFact Moment(LocalizedText label, DateTimeOffset? at) => new(label.In(language), [at is { } moment ? text.Moment(moment) : AlarmWords.Never.In(language)]);
        yield return new(AlarmWords.Condition.In(language), [SourceWords.Condition(alarm.EndedAt is null ? health.Condition : SourceCondition.Well).In(language)]);
        if (alarm.EndedAt is { } end)
        {
            if (health.Since is { } begin) yield return new(SourceWords.Condition(health.Condition).In(language), [$"{text.Moment(begin)} – {text.Moment(end)}"]);
            yield break;
        }

        if (health.Since is not null) yield return Moment(AlarmWords.Since, health.Since);
        if (health.Condition != SourceCondition.Silent) yield return Moment(AlarmWords.LastNew, health.LastNew);
        if (health.Condition != SourceCondition.Behind) yield return Moment(AlarmWords.LastSuccess, health.LastSuccess);
        if (health.Failure is { } failure) yield return new(AlarmWords.Failure.In(language), [PlainText.Line(failure, 400)]);
        // Today has not ended: a small number would alarm for nothing.
        var days = health.Days.Skip(1).Where(day => day.Listed is not null || day.Usual is not null).Take(ShownDays).Select(day => SourceWords.Day(day, text)).ToArray();
        if (days.Length > 0) yield return new(AlarmWords.Days.In(language), days);
    }
}
