namespace TenderWatch.Local.Hosting;

/// <summary>Something the command needs is not there. The message says what, and what to do.</summary>
internal sealed class UnavailableException(string message, Exception? cause = null) : Exception(message, cause);
