using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Profiles;

/// <summary>What the parts of the card share: change one's own profile, and show it as it is then.</summary>
internal sealed class ProfileDesk(ProfileBook book, GuildHubs hubs, PersonZones zones, GuildConfigurations configurations, TimeProvider clock)
{
    public Task<ProfileShown> OwnAsync(Call call, CancellationToken ct) => OfAsync(call.Guild, call.User, call.Roles, ct);

    public async Task<ProfileShown> OfAsync(Snowflake guild, Snowflake person, IReadOnlyList<Snowflake> roles, CancellationToken ct)
    {
        var profile = await book.FindAsync(guild, person, ct);
        var values = profile?.Values ?? ProfileValues.Nothing;
        var hub = await hubs.OfAsync(guild, ct);
        return new ProfileShown(
            person,
            values,
            RoleTracks.Of(roles, await configurations.OfAsync(guild, ct)),
            [.. values.Interests.Select(slug => hub.BySlug(slug)?.Title ?? slug)],
            await zones.OfAsync(person, guild, ct),
            profile is { Before: not null } ? profile.Revision : null);
    }

    /// <summary>Null when one of the two has said no hours.</summary>
    public HoursTogether? Together(ProfileShown viewer, ProfileShown other)
    {
        if (viewer.Values.Hours is not { } one || other.Values.Hours is not { } others)
        {
            return null;
        }

        var first = SharedHours.WeekToCome(clock.GetUtcNow());
        return new HoursTogether(SharedHours.Between(one, viewer.Zone.Zone, others, other.Zone.Zone, first), first, viewer.Zone.Zone);
    }

    /// <summary>Changes one's own, and shows a card with the result in place of the one that was pressed.</summary>
    public async Task<Reply> ChangeAsync(
        Call call, Func<ProfileValues, ProfileValues> change, Func<ProfileShown, string, Reply> show, string note, CancellationToken ct)
    {
        var isChanged = await book.ChangeAsync(call.Guild, call.User, change, ct);
        return show(await OwnAsync(call, ct), isChanged ? note : "That is what it was already.");
    }
}
