using System.CommandLine;
using TenderWatch.Core.Bids;
using TenderWatch.Core.Checks.AbnormallyLow.Panels;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Pictures;
using TenderWatch.Extraction.BidFiles;
using TenderWatch.Hosting.Settings;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary><c>check BIDS</c>: the panel on bids from a file. They are confidential: nothing is stored, sent or logged.</summary>
internal static class BidCheck
{
    public static int Run(FileInfo file, BidOptions options, ParseResult parsed, bool json, FileInfo? picture, FileInfo? settings)
    {
        if (SettingsLoader.Load(settings, asksSources: false, out var wrongSettings) is not { } loaded)
        {
            foreach (var fault in wrongSettings) Console.Error.WriteLine(fault);
            return ExitCodes.Usage;
        }

        var limits = loaded.Checks.Alt;
        if (Read(file, options.Reading(parsed)) is not { } table) return ExitCodes.Usage;
        var language = options.Language(parsed);
        var purchase = options.Purchase(parsed);
        if (options.Past(parsed) is { } pastFile)
        {
            if (Past(pastFile, options.Reading(parsed), language) is not { } past) return ExitCodes.Usage;
            purchase = purchase with { PastAwards = past };
        }

        var lots = BidLot.Of(table, purchase, limits);
        if (json) BidOutput.WriteJson(table, lots);
        else BidOutput.WriteText(Terminal.For(json: false), table, lots, limits, language);
        if (picture is not null && !Draw(picture, lots, language)) return ExitCodes.Usage;
        return table.Faults.Count == 0 && lots.All(lot => lot.Panel is not null) ? ExitCodes.Ok : ExitCodes.Fault;
    }

    private static BidTable? Read(FileInfo file, BidFileOptions reading)
    {
        if (!file.Exists)
        {
            Wrong($"There is no file {file}.");
            return null;
        }

        try
        {
            using var stream = file.OpenRead();
            return BidFileReader.Read(stream, reading);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            Wrong($"The file {file} cannot be read: it is locked, not permitted or damaged.");
            return null;
        }
    }

    // Half a history would give another median: with a fault there is none.
    private static IReadOnlyList<PastAward>? Past(FileInfo file, BidFileOptions reading, Language language)
    {
        if (Read(file, reading) is not { } table) return null;
        foreach (var fault in table.Faults) Wrong($"{file}: {fault.Located().In(language)}");
        var bare = table.Bids.FirstOrDefault(bid => bid.Quantity is null);
        if (bare is not null) Wrong($"{file}: {new BidFault("no-quantity", bare.Row, null, bare.Lot, new("een eerdere gunning heeft een hoeveelheid nodig, want vergeleken wordt de prijs per eenheid.", "a past award needs a quantity, for the price of a unit is compared.")).Located().In(language)}");
        return table.Faults.Count > 0 || bare is not null ? null : PastAwards.Of(table);
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
