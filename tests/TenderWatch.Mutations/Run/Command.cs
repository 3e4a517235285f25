using System.Globalization;

namespace TenderWatch.Mutations.Run;

/// <summary>What the command line asks for.</summary>
internal sealed record Command
{
    public const string Usage = """
        Feeds the parsers of untrusted input with mutations of real and made-up documents.

          dotnet run -c Release --project tests/TenderWatch.Mutations -- [--parser NAME] [--count 100000] [--seed 1] [--from 0] [--keep FOLDER]
          dotnet run -c Release --project tests/TenderWatch.Mutations -- --parser NAME --replay FILE

        The same seed gives the same mutations; --from N goes on at the N-th. What a parser answers wrongly is kept in the folder,
        and the exit code is 1.
        """;

    public string? Parser { get; private init; }

    public int Count { get; private init; } = 100_000;

    public int Seed { get; private init; } = 1;

    public int From { get; private init; }

    public string Keep { get; private init; } = "mutations";

    public string? Replay { get; private init; }

    /// <summary>Reads the arguments; <see langword="null"/> for what cannot be understood.</summary>
    public static Command? Read(string[] arguments)
    {
        var command = new Command();
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (i + 1 == arguments.Length) return null;
            var (name, value) = (arguments[i], arguments[i + 1]);
            var isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            switch (name)
            {
                case "--parser":
                    command = command with { Parser = value };
                    break;
                case "--replay":
                    command = command with { Replay = value };
                    break;
                case "--keep":
                    command = command with { Keep = value };
                    break;
                case "--count" when isNumber:
                    command = command with { Count = number };
                    break;
                case "--seed" when isNumber:
                    command = command with { Seed = number };
                    break;
                case "--from" when isNumber:
                    command = command with { From = number };
                    break;
                default:
                    return null;
            }
        }

        return command.Replay is not null && command.Parser is null ? null : command;
    }
}
