namespace Nexus.Bot.Hub;

/// <summary>What the hub has to say to a pasted error.</summary>
internal abstract record ErrorAnswer
{
    private ErrorAnswer()
    {
    }

    /// <summary>A line of the paste is known.</summary>
    /// <param name="Line">That line, cut to where the known words begin when it is long.</param>
    internal sealed record Known(HubPage Page, string Line, string Signature, IReadOnlyList<HubPage> Others) : ErrorAnswer;

    /// <summary>No line is known, but its words are those of one page beyond doubt.</summary>
    internal sealed record Likely(HubPage Page) : ErrorAnswer;

    /// <summary>Nothing fits; these are the nearest, perhaps none.</summary>
    internal sealed record Unknown(IReadOnlyList<HubPage> Nearest) : ErrorAnswer;
}
