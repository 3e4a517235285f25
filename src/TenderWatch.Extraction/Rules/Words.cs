namespace TenderWatch.Extraction.Rules;

/// <summary>The words that rules know, folded to lower case without accents.</summary>
internal static class Words
{
    public static HashSet<string> Set(string words) => new(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    /// <summary>Numbers in words. "een" alone is an article.</summary>
    public static IReadOnlyDictionary<string, int> Numbers { get; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["twee"] = 2,
        ["drie"] = 3,
        ["vier"] = 4,
        ["vijf"] = 5,
        ["zes"] = 6,
        ["zeven"] = 7,
        ["acht"] = 8,
        ["negen"] = 9,
        ["tien"] = 10,
        ["elf"] = 11,
        ["twaalf"] = 12,
        ["vijftien"] = 15,
        ["achttien"] = 18,
        ["twintig"] = 20,
        ["vierentwintig"] = 24,
        ["zesendertig"] = 36,
        ["achtenveertig"] = 48,
        ["zestig"] = 60,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["fifteen"] = 15,
        ["eighteen"] = 18,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
    };

    /// <summary>How often, in one word.</summary>
    public static IReadOnlyDictionary<string, int> Times { get; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["eenmaal"] = 1,
        ["eenmalig"] = 1,
        ["tweemaal"] = 2,
        ["driemaal"] = 3,
        ["viermaal"] = 4,
        ["vijfmaal"] = 5,
        ["zesmaal"] = 6,
        ["once"] = 1,
        ["twice"] = 2,
    };

    public static IReadOnlyDictionary<string, decimal> Scales { get; } = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["duizend"] = 1_000m,
        ["thousand"] = 1_000m,
        ["miljoen"] = 1_000_000m,
        ["mln"] = 1_000_000m,
        ["mio"] = 1_000_000m,
        ["million"] = 1_000_000m,
        ["millions"] = 1_000_000m,
        ["miljard"] = 1_000_000_000m,
        ["mld"] = 1_000_000_000m,
        ["mrd"] = 1_000_000_000m,
        ["billion"] = 1_000_000_000m,
    };

    public static IReadOnlyDictionary<string, char> TimeUnits { get; } = new Dictionary<string, char>(StringComparer.Ordinal)
    {
        ["jaar"] = 'Y',
        ["jaren"] = 'Y',
        ["year"] = 'Y',
        ["verlengingsjaren"] = 'Y',
        ["optiejaren"] = 'Y',
        ["years"] = 'Y',
        ["yr"] = 'Y',
        ["yrs"] = 'Y',
        ["jr"] = 'Y',
        ["maand"] = 'M',
        ["maanden"] = 'M',
        ["month"] = 'M',
        ["months"] = 'M',
        ["week"] = 'W',
        ["weken"] = 'W',
        ["weeks"] = 'W',
        ["dag"] = 'D',
        ["dagen"] = 'D',
        ["day"] = 'D',
        ["days"] = 'D',
        ["kalenderdagen"] = 'D',
    };

    public static IReadOnlySet<string> About { get; } =
        Set("circa ca ongeveer plusminus about approximately approx roughly around some verwacht verwachte verwachten geschat geschatte geraamd geraamde raming schatting estimated estimate expected anticipated indicatief indicatieve indicative");

    public static IReadOnlySet<string> AtLeast { get; } = Set("minimaal minimum minimale minstens minste tenminste least minder");

    public static IReadOnlySet<string> AtMost { get; } = Set("maximaal max maximum maximale hoogste most exceed exceeding plafond hooguit");
}
