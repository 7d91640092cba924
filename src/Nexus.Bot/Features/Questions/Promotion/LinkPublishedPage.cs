using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Hub;

namespace Nexus.Bot.Features.Questions.Promotion;

/// <summary>The card of a question links to the page that was made of it as soon as a mentor has published that.</summary>
internal sealed class LinkPublishedPage(INexusDbFactory databases, QuestionLife life, ILogger<LinkPublishedPage> log) : IPagePublished
{
    public async Task PublishedAsync(PageSuggestion suggestion, CancellationToken ct)
    {
        if (QuestionPage.QuestionOf(suggestion.Origin) is not { } id)
        {
            return;
        }

        await using var db = databases.Create();
        if (await QuestionLife.FindAsync(db, suggestion.GuildId, id, ct) is { } question)
        {
            try
            {
                await life.SaveAsync(db, question, ct);
            }
            catch (DbUpdateConcurrencyException clash)
            {
                // Whatever changed it draws the card anew, with the page on it.
                log.LogDebug(clash, "Question {Question} changed while its page was published", id);
            }
        }
    }
}
