using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nexus.Bot.Features.Announcements.Series;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Announcements.Series;

public sealed class HandOverTests
{
    private static readonly Snowflake Log = new(50);
    private static readonly TestPerson Root = TestPerson.Admin;

    [Fact]
    public async Task A_mentor_hands_an_announcement_over_and_the_new_owner_is_told()
    {
        await using var world = await StartAsync();
        await world.ScheduleAsync("every day at 10:00");

        Assert.StartsWith("<@101> is no mentor,", ReplyText.Of(await world.RunAsync("announce handover", new { which = "demo day", to = TestPerson.Ada })), StringComparison.Ordinal);
        Assert.StartsWith("**Demo day** is <@201>'s already.", ReplyText.Of(await world.Slice.RunAsync(Root, "announce handover", new { which = "demo day", to = TestPerson.Mentor with { Permissions = Permissions.ManageGuild } })), StringComparison.Ordinal);
        var done = await world.RunAsync("announce handover", new { which = "demo day", to = Root });
        Assert.Equal("🤝 **Demo day** is <@301>'s now, and <@301> hears of it from me.", ReplyText.Of(done));
        await world.SendDueAsync();

        Assert.StartsWith("🤝 <@201> handed **Demo day** over to you. It goes to <#40> <t:1795428000:F>", Assert.Single(world.Channel.TextsIn(ChannelOnDiscord.DmOf(Root.Id))), StringComparison.Ordinal);
        Assert.StartsWith("🤝 <@201> handed **Demo day** over to <@301>. It goes to <#40>", Assert.Single(world.Channel.TextsIn(Log)), StringComparison.Ordinal);
        Assert.Contains("· by <@301>", await world.ListAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_owner_leaves_it_goes_on_and_a_mentor_takes_it_over()
    {
        await using var world = await StartAsync();
        await world.ScheduleAsync("every day at 10:00", "Stand-up");
        await world.ScheduleAsync("every Friday at 16:00", "Retro");
        await world.ScheduleAsync("tomorrow 12:00", "Once");

        await LeaveAsync(world);
        await LeaveAsync(world);
        await world.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(
            """
            👋 <@201> has left the server. These recurring announcements go on, and need a new owner:
            - **Stand-up** in <#40>: every day at 10:00
            - **Retro** in <#40>: every Friday at 16:00
            [Take over]
            """,
            Assert.Single(world.Channel.TextsIn(Log)));
        Assert.StartsWith("## Stand-up", Assert.Single(world.Channel.TextsIn(AnnouncementWorld.Board)), StringComparison.Ordinal);
        Assert.Contains("⚠️ its owner has left", await world.ListAsync(), StringComparison.Ordinal);

        var take = TakeOverButton.Spec.For(TestPerson.Mentor.Id);
        Assert.Equal("🤝 <@301> looks after **Stand-up**, **Retro** now that <@201> has left.", ReplyText.Of(await world.Slice.PressAsync(Root, take)));
        Assert.StartsWith("Somebody looks after them already", ReplyText.Of(await world.Slice.PressAsync(Root, take)), StringComparison.Ordinal);
        Assert.DoesNotContain("its owner has left", await world.ListAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_event_a_regular_look_finds_who_has_left_and_who_came_back()
    {
        await using var world = await StartAsync();
        await world.ScheduleAsync("every day at 10:00");
        var gone = world.Slice.Discord.Setup(it => it.GetMemberAsync(Interactions.Guild, TestPerson.Mentor.Id, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()));
        gone.ThrowsAsync(new DiscordApiException("GET /guilds/{guild}/members/{user}", 500, 0, "trouble"));
        await world.Slice.RunJobAsync<LookForOwnersJob>();
        Assert.DoesNotContain("its owner has left", await world.ListAsync(), StringComparison.Ordinal);

        gone.ThrowsAsync(new DiscordApiException("GET /guilds/{guild}/members/{user}", 404, DiscordErrorCode.UnknownMember, "Unknown Member"));
        await world.Slice.RunJobAsync<LookForOwnersJob>();
        await world.Slice.RunJobAsync<LookForOwnersJob>();
        await world.SendDueAsync();
        Assert.StartsWith("👋 <@201> has left the server. This recurring announcement goes on, and needs a new owner:", Assert.Single(world.Channel.TextsIn(Log)), StringComparison.Ordinal);

        gone.ReturnsAsync(new Member());
        await world.Slice.RunJobAsync<LookForOwnersJob>();
        Assert.DoesNotContain("its owner has left", await world.ListAsync(), StringComparison.Ordinal);
    }

    private static async Task<AnnouncementWorld> StartAsync()
    {
        var world = await AnnouncementWorld.StartAsync();
        await world.Slice.ConfigureAsync(configuration => configuration.LogChannelId = Log);
        return world;
    }

    private static async Task LeaveAsync(AnnouncementWorld world)
    {
        var left = new GuildMemberRemoveEvent(new GuildMember { GuildId = Interactions.Guild, User = new User { Id = TestPerson.Mentor.Id } });
        await using var scope = world.Slice.Services.CreateAsyncScope();
        foreach (var listener in world.Slice.Catalogue.ListenersOf(left))
        {
            await listener(scope.ServiceProvider, left, CancellationToken.None);
        }
    }
}
