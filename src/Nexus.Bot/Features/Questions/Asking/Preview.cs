using Nexus.Bot.Hub;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>What is known about a question before it is posted.</summary>
/// <param name="Earlier">Asked before, those with an answer first.</param>
/// <param name="Pages">Of the hub, that may answer it.</param>
internal sealed record Preview(IReadOnlyList<EarlierQuestion> Earlier, IReadOnlyList<HubPage> Pages)
{
    /// <summary>Nothing that could spare the question.</summary>
    public bool IsEmpty => Earlier.Count == 0 && Pages.Count == 0;
}
