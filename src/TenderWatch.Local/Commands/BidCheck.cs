using System.CommandLine;
using TenderWatch.Core.Bids;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Pictures;
using TenderWatch.Extraction.BidFiles;
using TenderWatch.Local.Output;
using TenderWatch.Hosting.Settings;

namespace TenderWatch.Local.Commands;

/// <summary><c>check BIDS</c>: the panel on bids from a file. They are confidential: nothing is stored, sent or logged.</summary>
internal static class BidCheck
{
    public static int Run(FileInfo file, BidOptions options, ParseResult parsed, bool json, FileInfo? picture, FileInfo? settings)
    {
        if (!file.Exists) return Wrong($"There is no file {file}.");
        if (SettingsLoader.Load(settings, asksSources: false, out var wrongSettings) is not { } loaded)
        {
            foreach (var fault in wrongSettings) Console.Error.WriteLine(fault);
            return ExitCodes.Usage;
        }

        var limits = loaded.Checks.Alt;
        BidTable table;
        try
        {
            using var stream = file.OpenRead();
            table = BidFileReader.Read(stream, options.Reading(parsed));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return Wrong($"The file {file} cannot be read: it is locked, not permitted or damaged.");
        }

        var language = options.Language(parsed);
        var lots = BidLot.Of(table, options.Purchase(parsed), limits);
        if (json) BidOutput.WriteJson(table, lots);
        else BidOutput.WriteText(Terminal.For(json: false), table, lots, limits, language);
        if (picture is not null && !Draw(picture, lots, language)) return ExitCodes.Usage;
        return table.Faults.Count == 0 && lots.All(lot => lot.Panel is not null) ? ExitCodes.Ok : ExitCodes.Fault;
    }

    // One file for each lot: FILE.svg where there is one lot, FILE-LOT.svg where there are several.
    private static bool Draw(FileInfo picture, IReadOnlyList<BidLot> lots, Language language)
    {
        try
        {
            foreach (var lot in lots.Where(lot => lot.Panel is not null))
            {
                var name = lots.Count == 1 ? picture.Name : $"{Path.GetFileNameWithoutExtension(picture.Name)}-{string.Concat(lot.Lot.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-'))}{picture.Extension}";
                var path = Path.Combine(picture.DirectoryName ?? ".", name);
                File.WriteAllText(path, BidPicture.Of(BidOutput.Title(lot, language), lot.Panel!, language));
                Console.Error.WriteLine($"Picture: {path}");
            }

            return true;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            Wrong($"The picture {picture} cannot be written: the folder is not there or not permitted.");
            return false;
        }
    }

    private static int Wrong(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return ExitCodes.Usage;
    }
}
