namespace TenderWatch.Sources.EForms;

/// <summary>The facts of one element while the notice is still being read: languages and references are resolved at its end.</summary>
internal abstract class Draft
{
    private List<string>? _withheld;

    /// <summary>Its technical identifier.</summary>
    public string? Id { get; set; }

    /// <summary>Whether withheld fields inside are said to be "at" this element: a bid, a lot result or a lot.</summary>
    public virtual bool NamesWithheldFields => false;

    /// <summary>Notes that BT-195 names a field here.</summary>
    public void Withhold(string? field)
    {
        if (field is not null) (_withheld ??= []).Add(field);
    }

    /// <summary>Whether BT-195 names the field here.</summary>
    public bool Withholds(string field) => _withheld?.Contains(field, StringComparer.Ordinal) == true;
}
