using System.Globalization;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Features.Teams.Home;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Teams.Committing;

/// <param name="IsOfRoles">It goes away with the wish for roles; others with the wish for channels, or not at all.</param>
/// <param name="What">What is missing.</param>
/// <param name="Fix">What an admin does about it, where to click.</param>
internal sealed record Hurdle(bool IsOfRoles, string What, string Fix);

/// <summary>What the server does not let the bot do for these teams, found before anything is done.</summary>
internal static class CommitHurdles
{
    // https://discord.com/developers/docs/resources/guild: of channels, with categories and without threads; of roles, with @everyone.
    private const int MostChannels = 500;
    private const int MostInCategory = 50;
    private const int MostRoles = 250;

    private static readonly (Permissions Permission, string Name)[] s_thread =
    [
        (Permissions.ViewChannel, "View Channel"),
        (Permissions.CreatePrivateThreads, "Create Private Threads"),
        (Permissions.SendMessagesInThreads, "Send Messages in Threads"),
        (Permissions.ManageThreads, "Manage Threads"),
    ];

    private static readonly (Permissions Permission, string Name)[] s_channel =
    [
        (Permissions.ManageChannels, "Manage Channels"),
        (Permissions.ManageRoles, "Manage Roles"),
        (Permissions.ViewChannel, "View Channels"),
        (Permissions.SendMessages, "Send Messages"),
        (Permissions.ReadMessageHistory, "Read Message History"),
    ];

    public static IReadOnlyList<Hurdle> Of(ServerFacts facts, GuildConfiguration configuration, CommitChoice choice, int teams) =>
    [
        .. choice.Place == TeamPlace.Thread ? OfThreads(facts, configuration) : OfChannels(facts, teams),
        .. choice.WithRoles ? OfRoles(facts, teams) : [],
    ];

    private static IEnumerable<Hurdle> OfThreads(ServerFacts facts, GuildConfiguration configuration)
    {
        if (configuration.TeamChannelId is null)
        {
            yield return new Hurdle(false, "No channel is chosen for teams, so there is no place for their threads.", "`/nexus setup` creates one, or you choose it there under **Channels…**");
        }
        else if (facts.FindChannel(configuration.TeamChannelId) is not { } channel)
        {
            yield return new Hurdle(false, "The channel for teams is gone, so there is no place for their threads.", "`/nexus setup` → **Channels…** → choose another one for teams");
        }
        else if (Lacking(s_thread, facts.PermissionsIn(channel)) is { Length: > 0 } lacking)
        {
            yield return new Hurdle(
                false,
                $"In {Md.Channel(channel.Id)} I lack {lacking}: I need it to open a private thread for each team, and to take the threads back if you undo this.",
                $"#{Md.EscapeLine(channel.Name)} → Edit Channel → Permissions → add {Md.EscapeLine(facts.BotRoleName)} → allow {lacking}");
        }
    }

    private static IEnumerable<Hurdle> OfChannels(ServerFacts facts, int teams)
    {
        if (Lacking(s_channel, facts.Permissions) is { Length: > 0 } lacking)
        {
            yield return new Hurdle(false, $"I lack {lacking}: I need it to make a channel for each team that only its people see.", InServer(facts, lacking));
        }

        var category = TeamCategories.In(facts.Channels);
        if (category is not null && Lacking(s_channel, facts.PermissionsIn(category)) is { Length: > 0 } here && Lacking(s_channel, facts.Permissions).Length == 0)
        {
            yield return new Hurdle(
                false,
                $"In the category **{Md.EscapeLine(category.Name)}** I lack {here}: the teams' channels go there.",
                $"Category {Md.EscapeLine(category.Name)} → Edit Category → Permissions → add {Md.EscapeLine(facts.BotRoleName)} → allow {here}");
        }

        var inCategory = category is null ? 0 : facts.Channels.Count(channel => channel.ParentId == category.Id);
        if (inCategory + teams > MostInCategory)
        {
            yield return new Hurdle(
                false,
                string.Create(CultureInfo.InvariantCulture, $"The category **{TeamCategories.Name}** has {inCategory} of the {MostInCategory} channels that fit, and {teams} more do not."),
                teams > MostInCategory ? "With so many teams, choose threads" : "Delete channels there that nobody needs, or give the category another name: I make a new one then");
        }

        var more = teams + (category is null ? 1 : 0);
        if (facts.Channels.Count + more > MostChannels)
        {
            yield return new Hurdle(
                false,
                string.Create(CultureInfo.InvariantCulture, $"The server has {facts.Channels.Count} of the {MostChannels} channels it can have, and {more} more do not fit."),
                "Delete channels that nobody needs");
        }
    }

    private static IEnumerable<Hurdle> OfRoles(ServerFacts facts, int teams)
    {
        if (Lacking([(Permissions.ManageRoles, "Manage Roles")], facts.Permissions) is { Length: > 0 } lacking)
        {
            yield return new Hurdle(true, $"I lack {lacking}: I need it to make a role for each team and to give it.", InServer(facts, lacking));
        }
        else if (facts.HighestPosition == 0 && !facts.Permissions.HasFlag(Permissions.Administrator))
        {
            yield return new Hurdle(true, "I have no role of my own, and can give only roles that stand below mine.", "Server Settings → Roles → give me a role with **Manage Roles**, above where the teams' roles are to stand");
        }

        if (facts.Roles.Count + teams > MostRoles)
        {
            yield return new Hurdle(
                true,
                string.Create(CultureInfo.InvariantCulture, $"The server has {facts.Roles.Count} of the {MostRoles} roles it can have, and {teams} more do not fit."),
                "Delete roles that nobody needs");
        }
    }

    private static string InServer(ServerFacts facts, string lacking) => $"Server Settings → Roles → {Md.EscapeLine(facts.BotRoleName)} → Permissions → switch on {lacking}";

    private static string Lacking((Permissions Permission, string Name)[] needed, Permissions have) =>
        (have & Permissions.Administrator) != 0 ? "" : string.Join(" and ", needed.Where(it => (have & it.Permission) == 0).Select(it => $"**{it.Name}**"));
}
