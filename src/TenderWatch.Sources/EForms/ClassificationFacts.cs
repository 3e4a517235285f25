namespace TenderWatch.Sources.EForms;

/// <summary>CPV codes.</summary>
internal static class ClassificationFacts
{
    private const int Digits = 8;

    /// <summary>The eight digits before the check digit, whatever the list name says.</summary>
    public static string? Cpv(this NoticeCursor xml)
    {
        if (xml.Code() is not { } code) return null;
        if (code.Length >= Digits && !code.AsSpan(0, Digits).ContainsAnyExceptInRange('0', '9') && (code.Length == Digits || code[Digits] == '-')) return code[..Digits];
        xml.Notes.Problem("not-a-cpv-code", "ItemClassificationCode does not begin with the eight digits of a CPV code.");
        return null;
    }
}
