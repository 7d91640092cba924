using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Index;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas;

/// <summary>How people name an idea in an option.</summary>
internal sealed class IdeaNames(NexusDb db, IdeaIndex index) : NumberedNames<Idea>
{
    /// <param name="description">At most 100 characters.</param>
    public static Option Option(string name, string description) => Routing.Option.Text(name, description, min: 1, max: 200).SuggestedBy<IdeaNames>();

    // What waits for review is named by its author and by mentors only, and from the message that offers it.
    protected override IQueryable<Idea> Known(Snowflake guild) =>
        db.In<Idea>(guild).Where(idea => idea.Number != null && idea.WasPublished && idea.Status != IdeaStatus.Withdrawn);

    protected override IOrderedQueryable<Idea> InOrder(IQueryable<Idea> known, Snowflake person) =>
        known.OrderBy(idea => idea.AuthorId == person ? 0 : 1).ThenByDescending(idea => idea.Number);

    protected override ValueTask<IReadOnlyList<long>> CompleteAsync(Snowflake guild, string typed, int most, CancellationToken ct) => index.CompleteAsync(guild, typed, most, ct);

    protected override async ValueTask<IReadOnlyList<long>> SearchAsync(Snowflake guild, string text, int most, CancellationToken ct) => (await index.SearchAsync(guild, text, most, ct)).Keys;

    protected override string State(Idea it) => IdeaText.Status(it.Status);
}
