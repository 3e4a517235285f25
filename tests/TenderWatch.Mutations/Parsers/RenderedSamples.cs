namespace TenderWatch.Mutations.Parsers;

/// <summary>Renderings in the markup of TenderNed, made up: the demonstration has none with several winners, in English, or of an older form.</summary>
public static class RenderedSamples
{
    /// <summary>Three winners in two lots.</summary>
    public static string TwoWinners { get; } = Table(
        Heading(1, "1. Koper"), Row("Officiële naam", "Gemeente"), Heading(1, "6. Resultaten"), Amount("Waarde van alle contracten toegekend in deze kennisgeving", "800 001"),
        Heading(2, "6.1 ID resultaat perceel: LOT-0000"), Heading(3, "6.1.2 Informatie over winnaars"), Only("Winnaar"), Row("Officiële naam", "A B.V."), Only("Inschrijving"), Amount("Waarde van de aanbesteding", "800 000"),
        Heading(2, "6.1 ID resultaat perceel: LOT-0001"), Heading(3, "6.1.2 Informatie over winnaars"), Only("Winnaar"), Row("Officiële naam", "[ B B.V. ] ---"), Amount("Waarde van de aanbesteding", "1.250.000,50"),
        Only("Winnaar"), Row("Officiële naam", "C B.V."), Amount("Waarde van de aanbesteding", "7"),
        Heading(1, "8. Organisaties"), Row("Officiële naam", "D B.V."), Row("Officiële naam", "A B.V."));

    /// <summary>An award in English with every kind of amount.</summary>
    public static string English { get; } = Table(
        Heading(1, "1. Buyer"), Row("Official name", "City"), Heading(1, "2. Procedure"), Amount("Estimated value excluding VAT", "1 234 567.89"), Amount("Maximum value of the framework agreement", "2 000 000"),
        Heading(1, "5. Lot"), Heading(2, "5.1 Lot: LOT-0001"), Amount("Estimated value excluding VAT", "1 200 000", "EUR"), Row("Duration", "48 Months"), Row("Deadline for receipt of tenders", "14/11/2025 17:00:00 (UTC+01:00)"),
        Heading(1, "6. Results"), Amount("Value of all contracts awarded in this notice", "1 000 000"), Amount("Maximum value of the framework agreements in this notice", "3 000 000"), Amount("Approximate value of the framework agreements", "2 500 000"),
        Heading(2, "6.1 Result lot identifier: LOT-0001"), Row("Winner selection status", "At least one winner was chosen."), Amount("Value of the lowest admissible tender", "900 000"), Amount("Value of the highest admissible tender", "1 100 000"),
        Heading(3, "6.1.2 Information about winners"), Only("Winner"), Row("Official name", "Firm Ltd"), Only("Tender"), Row("Identifier of lot or group of lots", "LOT-0001"), Amount("Value of the tender", "1 000 000"),
        Heading(3, "6.1.4 Statistical information"), Row("Type of received submissions", "Tenders"), Row("Number of tenders or requests to participate received", "4"),
        Heading(1, "8. Organisations"), Row("Official name", "Firm Ltd"), Row("Registration number", "05029249"), Row("Country", "Germany"));

    /// <summary>Section V of an older standard form.</summary>
    public static string OlderForm { get; } =
        "<h3>Afdeling I: <span>Dienst</span></h3><dl><dt>Officiële benaming:</dt><dd>Gemeente</dd></dl><h3>Afdeling V: <span>Gunning</span></h3>" + Contract("1", "A B.V.", "2 000 000,00", "1 800 000,00") + "<h3>Afdeling VI: x</h3>";

    /// <summary>An older standard form with several contracts.</summary>
    public static string OlderFormOfSeveral { get; } =
        "<h3>Afdeling I: <span>Dienst</span></h3><h3>Afdeling V: <span>Gunning</span></h3>" + Contract("1", "A B.V.", "-", "12.500.000,00") + "<h3>Afdeling V: <span>Gunning</span></h3>" + Contract("2", "B B.V.", "1,00", "7 500,5")
        + "<h3>Afdeling V: <span>Gunning</span></h3><p>Perceel nr.: 3</p><p>Een opdracht/perceel wordt gegund: nee</p><h3>Afdeling VI: x</h3>";

    private static string Contract(string lot, string name, string estimated, string total) =>
        $"<p>Perceel nr.: {lot}</p><h5>V.2.1) Datum van de sluiting van de overeenkomst: </h5><p>20/10/2022</p><p>Aantal inschrijvingen: 3</p><h5>V.2.3) Naam en adres van de contractant</h5><dl><dt>Offici&euml;le benaming:</dt><dd>{name}</dd></dl>"
        + $"<h5>V.2.4) Inlichtingen over de waarde</h5><p>Aanvankelijk geraamde totale waarde van de opdracht/het perceel: <br />{estimated}</p><p>Totale waarde van de opdracht/het perceel: {total}</p><p>Laagste offerte: 1 000,00</p><p>Hoogste offerte: 9 000 000,00</p><p>Munt: EUR</p>";

    private static string Row(string label, string value) =>
        $"<tr>\n <td><span class=\"label\">{label}</span><span class=\"text\">: </span></td>\n <td><span class=\"value\" aria-label=\"{label}\">{value}</span></td>\n</tr>\n";

    private static string Amount(string label, string number, string currency = "Euro") =>
        $"<tr>\n <td><span class=\"label\">{label}</span><span class=\"text\">: </span></td>\n <td><span class=\"value\">{number}</span><span class=\"text\"> </span><span class=\"dynamic-label\">{currency}</span></td>\n</tr>\n";

    private static string Only(string label) => $"<tr>\n <td colspan=\"2\"><span class=\"label\">{label}</span><span class=\"text\">:</span></td>\n</tr>\n";

    private static string Heading(int level, string text) => $"<tr class=\"header{level}\">\n <th colspan=\"2\">{text}</th>\n</tr>\n";

    private static string Table(params string[] rows) => $"<table><tbody>\n{string.Concat(rows)}</tbody></table>";
}
