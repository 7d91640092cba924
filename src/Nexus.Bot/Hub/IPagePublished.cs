namespace Nexus.Bot.Hub;

/// <summary>Hears, after it was saved, that a mentor took a suggestion into the hub.</summary>
internal interface IPagePublished
{
    Task PublishedAsync(PageSuggestion suggestion, CancellationToken ct);
}
