using TenderWatch.Core.Watching;

namespace TenderWatch.Core.Languages;

/// <summary>What is said about a source, on pages and in messages.</summary>
public static class SourceWords
{
    /// <summary>The name of a source.</summary>
    public static LocalizedText Name(string source) => source switch
    {
        "tenderned" => LocalizedText.Same("TenderNed"),
        "ted" => LocalizedText.Same("TED"),
        "mercell" => LocalizedText.Same("Mercell"),
        "file" => new("Bestand", "File"),
        Supply.CaseStatement.SourceName => new("Ingevoerd document", "Entered document"),
        Bids.CaseBids.SourceName => new("Ingevoerde inschrijvingen", "Entered tenders"),
        Checks.ForeignSubsidies.Filings.FsrFiling.SourceName => new("Ingevoerde indiening", "Entered filing"),
        _ => LocalizedText.Same(source),
    };

    /// <summary>A condition in a word or two.</summary>
    public static LocalizedText Condition(SourceCondition condition) => condition switch
    {
        SourceCondition.Well => new("In orde", "In order"),
        SourceCondition.Unread => new("Nog niet gelezen", "Not read yet"),
        SourceCondition.Silent => new("Stil", "Silent"),
        SourceCondition.Failing => new("Lezen mislukt", "Reading fails"),
        SourceCondition.Untrusted => new("Niet te vertrouwen", "Not to be trusted"),
        SourceCondition.Behind => new("Loopt achter", "Behind"),
        _ => new("Wordt niet gevolgd", "Not watched"),
    };

    /// <summary>What is wrong with a source, in one or two sentences; empty where nothing is. The words of a failure stand apart.</summary>
    public static LocalizedText Trouble(SourceHealth health)
    {
        var (nl, en) = (Name(health.Source).Nl, Name(health.Source).En);
        return health.Condition switch
        {
            SourceCondition.Silent => Silent(health),
            SourceCondition.Failing => LocalizedText.Of(
                text => $"{nl} kan {Since(text, health)} niet meer tot het einde worden gelezen.",
                text => $"{en} could not be read to its end {Since(text, health)}."),
            SourceCondition.Untrusted => new(
                $"{nl} geeft antwoord, maar niet op wat TenderWatch vraagt: de filters worden genegeerd. Zulke lijsten kunnen onvolledig zijn en worden daarom niet gelezen.",
                $"{en} answers, but not to what TenderWatch asks: the filters are ignored. Such lists may be incomplete and are therefore not read."),
            SourceCondition.Behind => LocalizedText.Of(
                text => $"{nl} is {Since(text, health)} niet gelezen, en geen fout zegt waarom.",
                text => $"{en} has not been read {Since(text, health)}, and no failure says why."),
            SourceCondition.Unread => new(
                $"{nl} is nog nooit gelezen, terwijl de dienst daar tijd genoeg voor had.",
                $"{en} has never been read, though the service had time enough for it."),
            _ => LocalizedText.Same(""),
        };
    }

    /// <summary>What the reader can do about it.</summary>
    public static LocalizedText Advice(SourceHealth health)
    {
        var (nl, en) = (Name(health.Source).Nl, Name(health.Source).En);
        return health.Condition switch
        {
            SourceCondition.Silent => new(
                $"Kijk op de website van {nl} of er sindsdien iets is gepubliceerd. Zo ja, meld het dan de beheerder van TenderWatch. Zo nee, dan hoeft u niets te doen.",
                $"Look on the website of {en} whether anything was published since. If so, tell whoever runs TenderWatch. If not, there is nothing to do."),
            SourceCondition.Untrusted => new(
                $"Zoek zolang zelf op de website van {nl}, en geef de foutmelding aan de beheerder van TenderWatch: de zoekvraag moet worden aangepast.",
                $"Until then, search on the website of {en} yourself, and give the error message to whoever runs TenderWatch: the query must be adapted."),
            SourceCondition.Failing => new(
                $"TenderWatch probeert het vanzelf opnieuw. Zoek zolang zelf op de website van {nl}, en geef de foutmelding aan de beheerder van TenderWatch.",
                $"TenderWatch tries again by itself. Until then, search on the website of {en} yourself, and give the error message to whoever runs TenderWatch."),
            _ => new(
                "Vraag de beheerder van TenderWatch de dienst (tenderwatch run) na te kijken en zo nodig opnieuw te starten.",
                "Ask whoever runs TenderWatch to look at the service (tenderwatch run) and to start it again where needed."),
        };
    }

    /// <summary>A day against the usual: <c>18 november 2026: 73 (gewoonlijk 81)</c>.</summary>
    public static string Day(DayHealth day, Wording text) => $"{text.Date(day.Day)}: {Count(day).In(text.Language)}";

    /// <summary>How many publications a day had, against the usual: <c>73 (gewoonlijk 81)</c>.</summary>
    public static LocalizedText Count(DayHealth day)
    {
        LocalizedText Part(string nl, string en) => new(nl, en);
        var listed = (day.Listed, day.Read) switch
        {
            ({ } count, true) => LocalizedText.Of(nl => nl.Number(count), en => en.Number(count)),
            ({ } count, false) => LocalizedText.Of(nl => $"{nl.Number(count)}, niet tot het einde gelezen", en => $"{en.Number(count)}, not read to the end"),
            (null, true) => Part("niet geteld", "not counted"),
            _ => Part("niet gelezen", "not read"),
        };
        var usual = day.Usual is { } number ? LocalizedText.Of(nl => $" (gewoonlijk {nl.Number(number)})", en => $" (usual {en.Number(number)})") : LocalizedText.Same("");
        var few = day.FarTooFew ? Part(", veel te weinig", ", far too few") : LocalizedText.Same("");
        return new(listed.Nl + usual.Nl + few.Nl, listed.En + usual.En + few.En);
    }

    private static LocalizedText Silent(SourceHealth health)
    {
        var (nl, en) = (Name(health.Source).Nl, Name(health.Source).En);
        return health.Expected is { } expected
            ? LocalizedText.Of(
                text => $"{nl} geeft antwoord, maar {Since(text, health)} is er niets nieuws gezien. Gewoonlijk waren er in die tijd ongeveer {text.Number(expected)} publicaties.",
                text => $"{en} answers, but nothing new has been seen {Since(text, health)}. Usually there would have been about {text.Number(expected)} publications in that time.")
            : LocalizedText.Of(
                text => $"{nl} geeft antwoord, maar {Since(text, health)} is er niets nieuws gezien: {text.Number(Silence.QuietWorkingDays)} werkdagen of langer.",
                text => $"{en} answers, but nothing new has been seen {Since(text, health)}: for {text.Number(Silence.QuietWorkingDays)} working days or more.");
    }

    private static string Since(Wording text, SourceHealth health) => (text.Language, health.Since) switch
    {
        (Language.Nl, { } since) => "sinds " + text.Moment(since),
        (_, { } since) => "since " + text.Moment(since),
        (Language.Nl, null) => "sinds het begin",
        _ => "since the beginning",
    };
}
