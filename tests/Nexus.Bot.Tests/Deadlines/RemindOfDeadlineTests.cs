using Microsoft.EntityFrameworkCore;
using Moq;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Deadlines;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Rest;
using static Nexus.Bot.Tests.Deadlines.DeadlineWorld;

namespace Nexus.Bot.Tests.Deadlines;

public sealed class RemindOfDeadlineTests
{
    private const string Reminder = "### ⏰ Capstone\nDue <t:1795798800:F> (<t:1795798800:R>).\n[Done] [Remind me no more] [Where it stands](https://discord.com/channels/1/10/4000)";

    // Friday 27 November, 17:00 UTC.
    private static readonly DateTimeOffset s_due = new(2026, 11, 27, 17, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_track_is_reminded_three_days_one_day_and_two_hours_before()
    {
        await using var world = await StartAsync();
        await world.AddAsync("27 Nov 17:00");

        await world.PassUntilAsync(s_due.AddDays(-3).AddSeconds(-1));
        Assert.Empty(world.DmsOf(Ada));
        await world.PassUntilAsync(s_due.AddDays(-3));
        Assert.Equal(Reminder, Assert.Single(world.DmsOf(Ada)));
        await world.PassUntilAsync(s_due.AddDays(-1));
        Assert.Equal(2, world.DmsOf(Ada).Count);
        await world.PassUntilAsync(s_due.AddHours(-2).AddSeconds(-1));
        Assert.Equal(2, world.DmsOf(Ada).Count);
        await world.PassUntilAsync(s_due.AddDays(1));

        Assert.Equal([Reminder, Reminder, Reminder], world.DmsOf(Ada));
        Assert.Empty(world.DmsOf(Bo));
        Assert.Equal(["101 ThreeDays Sent", "101 OneDay Sent", "101 TwoHours Sent"], await world.RemindersAsync());
        Assert.All(world.Channel.Sent, message => Assert.Empty(message.AllowedMentions.Parse));
    }

    [Fact]
    public async Task The_days_are_those_of_each_persons_own_clock()
    {
        await using var world = await StartAsync();
        await world.ChooseZoneAsync(Ada, "Pacific/Auckland");
        await world.AddAsync("27 Nov 17:00", audience: null);

        // 06:00 on Saturday in Auckland: so 21:00 on Tuesday evening there, which is 08:00 UTC.
        await world.PassUntilAsync(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
        Assert.Equal((1, 0), (world.DmsOf(Ada).Count, world.DmsOf(Bo).Count));
        await world.PassUntilAsync(s_due.AddDays(-3));
        Assert.Equal((1, 1), (world.DmsOf(Ada).Count, world.DmsOf(Bo).Count));
    }

    [Fact]
    public async Task Who_has_it_done_mutes_it_or_wants_none_at_all_hears_no_more_of_it()
    {
        await using var world = await StartAsync();
        var (cleo, dan) = (Ada with { Number = 103 }, Ada with { Number = 104 });
        world.Join(cleo);
        world.Join(dan);
        await world.AddAsync("27 Nov 17:00");
        await world.PassUntilAsync(s_due.AddDays(-2));
        Assert.Equal(3, world.Channel.Texts.Count);

        await world.Slice.RunAsync(Ada, "deadline done", new { deadline = "Capstone" });
        await world.Slice.RunAsync(cleo, "deadline mute", new { deadline = "capstone" });
        await world.Slice.RunAsync(dan, "deadline mute");
        await world.PassUntilAsync(s_due.AddDays(1));

        Assert.Equal(3, world.Channel.Texts.Count);
        Assert.DoesNotContain(await world.RemindersAsync(), row => row.EndsWith("Failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_takes_it_back_in_time_is_reminded_again()
    {
        await using var world = await StartAsync();
        await world.AddAsync("27 Nov 17:00");
        var done = await world.Slice.RunAsync(Ada, "deadline done", new { deadline = "Capstone" });
        await world.PassUntilAsync(s_due.AddDays(-1).AddMinutes(-1));
        Assert.Empty(world.DmsOf(Ada));

        var undone = await world.Slice.PressAsync(Ada, done, "Undo");
        Assert.StartsWith("**Capstone** is open again for you, due <t:1795798800:F>", ReplyText.Of(undone), StringComparison.Ordinal);
        await world.PassUntilAsync(s_due);

        Assert.Equal(2, world.DmsOf(Ada).Count);
    }

    [Fact]
    public async Task The_buttons_of_a_reminder_work_in_the_direct_message_for_its_person_only()
    {
        await using var world = await StartAsync();
        await world.AddAsync("27 Nov 17:00");
        await world.PassUntilAsync(s_due.AddDays(-3));
        var row = world.Channel.Sent.Single().Components!.SelectMany(component => ReplyText.AllOf([component])).OfType<Discord.Model.Button>().First();

        var stranger = await world.Slice.HandleAsync(Interactions.PressInDm(Bo, row.CustomId!));
        Assert.Equal("That deadline no longer exists, or the reminder was for somebody else. `/deadline list` shows yours.", ReplyText.Of(stranger));
        var done = await world.Slice.HandleAsync(Interactions.PressInDm(Ada, row.CustomId!));
        Assert.Equal("✅ **Capstone** is done. Well done! No more reminders of it for you.\n[Undo]", ReplyText.Of(done));
        await world.Slice.HandleAsync(Interactions.PressInDm(Ada, ReplyText.ButtonId(done, "Undo")));
        var muted = await world.Slice.HandleAsync(Interactions.PressInDm(Ada, row.CustomId!.Replace("done", "mute", StringComparison.Ordinal)));
        var silent = await world.Slice.HandleAsync(Interactions.PressInDm(Ada, ReplyText.ButtonId(muted, "No deadlines of that server")));
        Assert.StartsWith("🔕 No more reminders of that server's deadlines for you. They stay in `/deadline list` there.", ReplyText.Of(silent), StringComparison.Ordinal);
        await world.PassUntilAsync(s_due);

        Assert.Single(world.DmsOf(Ada));
    }

    [Fact]
    public async Task What_was_switched_off_in_the_direct_message_is_switched_on_there_and_nothing_is_promised_before()
    {
        await using var world = await StartAsync();
        await world.AddAsync("27 Nov 17:00");
        await world.PassUntilAsync(s_due.AddDays(-3));
        var row = ReplyText.AllOf([.. world.Channel.Sent.Single().Components!]).OfType<Discord.Model.Button>().First();
        var muted = await PressAsync(row.CustomId!.Replace("done", "mute", StringComparison.Ordinal));
        await PressAsync(ReplyText.ButtonId(muted, "No deadlines of that server"));

        var done = await PressAsync(row.CustomId!);
        Assert.EndsWith(". Its reminders stay off for you.", ReplyText.Of(await PressAsync(ReplyText.ButtonId(done, "Undo"))), StringComparison.Ordinal);
        var unmuted = await PressAsync(ReplyText.ButtonId(muted, "Undo"));
        var heard = await PressAsync(ReplyText.ButtonId(unmuted, "Switch them on"));
        Assert.StartsWith("🔔 Reminders of that server's deadlines reach you again", ReplyText.Of(heard), StringComparison.Ordinal);
        Assert.EndsWith(". Reminders still to come reach you.", ReplyText.Of(await PressAsync(ReplyText.ButtonId(done, "Undo"))), StringComparison.Ordinal);
        await world.PassUntilAsync(s_due);

        Assert.Equal(3, world.DmsOf(Ada).Count);

        Task<Reply> PressAsync(string id) => world.Slice.HandleAsync(Interactions.PressInDm(Ada, id));
    }

    [Fact]
    public async Task Who_comes_late_gets_the_rungs_to_come_and_who_has_left_gets_none()
    {
        await using var world = await StartAsync();
        var cleo = Ada with { Number = 103 };
        await world.AddAsync("27 Nov 17:00");
        await world.PassUntilAsync(s_due.AddDays(-3).AddMinutes(-15));
        world.Leave(Ada);
        world.Join(cleo);
        await world.PassUntilAsync(s_due.AddDays(-3).AddHours(5));
        Assert.Equal((0, 1), (world.DmsOf(Ada).Count, world.DmsOf(cleo).Count));

        world.Join(Ada);
        await world.PassUntilAsync(s_due);

        Assert.Equal((2, 3), (world.DmsOf(Ada).Count, world.DmsOf(cleo).Count));
    }

    [Fact]
    public async Task A_closed_DM_falls_back_to_a_mention_in_the_agreed_channel_that_says_why()
    {
        await using var world = await StartAsync();
        world.Channel.Close(ChannelOnDiscord.DmOf(Ada.Id), 403, DiscordErrorCode.CannotSendToUser);
        await world.AddAsync("27 Nov 17:00");

        await world.PassUntilAsync(s_due.AddDays(-2));

        Assert.Equal(
            "<@101>\n### ⏰ Capstone\nDue <t:1795798800:F> (<t:1795798800:R>).\n"
            + "-# It is here because I could not send you a direct message. Allow direct messages from this server, and the next one comes there.\n"
            + "[Done] [Remind me no more] [Where it stands](https://discord.com/channels/1/10/4000)",
            Assert.Single(world.Channel.TextsIn(Lobby)));
        Assert.Equal([Ada.Id], Assert.Single(world.Channel.Sent).AllowedMentions.Users!);
    }

    [Fact]
    public async Task A_program_that_was_away_sends_one_late_reminder_and_says_how_late()
    {
        await using var world = await StartAsync();
        await world.AddAsync("27 Nov 17:00");
        await world.RunJobsAsync();
        world.Sleep(s_due.AddDays(-3).AddHours(3) - world.Now);

        await world.RunJobsAsync();

        Assert.Contains("-# ⏰ Late by 3 h: I could not send it in time.", Assert.Single(world.DmsOf(Ada)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_rungs_that_were_missed_together_only_the_last_comes_and_after_the_deadline_none()
    {
        await using var world = await StartAsync();
        await world.AddAsync("27 Nov 17:00");
        await world.PassUntilAsync(s_due.AddDays(-3).AddHours(-1));
        world.Sleep(TimeSpan.FromDays(2) + TimeSpan.FromHours(3));
        await world.RunJobsAsync();
        Assert.Single(world.DmsOf(Ada));

        await world.AddAsync("28 Nov 17:00", "Second");
        await world.PassUntilAsync(s_due.AddHours(-3));
        world.Sleep(TimeSpan.FromHours(4));
        await world.PassAsync(TimeSpan.FromMinutes(10));

        Assert.DoesNotContain(world.DmsOf(Ada).Skip(1), text => text.Contains("Capstone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Moving_it_moves_the_reminders_and_tells_once_whoever_was_reminded_of_the_old_time()
    {
        await using var world = await StartAsync();
        var cleo = Ada with { Number = 103 };
        await world.AddAsync("27 Nov 17:00");
        await world.PassUntilAsync(s_due.AddDays(-2));
        world.Join(cleo);

        await world.AsMentorAsync("edit", new { deadline = "Capstone", when = "28 Nov 17:00" });
        await world.PassAsync(TimeSpan.FromMinutes(2));
        await world.AsMentorAsync("edit", new { deadline = "Capstone", when = "29 Nov 17:00" });
        await world.PassAsync(TimeSpan.FromMinutes(6));

        Assert.Equal(
            "### 🔁 Capstone has moved\nIt is due <t:1795971600:F> (<t:1795971600:R>) now, not <t:1795798800:F>.\n[Done] [Remind me no more] [Where it stands](https://discord.com/channels/1/10/4000)",
            world.DmsOf(Ada)[^1]);
        Assert.Equal((2, 0), (world.DmsOf(Ada).Count, world.DmsOf(cleo).Count));
        await world.PassUntilAsync(s_due.AddDays(3));
        Assert.Equal((5, 3), (world.DmsOf(Ada).Count, world.DmsOf(cleo).Count));
    }

    [Fact]
    public async Task Moved_and_moved_back_at_once_nobody_hears_of_it_and_no_rung_comes_twice()
    {
        await using var world = await StartAsync();
        await world.AddAsync("27 Nov 17:00");
        await world.PassUntilAsync(s_due.AddDays(-3));
        var moved = await world.AsMentorAsync("edit", new { deadline = "Capstone", when = "27 Nov 17:30" });
        await world.PassAsync(TimeSpan.FromMinutes(3));

        Assert.StartsWith("**Capstone** is due <t:1795798800:F>", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Mentor, moved, "Undo")), StringComparison.Ordinal);
        await world.PassUntilAsync(s_due);

        Assert.Equal([Reminder, Reminder, Reminder], world.DmsOf(Ada));
    }

    [Fact]
    public async Task Who_was_reminded_and_then_travels_is_not_reminded_again_of_the_same_rung_of_the_same_time()
    {
        await using var world = await StartAsync();
        await world.ChooseZoneAsync(Ada, "Pacific/Auckland");
        await world.AddAsync("27 Nov 17:00");
        await world.PassUntilAsync(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
        Assert.Single(world.DmsOf(Ada));

        // There the rung is still to come, and the ladder begins anew.
        await world.ChooseZoneAsync(Ada, "America/New_York");
        var moved = await world.AsMentorAsync("edit", new { deadline = "Capstone", when = "28 Nov 17:00" });
        await world.PassAsync(TimeSpan.FromMinutes(1));
        await world.Slice.PressAsync(TestPerson.Mentor, moved, "Undo");
        await world.PassUntilAsync(s_due.AddDays(-2));

        Assert.Single(world.DmsOf(Ada));
    }

    [Fact]
    public async Task Whoever_is_being_reminded_of_the_old_time_in_that_very_moment_is_told_too()
    {
        await using var world = await StartAsync();
        await world.AddAsync("27 Nov 17:00");
        await world.PassUntilAsync(s_due.AddDays(-2));
        await StandAsync(DeliveryState.Sending);

        await world.AsMentorAsync("edit", new { deadline = "Capstone", when = "28 Nov 17:00" });
        await world.PassAsync(TimeSpan.FromMinutes(6));
        Assert.DoesNotContain(world.DmsOf(Ada), text => text.Contains("has moved", StringComparison.Ordinal));
        await StandAsync(DeliveryState.Sent);
        await world.PassAsync(TimeSpan.FromMinutes(3));

        Assert.Single(world.DmsOf(Ada), text => text.Contains("Capstone has moved", StringComparison.Ordinal));

        // As if another process had taken it up, and then was done with it.
        async Task StandAsync(DeliveryState state)
        {
            await using var db = world.Slice.Db();
            DateTimeOffset? until = world.Slice.Clock.GetUtcNow().AddHours(1);
            await db.In<Delivery>(Interactions.Guild).Where(one => one.Kind == DeadlineReminder.DeliveryKind && one.DueAt <= until)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.State, state).SetProperty(one => one.LeaseUntil, state == DeliveryState.Sending ? until : null));
        }
    }

    [Fact]
    public async Task Removed_it_is_off_for_those_who_were_reminded_and_brought_back_it_goes_on()
    {
        await using var world = await StartAsync();
        await world.AddAsync("27 Nov 17:00");
        await world.PassUntilAsync(s_due.AddDays(-3));
        var asked = await world.AsMentorAsync("remove", new { deadline = "Capstone" });
        var removed = await world.Slice.PressAsync(TestPerson.Mentor, asked, "Remove it");
        await world.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(
            "### ✖️ Capstone is off\nA mentor took it back; it was due <t:1795798800:F>. Nothing is left to do.\n[Where it stands](https://discord.com/channels/1/10/4000) [No deadlines of that server]",
            world.DmsOf(Ada)[^1]);
        Assert.Equal(2, world.DmsOf(Ada).Count);

        await world.Slice.PressAsync(TestPerson.Mentor, removed, "Undo");
        await world.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal("### 🔁 Capstone has moved\nIt is due <t:1795798800:F> (<t:1795798800:R>) now.", string.Join('\n', world.DmsOf(Ada)[^1].Split('\n')[..2]));
        await world.PassUntilAsync(s_due);

        Assert.Equal(5, world.DmsOf(Ada).Count);
    }

    [Fact]
    public async Task Removed_and_brought_back_at_once_nobody_notices()
    {
        await using var world = await StartAsync();
        await world.AddAsync("27 Nov 17:00");
        await world.PassUntilAsync(s_due.AddDays(-3).AddHours(-2));
        var removed = await world.Slice.PressAsync(TestPerson.Mentor, await world.AsMentorAsync("remove", new { deadline = "Capstone" }), "Remove it");
        await world.PassAsync(TimeSpan.FromMinutes(1));
        await world.Slice.PressAsync(TestPerson.Mentor, removed, "Undo");
        await world.PassUntilAsync(s_due);

        Assert.Equal([Reminder, Reminder, Reminder], world.DmsOf(Ada));
    }

    [Fact]
    public async Task Without_the_members_intent_the_channel_is_reminded_and_the_role_mentioned()
    {
        await using var world = await StartAsync();
        world.HasMembersIntent = false;
        await world.AddAsync("27 Nov 17:00");

        await world.PassUntilAsync(s_due);

        Assert.Equal(3, world.Channel.TextsIn(Board).Count);
        Assert.Equal(3, world.Channel.Texts.Count);
        Assert.StartsWith("<@&70>\n### ⏰ Capstone\nDue <t:1795798800:F>", world.Channel.Texts[0], StringComparison.Ordinal);
        Assert.All(world.Channel.Sent, message => Assert.Equal([new Snowflake(BackendRole)], message.AllowedMentions.Roles!));
    }

    [Fact]
    public async Task Rungs_that_had_passed_when_it_was_set_do_not_come()
    {
        await using var world = await StartAsync();
        await world.AddAsync("in 20 hours");

        await world.PassAsync(TimeSpan.FromDays(2));

        Assert.Equal(["101 TwoHours Sent"], await world.RemindersAsync());
    }

    [Fact]
    public async Task Five_hundred_people_are_no_work_for_the_command_and_each_is_reminded_once()
    {
        await using var world = await StartAsync();
        for (var number = 1_000UL; number < 1_500; number++)
        {
            world.Join(Ada with { Number = number });
        }

        world.Leave(Ada);
        await world.Slice.RunAsync(TestPerson.Mentor, "deadline add", new Dictionary<string, object?> { ["name"] = "Capstone", ["when"] = "in 3 hours", ["for"] = "backend" });
        Assert.Empty(await world.RemindersAsync());
        await world.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(500, world.Channel.Texts.Count);
        await using var db = world.Slice.Db();
        Assert.Equal(500, await db.In<Delivery>(Interactions.Guild).Where(row => row.State == DeliveryState.Sent).Select(row => row.PersonId).Distinct().CountAsync());

        // One listing for planning, and one a minute while they are sent.
        world.Slice.Discord.Verify(discord => discord.GetMembersAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake?>(), It.IsAny<int>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()), Moq.Times.AtMost(8));
    }
}
