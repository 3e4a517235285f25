using TenderWatch.Core.Languages;
using TenderWatch.Core.Texts;

namespace TenderWatch.Core.Reviews.Explanations.Aids;

/// <summary>
/// What stands where in the explanation of a price: an aid for those who assess it. It says which grounds have passages and which of what was asked has none; never whether the
/// explanation suffices. Its quotations are confidential as the explanation itself is.
/// </summary>
/// <param name="Reader">Name and version of what made it: <c>explanation-rules/1</c>.</param>
/// <param name="Grounds">The grounds, each once, in their order.</param>
/// <param name="Figures">The costs that were asked for or are named, in their order.</param>
/// <param name="ForeignSubsidies">Passages on subsidies of third countries, which belong to another track (Regulation (EU) 2022/2560).</param>
/// <param name="Other">Passages on prices and costs that fall under no ground: the list of grounds is open.</param>
/// <param name="Faults">What could not be read of the documents, in words for people; nothing of their content.</param>
public sealed record ExplanationAid(
    string Reader, IReadOnlyList<GroundReading> Grounds, IReadOnlyList<FigureReading> Figures, IReadOnlyList<AidPassage> ForeignSubsidies, IReadOnlyList<AidPassage> Other, IReadOnlyList<LocalizedText> Faults)
{
    /// <summary>Whether all of the document was read; where not, what seems to be missing may stand in the rest.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>Whether the request was read too; where not, every ground counts as asked, as the draft of the letter names all of them, and no figures do.</summary>
    public bool KnowsRequest { get; init; }
}

/// <summary>What is said of one ground.</summary>
/// <param name="Ground">The ground.</param>
/// <param name="IsAsked">Whether the request names it.</param>
/// <param name="Passages">The first passages, in the order of the text.</param>
/// <param name="Count">How many there are in all.</param>
public sealed record GroundReading(ExplainableGround Ground, bool IsAsked, IReadOnlyList<AidPassage> Passages, int Count)
{
    /// <summary>Whether something is said of it; that nothing is told of it is nothing.</summary>
    public bool IsAddressed => Passages.Any(passage => passage.Manner != PassageManner.Declined);

    /// <summary>Whether it was asked for and no passage is found.</summary>
    public bool IsOpen => IsAsked && !IsAddressed;
}

/// <summary>Whether figures of a cost are given.</summary>
/// <param name="Topic">The cost.</param>
/// <param name="Asked">Where the request asks for it; none where it does not.</param>
/// <param name="State">What was found.</param>
/// <param name="Passages">The first passages.</param>
public sealed record FigureReading(CostTopic Topic, IReadOnlyList<AidPassage> Asked, FigureState State, IReadOnlyList<AidPassage> Passages)
{
    /// <summary>Whether it was asked for and no figure is found.</summary>
    public bool IsOpen => Asked.Count > 0 && State is FigureState.Named or FigureState.Absent;
}

/// <summary>What was found of the figures of a cost.</summary>
public enum FigureState
{
    /// <summary>It is not named.</summary>
    Absent,

    /// <summary>It is named, and no figure stands in those sentences.</summary>
    Named,

    /// <summary>It is named in a workbook, whose figures are not read.</summary>
    InWorkbook,

    /// <summary>It is named with a figure.</summary>
    Given,
}

/// <summary>How the words of a passage speak of a ground.</summary>
public enum PassageManner
{
    /// <summary>Without negation.</summary>
    Plain,

    /// <summary>With a negation, whose meaning is left to the reader.</summary>
    Negated,

    /// <summary>It is named, and the words say that nothing is told of it.</summary>
    Declined,
}

/// <summary>A passage, verbatim.</summary>
/// <param name="Quote">Its words.</param>
/// <param name="Place">Where they stand.</param>
/// <param name="Manner">How they speak.</param>
/// <param name="HasFigure">Whether a figure stands in it.</param>
public sealed record AidPassage(string Quote, TextPlace Place, PassageManner Manner, bool HasFigure);

/// <summary>Reads explanations of prices: deterministic, without network.</summary>
public interface IExplanationReader
{
    /// <summary>What stands where in an explanation. Whatever the bytes are, this gives an answer.</summary>
    /// <param name="explanations">What the tenderer sent: PDF, HTML, DOCX, XLSX, text, or a ZIP of them.</param>
    /// <param name="requests">What was asked, as it was sent or in the buyer's words; none where that is not known.</param>
    ExplanationAid Read(IReadOnlyList<ReadOnlyMemory<byte>> explanations, IReadOnlyList<ReadOnlyMemory<byte>> requests);
}
