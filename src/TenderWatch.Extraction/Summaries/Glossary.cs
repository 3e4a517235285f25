namespace TenderWatch.Extraction.Summaries;

/// <summary>
/// Words whose meaning decides what a sentence says of a purchase, in both languages. Those of <see cref="Anchors"/> must follow each other in a translation as they do in its source,
/// those of <see cref="Terms"/> must stand in both or in neither.
/// </summary>
internal static class Glossary
{
    /// <summary>Units, scales, months and countries: by folded word, the same name in both languages.</summary>
    public static IReadOnlyDictionary<string, string> Anchors { get; } = Read(
        """
        year: jaar jaren jarig jarige year years annual annually yearly jaarlijks jaarlijkse
        month: maand maanden month months monthly maandelijks maandelijkse
        week: week weken weeks weekly wekelijks wekelijkse
        day: dag dagen day days daily dagelijks dagelijkse werkdag werkdagen kalenderdag kalenderdagen
        hour: uur uren hour hours
        minute: minuut minuten minute minutes
        thousand: duizend thousand
        hundred: honderd hundred
        million: miljoen mln mio million
        billion: miljard mld mrd billion
        dozen: dozijn dozen
        half: half halve helft
        quarter: kwart kwartaal kwartalen quarter quarters quarterly
        double: dubbel dubbele double twice tweemaal verdubbeling
        triple: drievoud drievoudig driemaal triple thrice
        EUR: euro eur € euros
        USD: dollar dollars usd $
        GBP: pond gbp £ pound pounds
        %: % procent percent
        january: januari january
        february: februari february
        march: maart march
        april: april
        may-month: mei
        june: juni june
        july: juli july
        august: augustus august
        september: september
        october: oktober october
        november: november
        december: december
        monday: maandag monday
        tuesday: dinsdag tuesday
        wednesday: woensdag wednesday
        thursday: donderdag thursday
        friday: vrijdag friday
        saturday: zaterdag saturday
        sunday: zondag sunday
        first: eerste first
        second: tweede second
        third: derde third
        fourth: vierde fourth
        fifth: vijfde fifth
        sixth: zesde sixth
        seventh: zevende seventh
        eighth: achtste eighth
        ninth: negende ninth
        tenth: tiende tenth
        one-and-a-half: anderhalf anderhalve
        couple: paar couple
        both: beide beiden both
        netherlands: nederland netherlands
        dutch: nederlands nederlandse dutch
        belgium: belgie belgium
        belgian: belgisch belgische belgian
        germany: duitsland germany
        german: duits duitse german
        france: frankrijk france
        french: frans franse french
        european: europees europese european
        chinese: chinees chinese
        km: km kilometer kilometers kilometre kilometres
        metre: m meter meters metre metres
        m2: m2 m² vierkante square
        m3: m3 m³ kubieke cubic
        tonne: ton tonnen tonne tonnes tons
        piece: stuk stuks piece pieces
        """);

    /// <summary>Terms of duty, permission, measure and procedure.</summary>
    public static IReadOnlyDictionary<string, string> Terms { get; } = Read(
        """
        must: moet moeten dient dienen verplicht verplichte verplichting vereist vereiste must shall required mandatory obliged obligation obligatory
        may: mag mogen kan kunnen optie opties optioneel optionele mogelijk mogelijke mogelijkheid may can could option options optional possible possibly possibility able
        least: minimaal minimum minimale minstens minste tenminste least
        most: maximaal maximum maximale hooguit hoogste most
        about: circa ca ongeveer geschat geschatte geraamd geraamde raming verwacht verwachte indicatief indicatieve about approximately approx estimated estimate expected around indicative roughly
        more: meer more
        less: minder less fewer
        only: alleen uitsluitend slechts enkel only solely exclusively
        including: inclusief incl including inclusive included
        excluding: exclusief excl excluding exclusive excluded
        award: gegund gegunde gunning gunnen gunt award awarded awarding awards
        cancel: ingetrokken intrekking geannuleerd cancelled canceled cancellation withdrawn
        reject: afgewezen afwijzing rejected rejection
        renew: verlengen verlengd verlenging verlengingen renew renewed renewal renewals extend extended extension extensions prolong prolonged
        lot: perceel percelen lot lots
        contractor: opdrachtnemer opdrachtnemers contractor contractors
        client: opdrachtgever opdrachtgevers client clients principal
        framework: raamovereenkomst raamovereenkomsten raamcontract framework frameworks
        agreement: overeenkomst overeenkomsten agreement agreements
        tenderer: inschrijver inschrijvers tenderer tenderers bidder bidders
        supplier: leverancier leveranciers supplier suppliers
        candidate: gegadigde gegadigden candidate candidates
        """);

    private static Dictionary<string, string> Read(string table) => table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(": ")).SelectMany(line => line[1].Split(' '), (line, word) => (Name: line[0], Word: word)).ToDictionary(pair => pair.Word, pair => pair.Name, StringComparer.Ordinal);
}
