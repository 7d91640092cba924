using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Matching;
using Nexus.Bot.People;
using Nexus.Bot.Times;
using Nexus.Discord;

namespace Nexus.Bot.Features.Profiles;

/// <summary>Profiles as those read them who put people together.</summary>
internal sealed class ProfileReader(PersonZones zones, GuildConfigurations configurations) : IProfiles
{
    public async Task<IReadOnlyList<PersonProfile>> OfAsync(NexusDb db, Snowflake guild, IReadOnlyList<KnownMember> people, CancellationToken ct)
    {
        Snowflake[] ids = [.. people.Select(person => person.Id)];
        var said = await db.In<Profile>(guild).AsNoTracking().Where(profile => ids.Contains(profile.PersonId)).ToDictionaryAsync(profile => profile.PersonId, ct);
        var own = await zones.ChosenByAsync(ids, ct);
        var configuration = await configurations.OfAsync(guild, ct);
        var servers = Zones.Named(configuration.TimeZone);
        return
        [
            .. people.Select(person =>
            {
                var values = said.GetValueOrDefault(person.Id)?.Values ?? ProfileValues.Nothing;
                var byRoles = RoleTracks.Of(person.Roles, configuration);
                var zone = own.GetValueOrDefault(person.Id);
                return new PersonProfile(person.Id, zone ?? servers, values.Missing(byRoles, zone is not null))
                {
                    Tracks = values.Track ?? byRoles ?? Tracks.Other,
                    Skill = values.Skill,
                    Interests = values.Interests,
                    Hours = values.Hours ?? default,
                    Languages = values.Languages,
                    Goal = values.Goal,
                    Prefers = values.Prefers,
                    Avoids = values.Avoids,
                    IsOutOfPairs = values.IsOutOfPairs,
                    IsOutOfTeams = values.IsOutOfTeams,
                };
            }),
        ];
    }
}
