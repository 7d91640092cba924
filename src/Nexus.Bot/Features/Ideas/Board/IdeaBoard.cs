using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Index;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Board;

/// <summary>An idea as it stands in a list.</summary>
internal sealed record ListedIdea(Idea Idea, IdeaCard Card);

/// <param name="State">Its page is one that there is, and it asks for nothing that the person may not see.</param>
/// <param name="Count">On all pages.</param>
/// <param name="Topic">The title of the tag it is narrowed to.</param>
/// <param name="IsBare">No idea was ever put up here.</param>
/// <param name="IsForMentor">Whoever looks is one.</param>
internal sealed record BoardPage(BoardState State, IReadOnlyList<ListedIdea> Shown, int Count, int Pages, string? Topic, bool IsBare, bool IsForMentor);

/// <summary>Reads pages of a server's board. Numbered ideas only; what waits for review is seen by its author alone.</summary>
internal sealed class IdeaBoard(NexusDb db, IdeaCards cards, GuildHubs hubs, GuildConfigurations configurations)
{
    public const int PageSize = 8;

    // Below any heat: the databases do not agree where nothing stands in an order.
    private const double Coldest = -1e9;

    public async Task<BoardPage> ReadAsync(Call call, BoardState state, CancellationToken ct)
    {
        var guild = call.Guild;
        var isMentor = AccessRules.IsMentor(call.Interaction, await configurations.OfAsync(guild, ct));
        state = state with { IsUnanswered = state.IsUnanswered && isMentor };
        var fitting = Fitting(guild, call.User, state);
        var count = await fitting.CountAsync(ct);
        var pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        var page = Math.Clamp(state.Page, 0, pages - 1);
        var shown = await PageAsync(fitting, guild, state with { Page = page }, ct);
        return new BoardPage(
            state with { Page = page },
            await ListedAsync(guild, shown, ct),
            count,
            pages,
            state.Tag.Length > 0 ? (await hubs.OfAsync(guild, ct)).BySlug(state.Tag)?.Title ?? state.Tag : null,
            IsBare: count == 0 && !await PublicIdeas(guild).AnyAsync(ct),
            isMentor);
    }

    /// <summary>These, in the same order.</summary>
    public async Task<IReadOnlyList<ListedIdea>> ListedAsync(Snowflake guild, IReadOnlyList<Idea> ideas, CancellationToken ct) =>
        [.. ideas.Zip(await cards.OfAsync(guild, ideas, ct), (idea, card) => new ListedIdea(idea, card))];

    /// <summary>Those of these ids that everybody may see, in the order of the ids.</summary>
    public async Task<IReadOnlyList<ListedIdea>> ListedAsync(Snowflake guild, IReadOnlyList<long> ids, CancellationToken ct)
    {
        var found = await PublicIdeas(guild).Where(idea => ids.Contains(idea.Id)).ToDictionaryAsync(idea => idea.Id, ct);
        return await ListedAsync(guild, [.. ids.Select(id => found.GetValueOrDefault(id)).OfType<Idea>()], ct);
    }

    /// <summary>What everybody may see, with what was declined or merged.</summary>
    public IQueryable<Idea> PublicIdeas(Snowflake guild) => db.In<Idea>(guild).AsNoTracking()
        .Where(idea => idea.Number != null && idea.WasPublished && idea.Status != IdeaStatus.InReview && idea.Status != IdeaStatus.Withdrawn);

    /// <summary>Undecided, with a free place for one of these roles.</summary>
    public Expression<Func<Idea, bool>> Wants(Snowflake guild, IReadOnlyList<IdeaRole> roles) => idea =>
        (idea.Status == IdeaStatus.Proposed || idea.Status == IdeaStatus.Shaping || idea.Status == IdeaStatus.Ready)
        && db.In<IdeaNeed>(guild).Any(need => need.IdeaId == idea.Id && roles.Contains(need.Role)
            && need.Slots > db.In<IdeaInterest>(guild).Count(one => one.IdeaId == idea.Id && one.Role == need.Role && one.Seat != null));

