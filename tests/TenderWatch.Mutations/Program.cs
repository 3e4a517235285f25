using TenderWatch.Mutations.Parsers;
using TenderWatch.Mutations.Run;

if (Command.Read(args) is not { } command)
{
    Console.Error.WriteLine(Command.Usage);
    return 2;
}

var parsers = AllParsers.List.Where(parser => command.Parser is null || parser.Name == command.Parser).ToList();
if (parsers.Count == 0)
{
    Console.Error.WriteLine($"There is no parser '{command.Parser}'. There are: {string.Join(", ", AllParsers.List.Select(parser => parser.Name))}.");
    return 2;
}

var violations = 0;
foreach (var parser in parsers)
{
    var tally = command.Replay is { } file
        ? Campaign.Replay(parser, File.ReadAllBytes(file))
        : Campaign.Run(parser, command.Seed, command.From, command.Count, number =>
        {
            if (number % 10_000 == 9_999) Console.Error.WriteLine($"{parser.Name}: {number + 1} done; go on with --parser {parser.Name} --seed {command.Seed} --from {number + 1}");
        });
    Console.WriteLine(tally);
    violations += tally.Violations.Count;
    foreach (var violation in tally.Violations.Take(5))
    {
        Directory.CreateDirectory(command.Keep);
        var kept = Path.GetFullPath(Path.Combine(command.Keep, $"{violation.Parser}-{command.Seed}-{violation.Number}.bin"));
        if (command.Replay is null) File.WriteAllBytes(kept, violation.Input);
        Console.WriteLine($"  mutation {violation.Number}: {violation.Text}");
        Console.WriteLine($"  replay: dotnet run -c Release --project tests/TenderWatch.Mutations -- --parser {violation.Parser} --replay {command.Replay ?? kept}");
    }
}

return violations == 0 ? 0 : 1;
