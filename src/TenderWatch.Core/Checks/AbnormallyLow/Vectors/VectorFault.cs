namespace TenderWatch.Core.Checks.AbnormallyLow.Vectors;

/// <summary>Why a vector could not be run; the others are.</summary>
/// <param name="Code"><c>method</c> (unknown), <c>input</c> (cannot be read or reckoned with), <c>shape</c> (no vector).</param>
/// <param name="Message">What is wrong, where, and what is allowed.</param>
public sealed record VectorFault(string Code, string Message);
