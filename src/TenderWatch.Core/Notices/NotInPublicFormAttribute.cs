namespace TenderWatch.Core.Notices;

/// <summary>Marks a fact that cases use but that the published JSON form of a notice does not have.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotInPublicFormAttribute : Attribute;
