using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Ideas.Settings;

namespace Nexus.Bot.Features.Ideas.Crew;

/// <summary>Words what <see cref="CrewNews"/> has planned, unless it is not so any more when it is sent.</summary>
/// <param name="kind">One of <see cref="CrewNews"/>'s.</param>
internal sealed class CrewNewsSource(string kind, IdeaSettingsStore settings, MentorPlace mentors) : IDeliverySource
{
    public string Kind => kind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        if (await db.In<Idea>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == delivery.SubjectId && it.Number != null, ct) is not { } idea)
        {
            return DeliveryContent.NotNeeded;
        }

        var crew = await CrewBook.OfAsync(db, idea, ct);
        var mine = delivery.PersonId is { } person ? crew.Of(person) : null;
        var canBegin = idea.Status.IsOpen() && crew.IsMinimumMet;
        return kind switch
        {
            CrewNews.Place when idea.Status.IsOpen() && mine is { Seat: not null } => CrewNewsViews.MovedUp(idea, mine.Role, delivery),
            CrewNews.CanBegin when canBegin => CrewNewsViews.CanBegin(
                idea, crew, delivery, (await settings.OfAsync(idea.GuildId, ct)).AuthorsFormTeams, mentorsHear: await mentors.OfAsync(idea.GuildId, ct) is not null),
            CrewNews.MentorsCanBegin when canBegin => CrewNewsViews.MentorsCanBegin(idea, crew),
            CrewNews.TeamGone when idea is { Status: IdeaStatus.Building, Team: null } => CrewNewsViews.TeamGone(idea),
            _ => DeliveryContent.NotNeeded,
        };
    }
}
