namespace TenderWatch.Core.Languages;

/// <summary>What stands where something was deleted because the time for which it is kept was over.</summary>
public static class DeletedWords
{
    /// <summary>In the place of facts.</summary>
    public static LocalizedText Facts { get; } = new("Niet meer bewaard: de feiten zijn verwijderd volgens de bewaartermijn.", "No longer kept: the facts were deleted under retention.");

    /// <summary>In the place of findings.</summary>
    public static LocalizedText Findings { get; } = new("Niet meer bewaard: de bevindingen zijn verwijderd volgens de bewaartermijn.", "No longer kept: the findings were deleted under retention.");
}
