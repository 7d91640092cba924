using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Teams;

/// <summary>What one person is told of their teams: in their DM, or with their name where such cases go.</summary>
internal static class TeamTold
{
    public static DeliveryContent Content(Delivery delivery, Snowflake person, string words) => delivery.ByDm
        ? new DeliveryContent(new Container([new TextDisplay(words)]))
        : new DeliveryContent(new Container([new TextDisplay($"{Md.User(person)} {words}")])) { Mentions = new AllowedMentions { Users = [person] } };
}