    private IQueryable<Idea> Fitting(Snowflake guild, Snowflake person, BoardState state)
    {
        var ideas = state.IsMine
            ? db.In<Idea>(guild).AsNoTracking().Where(idea => idea.Number != null && idea.AuthorId == person && idea.Status != IdeaStatus.Withdrawn)
            : PublicIdeas(guild);
        if (state.Status is { } status)
        {
            ideas = ideas.Where(idea => idea.Status == status);
        }
        else if (!state.IsMine)
        {
            ideas = ideas.Where(idea => idea.Status == IdeaStatus.Proposed || idea.Status == IdeaStatus.Shaping || idea.Status == IdeaStatus.Ready || idea.Status == IdeaStatus.Building);
        }

        if (state.Tag.Length > 0)
        {
            ideas = ideas.Where(IdeasAbout.Tag(state.Tag));
        }

        if (state.IsUnanswered)
        {
            ideas = ideas.Where(idea => idea.MentorAnsweredAt == null && (idea.Status == IdeaStatus.Proposed || idea.Status == IdeaStatus.Shaping || idea.Status == IdeaStatus.Ready));
        }

        return state.Wanted.Count > 0 || state.Order == IdeaOrder.NeedsPeople
            ? ideas.Where(Wants(guild, state.Wanted.Count > 0 ? state.Wanted : Enum.GetValues<IdeaRole>()))
            : ideas;
    }

    private async Task<List<Idea>> PageAsync(IQueryable<Idea> ideas, Snowflake guild, BoardState state, CancellationToken ct)
    {
        if (state.Order != IdeaOrder.NeedsPeople)
        {
            return await Ordered(ideas, guild, state.Order).Skip(state.Page * PageSize).Take(PageSize).ToListAsync(ct);
        }

        var ids = await NearestAsync(ideas, guild, state.Page, ct);
        var page = await ideas.Where(idea => ids.Contains(idea.Id)).ToDictionaryAsync(idea => idea.Id, ct);
        return [.. ids.Select(id => page.GetValueOrDefault(id)).OfType<Idea>()];
    }

    private IQueryable<Idea> Ordered(IQueryable<Idea> ideas, Snowflake guild, IdeaOrder order)
    {
        var ordered = order switch
        {
            IdeaOrder.Hot => ideas.OrderByDescending(idea => idea.HeatLevel ?? Coldest).ThenByDescending(idea => idea.Votes),
            IdeaOrder.Top => ideas.OrderByDescending(idea => idea.Votes).ThenByDescending(idea => db.In<IdeaInterest>(guild).Count(one => one.IdeaId == idea.Id && one.Seat != null)),
            _ => ideas.OrderByDescending(idea => idea.PostedAt ?? idea.CreatedAt),
        };
        return ordered.ThenByDescending(idea => idea.PostedAt ?? idea.CreatedAt).ThenByDescending(idea => idea.Number);
    }

    // First those that one more person makes ready to begin; those that could begin already come last. Put in order here: to count
    // free places for each of thousands of ideas takes a database half a minute.
    private async Task<List<long>> NearestAsync(IQueryable<Idea> ideas, Snowflake guild, int page, CancellationToken ct)
    {
        var taken = (await db.In<IdeaInterest>(guild).Where(one => one.Seat != null)
                .GroupBy(one => new { one.IdeaId, one.Role })
                .Select(place => new { place.Key.IdeaId, place.Key.Role, Count = place.Count() })
                .ToListAsync(ct))
            .ToDictionary(place => (place.IdeaId, place.Role), place => place.Count);
        var missing = (await db.In<IdeaNeed>(guild).Where(need => need.Minimum > 0).Select(need => new { need.IdeaId, need.Role, need.Minimum }).ToListAsync(ct))
            .GroupBy(need => need.IdeaId)
            .ToDictionary(need => need.Key, need => need.Sum(one => Math.Max(0, one.Minimum - taken.GetValueOrDefault((one.IdeaId, one.Role)))));
        return
        [
            .. (await ideas.Select(idea => new { idea.Id, Heat = idea.HeatLevel ?? Coldest, At = idea.PostedAt ?? idea.CreatedAt, idea.Number }).ToListAsync(ct))
                .OrderBy(idea => missing.GetValueOrDefault(idea.Id) is > 0 and var lacks ? lacks : int.MaxValue)
                .ThenByDescending(idea => idea.Heat)
                .ThenByDescending(idea => idea.At)
                .ThenByDescending(idea => idea.Number)
                .Skip(page * PageSize)
                .Take(PageSize)
                .Select(idea => idea.Id),
        ];
    }
}
