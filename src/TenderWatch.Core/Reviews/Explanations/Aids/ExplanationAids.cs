using System.Text;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Access;
using TenderWatch.Core.Evidence.Tombstones;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Reviews.Explanations.Aids;

/// <summary>The aid for an explanation that is stored with a case. What is read of it is recorded first.</summary>
/// <param name="evidence">The store.</param>
/// <param name="reading">The door to what is confidential.</param>
/// <param name="papers">Drafts the letter.</param>
/// <param name="reader">Reads explanations.</param>
public sealed class ExplanationAids(IEvidenceStore evidence, ConfidentialReading reading, ExplanationPapers papers, IExplanationReader reader)
{
    /// <summary>Whether there is an explanation to read.</summary>
    /// <param name="procedure">The procedure on a price.</param>
    public static bool HasExplanation(ExplanationProcedure procedure)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        return Received(procedure).Any();
    }

    /// <summary>Reads what the tenderer sent, beside the letter as it was sent; where that was not stored, beside its draft.</summary>
    /// <param name="view">The case, read with what is confidential.</param>
    /// <param name="procedure">The procedure.</param>
    /// <param name="person">Who reads.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="AccessNotRecordedException">The access could not be recorded.</exception>
    public async Task<ExplanationAid> ReadAsync(CaseView view, ExplanationProcedure procedure, Reader person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        Digest[] received = [.. Received(procedure).Distinct()];
        Digest[] sent = [.. procedure.Turns.Where(turn => turn.Step is ExplanationStep.Request or ExplanationStep.Consult).Select(turn => turn.Document).OfType<Digest>().Distinct()];
        await reading.ReadDocumentsAsync(view, person, [.. received, .. sent], cancellationToken);
        await reading.ReadPapersAsync(view, person, cancellationToken);
        var faults = new List<LocalizedText>();
        var explanations = await BytesAsync(received, faults, cancellationToken);
        var requests = await BytesAsync(sent, faults, cancellationToken);
        if (requests.Count == 0)
        {
            var letter = await papers.LetterAsync(view, procedure.Lot, procedure.Bid, null, null, cancellationToken);
            requests = [Encoding.UTF8.GetBytes(letter.In(Language.Nl)), Encoding.UTF8.GetBytes(letter.In(Language.En))];
        }

        var aid = reader.Read(explanations, requests);
        return aid with { Faults = [.. faults, .. aid.Faults], IsWhole = aid.IsWhole && faults.Count == 0, KnowsRequest = sent.Length > 0 };
    }

    private static IEnumerable<Digest> Received(ExplanationProcedure procedure) => procedure.Turns.Where(turn => turn.Step == ExplanationStep.Receive).Select(turn => turn.Document).OfType<Digest>();

    private async Task<IReadOnlyList<ReadOnlyMemory<byte>>> BytesAsync(IEnumerable<Digest> documents, List<LocalizedText> faults, CancellationToken cancellationToken)
    {
        var read = new List<ReadOnlyMemory<byte>>();
        foreach (var document in documents)
        {
            try
            {
                read.Add((await evidence.GetConfidentialAsync(document, cancellationToken)).Content);
            }
            catch (EvidenceDeletedException deleted)
            {
                faults.Add(TombstoneWords.Of(deleted.Tombstone));
            }
            catch (EvidenceException)
            {
                faults.Add(new(
                    "Opgeslagen bytes ontbreken of zijn gewijzigd: vraag de beheerder 'tenderwatch verify' te draaien.", "Stored bytes are absent or were altered: have the engineer run 'tenderwatch verify'."));
            }
        }

        return read;
    }
}
