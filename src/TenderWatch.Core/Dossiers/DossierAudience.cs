namespace TenderWatch.Core.Dossiers;

/// <summary>For whom a dossier is made.</summary>
public enum DossierAudience
{
    /// <summary>Anybody: without confidential evidence, which is named by its digest and the reason.</summary>
    Public,

    /// <summary>The contracting entity: everything.</summary>
    Internal,
}
