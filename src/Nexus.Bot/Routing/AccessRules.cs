using Nexus.Bot.Data;
using Nexus.Discord.Model;

namespace Nexus.Bot.Routing;

/// <summary>Who counts as a mentor or admin. Asked on every use: what Discord's menus hide is only a courtesy.</summary>
internal static class AccessRules
{
    public static bool IsAdmin(Interaction interaction) =>
        ((interaction.Member?.Permissions ?? Permissions.None) & (Permissions.Administrator | Permissions.ManageGuild)) != Permissions.None;

    public static bool IsMentor(Interaction interaction, GuildConfiguration configuration) =>
        IsAdmin(interaction)
        || (configuration.MentorRoleId is { } mentor && interaction.Member is { } member && member.Roles.Contains(mentor));

    public static bool Allows(Audience audience, Interaction interaction, GuildConfiguration configuration) => audience switch
    {
        Audience.Everyone => true,
        Audience.Mentors => IsMentor(interaction, configuration),
        Audience.Admins => IsAdmin(interaction),
        _ => false,
    };
}
