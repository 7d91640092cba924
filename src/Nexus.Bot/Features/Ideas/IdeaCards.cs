using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas;

/// <summary>Reads ideas as everything that shows them sees them.</summary>
internal sealed class IdeaCards(NexusDb db)
{
    /// <summary>All merges of a server.</summary>
    public async Task<MergeLinks> LinksAsync(Snowflake guild, CancellationToken ct) => new(await db.In<Idea>(guild)
        .Where(idea => idea.MergedIntoId != null)
        .Select(idea => new { idea.Id, Into = idea.MergedIntoId!.Value }) // as they are saved, not as a tracked row was read
        .ToDictionaryAsync(link => link.Id, link => link.Into, ct));

    /// <summary>What people say of an idea and of all that were merged into it, counted now.</summary>
    public async Task<Tally> TallyAsync(Idea idea, CancellationToken ct) => await TallyAsync(idea, await LinksAsync(idea.GuildId, ct), ct);

    /// <summary>One, with its votes as they are now, and what it was merged with.</summary>
    public async Task<IdeaCard> OfAsync(Idea idea, CancellationToken ct)
    {
        var links = await LinksAsync(idea.GuildId, ct);
        return await OfAsync(idea, links, await TallyAsync(idea, links, ct), ct);
    }

    /// <summary>The same, from votes that were counted already.</summary>
    public async Task<IdeaCard> OfAsync(Idea idea, MergeLinks links, Tally tally, CancellationToken ct)
    {
        var root = links.RootOf(idea.Id);
        var group = links.GroupOf(root);
        var others = group.Count < 2 ? [] : await db.In<Idea>(idea.GuildId).AsNoTracking()
            .Where(other => group.Contains(other.Id) && other.Id != idea.Id && other.Number != null)
            .OrderBy(other => other.Number)
            .ToListAsync(ct);
        var move = await db.In<IdeaMove>(idea.GuildId).AsNoTracking().Where(it => it.IdeaId == idea.Id).OrderByDescending(it => it.Number).FirstOrDefaultAsync(ct);
        return (await OfAsync(idea.GuildId, [idea], ct))[0] with
        {
            Votes = tally.For,
            NotYet = tally.NotYet,
            MergedInto = root == idea.Id ? null : others.Where(other => other.Id == root).Select(Link).FirstOrDefault(),
            MergedIn = root == idea.Id ? [.. others.Select(Link)] : [],
            Reason = move?.To == idea.Status && move.Reason.Length > 0 ? move.Reason : null,
        };
    }

    public async Task<Tally> TallyAsync(Idea idea, MergeLinks links, CancellationToken ct)
    {
        var group = links.GroupOf(idea.Id);
        return Tally.Of((await db.In<IdeaVote>(idea.GuildId).AsNoTracking().Where(vote => group.Contains(vote.IdeaId)).ToListAsync(ct)).Select(vote => vote.Facts));
    }

    /// <summary>Several in the same order, with their votes as they were last counted: at most some seconds ago.</summary>
    public async Task<IReadOnlyList<IdeaCard>> OfAsync(Snowflake guild, IReadOnlyList<Idea> ideas, CancellationToken ct)
    {
        var ids = ideas.Select(idea => idea.Id).ToList();
        var needs = (await db.In<IdeaNeed>(guild).AsNoTracking().Where(need => ids.Contains(need.IdeaId)).ToListAsync(ct)).ToLookup(need => need.IdeaId);
        var interests = (await db.In<IdeaInterest>(guild).AsNoTracking().Where(one => ids.Contains(one.IdeaId)).ToListAsync(ct)).ToLookup(one => one.IdeaId);
        return [.. ideas.Select(idea => Card(idea, needs[idea.Id], interests[idea.Id]))];
    }

    private static IdeaCard Card(Idea idea, IEnumerable<IdeaNeed> needs, IEnumerable<IdeaInterest> interests)
    {
        var people = interests.ToList();
        return new IdeaCard(idea.Number ?? 0, idea.Title, idea.Status)
        {
            Problem = idea.Problem,
            ForWhom = idea.ForWhom,
            Solution = idea.Solution,
            Tags = idea.Tags,
            Votes = idea.Votes,
            NotYet = idea.NotYet,
            Roles =
            [
                .. needs.OrderBy(need => need.Role).Select(need => new RoleFill(need.Role, people.Count(one => one.Role == need.Role && one.Seat != null), need.Slots)
                {
                    Minimum = need.Minimum,
                    Waiting = people.Count(one => one.Role == need.Role && one.Seat == null),
                    People = [.. people.Where(one => one.Role == need.Role && one.Seat != null).OrderBy(one => one.Seat).Select(one => one.PersonId)],
                }),
            ],
            Author = idea.AuthorId,
            CreatedAt = idea.PostedAt ?? idea.CreatedAt,
            TouchedAt = idea.TouchedAt,
            HeatLevel = idea.HeatLevel ?? Heat.Cold,
            IsEdited = idea.EditedAt is not null,
            HasMentorAnswer = idea.MentorAnsweredAt is not null,
            CardUrl = Url(idea),
            ThreadUrl = idea.ThreadId is { } thread ? Md.ChannelUrl(idea.GuildId, thread) : null,
            Repository = idea.Repository,
            Team = idea.Team,
        };
    }

    public static IdeaLink Link(Idea idea) => new(idea.Number ?? 0, idea.Title, Url(idea));

    /// <summary>Where its card stands; null while it stands nowhere.</summary>
    public static string? Url(Idea idea) => idea is { CardChannelId: { } channel, CardMessageId: { } message } ? Md.MessageUrl(idea.GuildId, channel, message) : null;
}
