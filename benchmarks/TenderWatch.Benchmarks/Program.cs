using TenderWatch.Benchmarks;

if (args is ["screen"])
{
    OcdsScreening.Run(Console.Out);
    return 0;
}

var folder = args.Length > 0 ? args[0] : Path.Combine("..", "shared", "data", "eforms");
if (!Directory.Exists(folder))
{
    Console.Error.WriteLine($"No folder {folder}: name the folder of eForms notices to read, or 'screen' to measure the screening of OCDS releases.");
    return 1;
}

EformsExtraction.Run(folder, Console.Out);
return 0;
