namespace TenderWatch.Local.Output;

/// <summary>What the command line ends with; README.md lists them.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>Done, and something is wrong with what was looked at: a notice that cannot be read, evidence that does not verify.</summary>
    public const int Fault = 1;

    /// <summary>Wrong arguments or settings; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>Something the command needs is not there: Node.js, storage, a free port.</summary>
    public const int Unavailable = 3;

    /// <summary>Stopped by Ctrl-C before it was done; what was done stays done. What serves until Ctrl-C ends with <see cref="Ok"/>.</summary>
    public const int Interrupted = 130;
}
