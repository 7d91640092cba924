using Nexus.Discord;

namespace Nexus.Bot.Hub;

/// <summary>
/// What a feature has going on around a page: open questions, ideas, teams. A feature registers one; the page's card shows them all.
/// </summary>
internal interface IPageActivity
{
    /// <summary>At most a handful, the liveliest first; empty when there is nothing. Awaits the database, never Discord.</summary>
    Task<IReadOnlyList<PageActivity>> AboutAsync(Snowflake guild, string slug, CancellationToken ct);
}

/// <param name="Text">One line of the bot's own words, such as "2 open questions"; user text in it is escaped already.</param>
/// <param name="Url">Where it is, when there is such a place.</param>
internal sealed record PageActivity(string Text, Uri? Url);
