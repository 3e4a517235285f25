using System.CommandLine;
using TenderWatch.Benchmarks;
using TenderWatch.Benchmarks.Extraction;
using TenderWatch.Benchmarks.Replay;
using TenderWatch.Benchmarks.Verifying;

var data = new Option<DirectoryInfo>("--data") { Description = "The real notices: a folder with eforms/ and ted-legacy/", HelpName = "folder", DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("..", "shared", "data")), Recursive = true };
data.AcceptExistingOnly();

var extraction = new Command("extraction", "Extraction against a bare pass of XmlReader and against XDocument with XPath, as ratios");
extraction.SetAction(parsed => ExtractionCommand.Run(parsed.GetRequiredValue(data).FullName, Console.Out));

var micro = new Command("micro", "The same under BenchmarkDotNet, with spread and allocations");
micro.SetAction(parsed => MicroCommand.Run(parsed.GetRequiredValue(data).FullName));

var notices = new Option<int>("--notices") { Description = "How many are replayed, in ten phases", HelpName = "N", DefaultValueFactory = _ => 10_000 };
var memory = new Option<bool>("--memory") { Description = "Azurite keeps its data in memory" };
var replay = new Command("replay", "Notices made of the real ones, taken in onto an Azurite of its own") { notices, memory };
replay.SetAction((parsed, _) => ReplayCommand.RunAsync(parsed.GetRequiredValue(data).FullName, parsed.GetValue(notices), parsed.GetValue(memory), Console.Out));

var screen = new Command("screen", "Bulk screening of OCDS releases that it makes itself, against a plain pass of JsonDocument");
screen.SetAction(_ => OcdsScreening.Run(Console.Out));

var cases = new Option<int>("--cases") { Description = "How many there are, and a tenth of them", HelpName = "N", DefaultValueFactory = _ => 100_000 };
var verifying = new Command("verifying", "Checkpoints and verify of a copy in a folder that it makes itself, a tenth of the cases against all of them") { cases };
verifying.SetAction((parsed, _) => VerifyingCommand.RunAsync(parsed.GetValue(cases), Console.Out));

return await new RootCommand("How fast TenderWatch is, as ratios within one run; see docs/performance.md.") { data, extraction, micro, replay, screen, verifying }.Parse(args).InvokeAsync();
