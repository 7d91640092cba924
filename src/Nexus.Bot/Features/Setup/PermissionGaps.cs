using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Setup;

/// <param name="What">What is missing, in Discord's words.</param>
/// <param name="Why">What does not work without it.</param>
/// <param name="Fix">Where to click.</param>
internal sealed record PermissionGap(string What, string Why, string Fix);

/// <summary>What the bot lacks, each with the exact way to mend it.</summary>
internal static class PermissionGaps
{
    private static readonly (Permissions Permission, string Name, string Why)[] s_server =
    [
        (Permissions.ViewChannel, "View Channels", "see the channels"),
        (Permissions.SendMessages, "Send Messages", "post announcements and start forum posts"),
        (Permissions.SendMessagesInThreads, "Send Messages in Threads", "answer in threads and forum posts"),
        (Permissions.CreatePublicThreads, "Create Public Threads", "open threads for questions"),
        (Permissions.CreatePrivateThreads, "Create Private Threads", "open a thread for each team"),
        (Permissions.ManageThreads, "Manage Threads", "set tags such as “answered”"),
        (Permissions.EmbedLinks, "Embed Links", "show cards"),
        (Permissions.ReadMessageHistory, "Read Message History", "make sure nothing is posted twice"),
        (Permissions.ManageChannels, "Manage Channels", "create missing channels (for this setup, and for teams that get a channel each)"),
        (Permissions.ManageRoles, "Manage Roles", "create and give the roles of tracks and teams"),
    ];

    public static IReadOnlyList<PermissionGap> Of(ServerFacts facts, GuildConfiguration configuration)
    {
        List<PermissionGap> gaps = [];
        var have = facts.Permissions;
        if ((have & Permissions.Administrator) != 0)
        {
            return gaps;
        }

        foreach (var (permission, name, why) in s_server)
        {
            if ((have & permission) == 0)
            {
                gaps.Add(new PermissionGap(name, why, $"Server Settings → Roles → {facts.BotRoleName} → Permissions → switch on {name}"));
            }
        }

        AddChannelGaps(gaps, facts, configuration);
        AddHierarchyGaps(gaps, facts, configuration);
        return gaps;
    }

    private static void AddChannelGaps(List<PermissionGap> gaps, ServerFacts facts, GuildConfiguration configuration)
    {
        foreach (var item in SetupItems.All.Where(item => !item.IsRole()))
        {
            if (facts.FindChannel(item.IdIn(configuration)) is not { } channel)
            {
                continue;
            }

            var here = facts.PermissionsIn(channel);
            foreach (var (permission, name, why) in s_server.Take(2))
            {
                if ((here & permission) == 0 && (facts.Permissions & permission) != 0)
                {
                    gaps.Add(new PermissionGap($"{name} in #{channel.Name}", why, $"#{channel.Name} → Edit Channel → Permissions → add {facts.BotRoleName} → allow {name}"));
                }
            }
        }
    }

    private static void AddHierarchyGaps(List<PermissionGap> gaps, ServerFacts facts, GuildConfiguration configuration)
    {
        foreach (var item in new[] { SetupItem.Backend, SetupItem.Frontend })
        {
            if (facts.FindRole(item.IdIn(configuration)) is { } role && role.Position >= facts.HighestPosition)
            {
                gaps.Add(new PermissionGap($"A place above the role {role.Name}", "give that role to learners", $"Server Settings → Roles → drag {facts.BotRoleName} above {role.Name}"));
            }
        }
    }
}
