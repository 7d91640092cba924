namespace Nexus.Bot.Hub;

/// <summary>What the hub has to say to a question.</summary>
internal abstract record HubAnswer
{
    private HubAnswer()
    {
    }

    /// <summary>A page answers it.</summary>
    /// <param name="Others">Pages that fit about as well.</param>
    /// <param name="Corrected">How the question was read when a typing slip was corrected.</param>
    internal sealed record Found(HubPage Page, IReadOnlyList<HubPage> Others, string? Corrected) : HubAnswer;

    /// <summary>None does; these are the nearest, perhaps none.</summary>
    internal sealed record NotInTheHub(IReadOnlyList<HubPage> Nearest) : HubAnswer;
}
