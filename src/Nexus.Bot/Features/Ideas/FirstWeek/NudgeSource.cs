using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Ideas.Settings;
using Nexus.Bot.People;
using Nexus.Discord;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Ideas.FirstWeek;

/// <summary>
/// Words the message to somebody without an idea: three easy first steps. None to who has one by now, wants none, or left. When
/// their direct messages are closed, mentors read that instead.
/// </summary>
internal sealed class NudgeSource(KnownMembers members, MentorPlace place, GuildConfigurations configurations) : IDeliverySource
{
    public const string DeliveryKind = "idea-nudge";
    private const int MostIdeas = 3;

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        var guild = delivery.GuildId;
        if (await db.In<IdeaNudge>(guild).AsNoTracking().SingleOrDefaultAsync(it => it.Id == delivery.SubjectId, ct) is not { By: { } by } nudge)
        {
            return DeliveryContent.NotNeeded;
        }

        if (!delivery.ByDm)
        {
            return new DeliveryContent(FirstWeekViews.NotReached(nudge.PersonId, by));
        }

        if (nudge.WantsNone || (await FirstWeekParts.OfAsync(db, guild, ct)).Any(part => part.Person == nudge.PersonId && part.Status.IsAlive()))
        {
            return DeliveryContent.NotNeeded;
        }

        var known = await members.OfAsync(guild, RequestOptions.Batch, ct);
        if (known.Members.FirstOrDefault(member => member.Id == nudge.PersonId) is not { } person)
        {
            return DeliveryContent.NotNeeded;
        }

        var configuration = await configurations.OfAsync(guild, ct);
        var track = FirstWeekReader.TrackOf(person, configuration);
        return new DeliveryContent(FirstWeekViews.Nudge(nudge, known.Server.Name, by, track, await WantingAsync(db, guild, track, ct), configuration.IdeaForumId));
    }

    public async Task<Snowflake?> ChannelInsteadAsync(NexusDb db, Delivery delivery, CancellationToken ct) => await place.OfAsync(delivery.GuildId, ct);

    /// <summary>Those whom the last message did not reach.</summary>
    public static async Task<IReadOnlySet<Snowflake>> UnreachedAsync(NexusDb db, Snowflake guild, CancellationToken ct) =>
        (await db.In<Delivery>(guild).AsNoTracking().Where(row => row.Kind == DeliveryKind).Select(row => new { row.PersonId, row.Occurrence, row.FellBack, row.Failure }).ToListAsync(ct))
            .GroupBy(row => row.PersonId!.Value)
            .Where(person => person.MaxBy(row => row.Occurrence) is { FellBack: not null } or { Failure: not null })
            .Select(person => person.Key)
            .ToHashSet();

    // Those that are talked about most, with a free place for them.
    private static async Task<IReadOnlyList<Idea>> WantingAsync(NexusDb db, Snowflake guild, IdeaRole? track, CancellationToken ct)
    {
        var open = await db.In<Idea>(guild).AsNoTracking()
            .Where(idea => idea.WasPublished && idea.CardMessageId != null && (idea.Status == IdeaStatus.Proposed || idea.Status == IdeaStatus.Shaping || idea.Status == IdeaStatus.Ready))
            .OrderByDescending(idea => idea.HeatLevel)
            .ThenByDescending(idea => idea.Id)
            .ToListAsync(ct);
        var cards = await new IdeaCards(db).OfAsync(guild, open, ct);
        return
        [
            .. open.Zip(cards)
                .Where(one => one.Second.Roles.Any(role => role.Open > 0 && (track is null ? role.Role != IdeaRole.Mentor : role.Role == track)))
                .Take(MostIdeas)
                .Select(one => one.First),
        ];
    }
}
