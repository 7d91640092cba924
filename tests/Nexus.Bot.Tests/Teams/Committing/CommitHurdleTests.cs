using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Features.Teams;
using Nexus.Bot.Features.Teams.Committing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Teams.Committing;

public sealed class CommitHurdleTests
{
    private const Permissions All = CommittedServer.Usual | Permissions.ManageChannels | Permissions.ManageRoles | Permissions.ManageThreads;

    private static readonly Channel s_place = CommittedServer.Channel(CommittedServer.TeamChannel, "teams");

    [Theory]
    [InlineData(TeamPlace.Thread)]
    [InlineData(TeamPlace.Channel)]
    internal void A_server_that_gives_what_the_bot_asks_for_is_no_hurdle(TeamPlace place) => Assert.Empty(Of(place, withRoles: true, All, [s_place], 12));

    [Fact]
    public void An_administrator_lacks_nothing_but_room() => Assert.Empty(Of(TeamPlace.Channel, withRoles: true, Permissions.Administrator, [s_place], 12));

    [Fact]
    public void Without_a_channel_for_teams_setup_is_named()
    {
        var facts = Facts(All, [s_place], 2);
        Assert.Equal("`/nexus setup` creates one, or you choose it there under **Channels…**", Assert.Single(CommitHurdles.Of(facts, new GuildConfiguration { GuildId = Interactions.Guild }, default, 3)).Fix);
        Assert.Equal("The channel for teams is gone, so there is no place for their threads.", Assert.Single(Of(TeamPlace.Thread, false, All, [], 3)).What);
    }

    [Fact]
    public void Rights_that_one_channel_takes_away_are_named_with_that_channel()
    {
        var closed = s_place with { PermissionOverwrites = [new PermissionOverwrite { Id = Interactions.Guild, Deny = Permissions.CreatePrivateThreads | Permissions.ViewChannel }] };
        var hurdle = Assert.Single(Of(TeamPlace.Thread, false, All, [closed], 3));

        Assert.StartsWith("In <#600> I lack **View Channel** and **Create Private Threads**: I need it to open a private thread for each team", hurdle.What, StringComparison.Ordinal);
        Assert.Equal("#teams → Edit Channel → Permissions → add Nexus → allow **View Channel** and **Create Private Threads**", hurdle.Fix);
    }

    [Fact]
    public void Rights_that_the_category_takes_away_are_named_with_it()
    {
        var category = CommittedServer.Channel(new Snowflake(800), "Teams", ChannelType.GuildCategory) with { PermissionOverwrites = [new PermissionOverwrite { Id = Interactions.Guild, Deny = Permissions.ManageChannels }] };
        Assert.Equal("Category Teams → Edit Category → Permissions → add Nexus → allow **Manage Channels**", Assert.Single(Of(TeamPlace.Channel, false, All, [s_place, category], 3)).Fix);
    }

    [Theory]
    [InlineData(248, 2, null)]
    [InlineData(248, 3, "The server has 248 of the 250 roles it can have, and 3 more do not fit.")]
    internal void Roles_have_to_fit_on_the_server(int roles, int teams, string? hurdle) =>
        Assert.Equal(hurdle, CommitHurdles.Of(Facts(All, [s_place], roles), Configuration(), new CommitChoice(TeamPlace.Thread, true), teams).SingleOrDefault()?.What);

    [Theory]
    [InlineData(40, 10, null)]
    [InlineData(40, 11, "The category **Teams** has 40 of the 50 channels that fit, and 11 more do not.")]
    internal void Channels_have_to_fit_into_the_category(int there, int teams, string? hurdle)
    {
        var category = CommittedServer.Channel(new Snowflake(800), "Teams", ChannelType.GuildCategory);
        IReadOnlyList<Channel> channels = [category, .. Enumerable.Range(0, there).Select(i => CommittedServer.Channel(new Snowflake(1000 + (ulong)i), $"c{i}", parent: category.Id))];
        Assert.Equal(hurdle, Of(TeamPlace.Channel, false, All, channels, teams).SingleOrDefault()?.What);
    }

    [Theory]
    [InlineData(497, 2, null)]
    [InlineData(498, 2, "The server has 498 of the 500 channels it can have, and 3 more do not fit.")]
    internal void Channels_and_their_category_have_to_fit_on_the_server(int there, int teams, string? hurdle) =>
        Assert.Equal(hurdle, Of(TeamPlace.Channel, false, All, [.. Enumerable.Range(0, there).Select(i => CommittedServer.Channel(new Snowflake(1000 + (ulong)i), $"c{i}"))], teams).SingleOrDefault()?.What);

    [Fact]
    public void A_bot_without_a_role_of_its_own_stands_below_every_role()
    {
        var facts = Facts(All, [s_place], 2) with { BotRoles = [], Roles = [new Role { Id = Interactions.Guild, Name = "@everyone", Permissions = All }] };
        Assert.Equal("I have no role of my own, and can give only roles that stand below mine.", Assert.Single(CommitHurdles.Of(facts, Configuration(), new CommitChoice(TeamPlace.Thread, true), 2)).What);
    }

    private static IReadOnlyList<Hurdle> Of(TeamPlace place, bool withRoles, Permissions have, IReadOnlyList<Channel> channels, int teams) =>
        CommitHurdles.Of(Facts(have, channels, 2), Configuration(), new CommitChoice(place, withRoles), teams);

    private static GuildConfiguration Configuration() => new() { GuildId = Interactions.Guild, TeamChannelId = CommittedServer.TeamChannel };

    private static ServerFacts Facts(Permissions have, IReadOnlyList<Channel> channels, int roles) => new(
        new Guild { Id = Interactions.Guild },
        channels,
        [
            new Role { Id = Interactions.Guild, Name = "@everyone" },
            new Role { Id = CommittedServer.BotRole, Name = "Nexus", Managed = true, Position = 9, Permissions = have },
            .. Enumerable.Range(0, roles - 2).Select(i => new Role { Id = new Snowflake(2000 + (ulong)i), Name = $"r{i}" }),
        ],
        CommittedServer.Bot,
        [CommittedServer.BotRole]);
}
