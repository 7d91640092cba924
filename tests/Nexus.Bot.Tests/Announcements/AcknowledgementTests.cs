using Microsoft.EntityFrameworkCore;
using Moq;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements;
using Nexus.Bot.Features.Announcements.Acknowledgements;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Announcements;

public sealed class AcknowledgementTests
{
    private static readonly string[] Ada = ["👋 <@201> would like to know that **Demo day** in <#40> has reached you.\nHave a look when you can, and press **Got it**, here or there. You are asked only this once."];

    [Fact]
    public async Task A_post_that_asks_for_it_has_Got_it_and_each_person_counts_once()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var post = await PostAsync(world);
        Assert.EndsWith("\n[Got it]", world.Channel.Texts[0], StringComparison.Ordinal);

        Assert.Equal("👍 Noted, thank you.", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Ada, post)));
        world.Slice.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("👍 You already did, <t:1795424460:R>. Nothing more to do.", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Ada, post)));

        await using var db = world.Slice.Db();
        Assert.Equal(1, await db.In<Features.Announcements.Acknowledgement>(Interactions.Guild).CountAsync());
    }

    [Fact]
    public async Task A_rush_of_presses_is_one_edit_and_the_last_number_is_right()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var edits = Edits(world);
        var post = await PostAsync(world);
        for (var i = 0; i < 25; i++)
        {
            await world.Slice.PressAsync(new TestPerson((ulong)(500 + i), $"p{i}"), post);
        }

        Assert.Contains(world.Slice.Schedule.WakeUps, wake => wake.At == world.Slice.Clock.GetUtcNow() + CountAcknowledgementsJob.Pause);
        await world.Slice.RunJobAsync<CountAcknowledgementsJob>();
        await world.Slice.RunJobAsync<CountAcknowledgementsJob>();

        Assert.EndsWith("\n[Got it · 25]", Assert.Single(edits), StringComparison.Ordinal);
        Assert.StartsWith("## Demo day\nBring your API.", edits[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_that_comes_before_the_post_is_recorded_counts_and_is_shown_once_it_is()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var edits = Edits(world);
        var button = await PostAsync(world);
        await RecordAsync(world, DeliveryState.Sending, null);

        Assert.Equal("👍 Noted, thank you.", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Ada, button)));
        await world.Slice.RunJobAsync<CountAcknowledgementsJob>();
        Assert.Empty(edits);
        Assert.Contains((typeof(CountAcknowledgementsJob), world.Slice.Clock.GetUtcNow() + TimeSpan.FromMinutes(1)), world.Slice.Schedule.WakeUps);

        await RecordAsync(world, DeliveryState.Sent, new Snowflake(5000));
        await world.Slice.RunJobAsync<CountAcknowledgementsJob>();
        Assert.EndsWith("\n[Got it · 1]", Assert.Single(edits), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_did_not_get_through_gets_there_later_and_a_message_that_is_gone_is_left_alone()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var faults = new Queue<DiscordApiException>([new("PATCH", 502, 0, "bad gateway"), new("PATCH", 404, DiscordErrorCode.UnknownMessage, "gone")]);
        var tries = 0;
        world.Slice.Discord
            .Setup(discord => discord.EditMessageAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<MessageEdit>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns(() =>
            {
                tries++;
                return faults.TryDequeue(out var fault) ? throw fault : Task.FromResult(new Message());
            });
        await world.Slice.PressAsync(TestPerson.Ada, await PostAsync(world));

        await world.Slice.RunJobAsync<CountAcknowledgementsJob>();
        await world.Slice.RunJobAsync<CountAcknowledgementsJob>();
        await world.Slice.RunJobAsync<CountAcknowledgementsJob>();

        Assert.Equal(2, tries);
    }

    [Fact]
    public async Task A_mentor_sees_how_many_of_those_who_can_read_it_and_who_has_not()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var server = Cohort(world);
        var post = await PostAsync(world);
        await world.Slice.PressAsync(TestPerson.Ada, post);
        server.Leave(104);

        Assert.Equal(
            """
            ## Got it: Demo day
            -# Posted <t:1795424460:f> in <#40>
            **1 of 3** of those who can read <#40> pressed **Got it**.
            **Not yet (2)**
            <@102>, <@103>
            [Nudge those 2 once] [Show who has] [Open the post](https://discord.com/channels/1/40/
            """, Cut(await ListAsync(world)));
    }

    [Fact]
    public async Task Of_a_post_that_pings_a_role_its_holders_are_counted_and_others_who_pressed_are_named_apart()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        Cohort(world);
        var post = await PostAsync(world, announcement => announcement.PingRoleId = ServerOnDiscord.Backend);
        await world.Slice.PressAsync(TestPerson.Ada, post);
        await world.Slice.PressAsync(TestPerson.Bo, post);

        Assert.Contains("🎉 **All 1** of <@&800> in <#40> pressed **Got it**. So did 1 more.\n**Got it (2)**\n<@101> <t:1795424460:R>, <@102>", ReplyText.Of(await ListAsync(world)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_who_cannot_see_the_channel_do_not_count()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        Cohort(world).Overwrites =
        [
            new PermissionOverwrite { Id = Interactions.Guild, Deny = Permissions.ViewChannel },
            new PermissionOverwrite { Id = ServerOnDiscord.Backend, Allow = Permissions.ViewChannel },
        ];
        await PostAsync(world);

        Assert.Contains("**0 of 1** of those who can read <#40>", ReplyText.Of(await ListAsync(world)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_members_intent_it_says_what_is_missing_and_still_shows_who_has()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        Cohort(world).TellsMembers = false;
        await world.Slice.PressAsync(TestPerson.Ada, await PostAsync(world));

        var list = ReplyText.Of(await ListAsync(world));

        Assert.Contains("**1 person** pressed **Got it**, of at most about 120.\nI cannot tell who has not, because Discord does not show me who is on this server. An admin can change that: Discord Developer Portal", list, StringComparison.Ordinal);
        Assert.Contains("**Got it (1)**\n<@101> <t:1795424460:R>", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Nudge", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_who_have_not_get_one_polite_message_each_and_nobody_twice()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        Cohort(world);
        await world.Slice.PressAsync(TestPerson.Bo, await PostAsync(world));

        var preview = await NudgeAsync(world, await ListAsync(world), "Nudge those 3 once");
        Assert.Equal(
            """
            **3 people** get this as a direct message, once for this post. Whoever presses **Got it** before it arrives gets none.
            👋 <@201> would like to know that **Demo day** in <#40> has reached you.
            Have a look when you can, and press **Got it**, here or there. You are asked only this once.
            [Read it](https://discord.com/channels/1/40/
            """, Cut(preview));
        var sent = await NudgeAsync(world, preview, "Send 3 messages");
        Assert.StartsWith("✅ **3 people** get a direct message now.", ReplyText.Of(sent), StringComparison.Ordinal);
        Assert.StartsWith("Nobody was left to nudge", ReplyText.Of(await NudgeAsync(world, preview, "Send 3 messages")), StringComparison.Ordinal);
        await world.SendDueAsync();

        Assert.Equal(Ada, Nudges(world, 101));
        Assert.Single(Nudges(world, 103));
        Assert.Single(Nudges(world, 104));
        Assert.Empty(Nudges(world, 102));
        var list = ReplyText.Of(await ListAsync(world));
        Assert.Contains("Nudged: 3.", list, StringComparison.Ordinal);
        Assert.DoesNotContain("[Nudge", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_pressed_it_or_left_before_the_message_goes_out_gets_none()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var server = Cohort(world);
        var post = await PostAsync(world);
        var preview = await NudgeAsync(world, await ListAsync(world), "Nudge those 4 once");
        await NudgeAsync(world, preview, "Send 4 messages");

        await world.Slice.PressAsync(TestPerson.Ada, post);
        server.Leave(103);
        await world.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Empty(Nudges(world, 101));
        Assert.Empty(Nudges(world, 103));
        Assert.Single(Nudges(world, 102));
        Assert.Single(Nudges(world, 104));
    }

    [Fact]
    public async Task Closed_direct_messages_are_counted_and_never_taken_to_the_channel()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        Cohort(world);
        await PostAsync(world);
        world.Channel.Close(ChannelOnDiscord.DmOf(new Snowflake(103)), 403, DiscordErrorCode.CannotSendToUser);

        await NudgeAsync(world, await NudgeAsync(world, await ListAsync(world), "Nudge those 4 once"), "Send 4 messages");
        await world.SendDueAsync();

        Assert.Contains("Nudged: 3. Not reached, since they take no direct messages from me: <@103>.", ReplyText.Of(await ListAsync(world)), StringComparison.Ordinal);
        Assert.Single(world.Channel.TextsIn(AnnouncementWorld.Board));
    }

    [Fact]
    public async Task Got_it_works_in_the_direct_message_too_and_for_nobody_elses_post()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        Cohort(world);
        var post = await PostAsync(world);
        await NudgeAsync(world, await NudgeAsync(world, await ListAsync(world), "Nudge those 4 once"), "Send 4 messages");

        Assert.Equal("👍 Noted, thank you.", ReplyText.Of(await world.Slice.HandleAsync(Interactions.PressInDm(TestPerson.Ada, post))));
        var stranger = new TestPerson(4242, "eve");
        Assert.StartsWith("That announcement no longer stands", ReplyText.Of(await world.Slice.HandleAsync(Interactions.PressInDm(stranger, post))), StringComparison.Ordinal);
        Assert.Contains("**1 of 4**", ReplyText.Of(await ListAsync(world)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_has_pages()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var server = Cohort(world);
        for (var id = 1000ul; id < 1090; id++)
        {
            server.Join(id);
        }

        await PostAsync(world);
        var first = await ListAsync(world);
        Assert.Contains("**Not yet (94)**", ReplyText.Of(first), StringComparison.Ordinal);
        Assert.Contains("-# Page 1 of 3", ReplyText.Of(first), StringComparison.Ordinal);

        var last = await NudgeAsync(world, first, "Last");

        Assert.Contains("<@1089>\n", ReplyText.Of(last), StringComparison.Ordinal);
        Assert.Contains("-# Page 3 of 3", ReplyText.Of(last), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Which_post_is_picked_from_a_list_or_by_its_title()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        Cohort(world);
        Assert.StartsWith("No posted announcement asks for **Got it** yet.", ReplyText.Of(await world.RunAsync("announce acks")), StringComparison.Ordinal);
        await PostAsync(world);
        await PostAsync(world, title: "Retro");

        var suggestion = Assert.Single(await world.Slice.SuggestAsync(TestPerson.Mentor, "announce acks", "which", "demo"));
        Assert.Equal("Demo day · Mon 23 Nov 2026, 09:01 · 0 got it", suggestion.Name);
        Assert.StartsWith("## Got it: Demo day", ReplyText.Of(await world.RunAsync("announce acks", new { which = suggestion.Value })), StringComparison.Ordinal);
        Assert.StartsWith("## Got it: Demo day", ReplyText.Of(await world.RunAsync("announce acks", new { which = "demo" })), StringComparison.Ordinal);
        Assert.StartsWith("## Got it: Retro", ReplyText.Of(await world.RunAsync("announce acks")), StringComparison.Ordinal);
        Assert.StartsWith("I am not sure which post “xyz” is.", ReplyText.Of(await world.RunAsync("announce acks", new { which = "xyz" })), StringComparison.Ordinal);
    }

    private static ServerOnDiscord Cohort(AnnouncementWorld world)
    {
        var server = world.Server;
        server.Join(101, roles: ServerOnDiscord.Backend);
        server.Join(102);
        server.Join(103);
        server.Join(104);
        server.Join(300, bot: true);
        return server;
    }

    /// <summary>Posts one that asks for it, and returns its button's custom id.</summary>
    private static async Task<string> PostAsync(AnnouncementWorld world, Action<Announcement>? change = null, string title = "Demo day")
    {
        await world.ScheduleAsync("in 1 minute", title);
        await using (var db = world.Slice.Db())
        {
            var announcement = await db.In<Announcement>(Interactions.Guild).SingleAsync(it => it.Title == title);
            announcement.AsksForAcknowledgement = true;
            change?.Invoke(announcement);
            await db.SaveChangesAsync();
        }

        await world.PassAsync(TimeSpan.FromMinutes(1));
        return ReplyText.AllOf(world.Channel.Sent.Last().Components!).OfType<Button>().Single(button => button.Label == "Got it").CustomId!;
    }

    private static async Task<Reply> ListAsync(AnnouncementWorld world) =>
        (await world.Slice.FollowUpAsync(TestPerson.Mentor, await world.RunAsync("announce acks")))!;

    /// <summary>Presses a button whose answer comes after asking Discord.</summary>
    private static async Task<Reply> NudgeAsync(AnnouncementWorld world, Reply on, string label) =>
        (await world.Slice.FollowUpAsync(TestPerson.Mentor, await world.PressAsync(on, label)))!;

    private static IReadOnlyList<string> Nudges(AnnouncementWorld world, ulong person) =>
        [.. world.Channel.TextsIn(ChannelOnDiscord.DmOf(new Snowflake(person))).Select(text => string.Join('\n', text.Split('\n')[..^1]))];

    // Ids of messages differ from run to run.
    private static string Cut(Reply reply) => ReplyText.Of(reply) is var text && text.IndexOf("/channels/1/40/", StringComparison.Ordinal) is >= 0 and var at ? text[..(at + 15)] : text;

    private static async Task RecordAsync(AnnouncementWorld world, DeliveryState state, Snowflake? message)
    {
        await using var db = world.Slice.Db();
        await db.In<Delivery>(Interactions.Guild).ExecuteUpdateAsync(set => set.SetProperty(it => it.State, state).SetProperty(it => it.MessageId, message));
    }

    private static List<string> Edits(AnnouncementWorld world)
    {
        var edits = new List<string>();
        world.Slice.Discord
            .Setup(discord => discord.EditMessageAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<MessageEdit>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake _, Snowflake _, MessageEdit edit, RequestOptions? _, CancellationToken _) =>
            {
                edits.Add(ReplyText.Of(edit.Components.Value![0]));
                return Task.FromResult(new Message());
            });
        return edits;
    }
}
