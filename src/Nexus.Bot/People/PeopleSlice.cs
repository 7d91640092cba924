using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Routing;
using Nexus.Discord.Gateway;

namespace Nexus.Bot.People;

/// <summary>What is known about people on every server, and who is on which.</summary>
internal static class PeopleSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Table(new PersonSettingsTable())
            .Table(new SeenMemberTable())
            .On<MessageCreateEvent, SeesWriters>()
            .On<InteractionCreateEvent, SeesUsers>()
            .On<GuildMemberRemoveEvent, ForgetsWhoLeft>();
        slice.Services.AddSingleton<PersonZones>();
        slice.Services.AddSingleton<GuildMembers>().AddSingleton<SeenMembers>().AddSingleton<KnownMembers>();
    }
}
