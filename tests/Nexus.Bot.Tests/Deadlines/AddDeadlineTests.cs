using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Features.Deadlines;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using static Nexus.Bot.Tests.Deadlines.DeadlineWorld;

namespace Nexus.Bot.Tests.Deadlines;

public sealed class AddDeadlineTests
{
    [Fact]
    public async Task Adding_one_posts_a_card_and_tells_the_mentor_alone_how_to_take_it_back()
    {
        await using var world = await StartAsync();

        var added = await world.Slice.RunAsync(TestPerson.Mentor, "deadline add", new Dictionary<string, object?>
        {
            ["name"] = "Capstone *schema*",
            ["when"] = "27 Nov 17:00",
            ["for"] = "backend",
            ["details"] = "Push it to `main`. # @everyone",
            ["link"] = "https://example.org/brief?a=1",
        });

        Assert.False(added.IsPrivate);
        Assert.True(added.Next!.IsPrivate);
        Assert.Equal(
            "### 📌 Capstone \\*schema\\*\nDue <t:1795798800:F> (<t:1795798800:R>), for <@&70>\nPush it to `main`. # @everyone\n🔗 <https://example.org/brief?a=1>\n"
            + "-# Reminders come 3 days, 1 day and 2 hours before, until you press Done.\n[Done] [Remind me no more]\n"
            + "Only you see this: **Capstone \\*schema\\*** is added. Reminders still to come: 3 days, 1 day and 2 hours before.\n[Edit] [Undo]",
            ReplyText.Of(added));
        Assert.Empty(added.Mentions.Parse);

        var counted = await world.Slice.FollowUpAsync(TestPerson.Mentor, added);
        Assert.Contains("-# A direct message reminds 1 person 3 days, 1 day and 2 hours before, until they press Done.", ReplyText.Of(counted!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_channel_for_closed_DMs_the_mentor_learns_whom_it_does_not_reach()
    {
        await using var world = await StartAsync();
        await world.Slice.ConfigureAsync(configuration => configuration.ReminderChannelId = null);

        var added = await world.Slice.RunAsync(TestPerson.Mentor, "deadline add", new { name = "Capstone", when = "27 Nov 17:00" });

        Assert.Contains("\n-# Whoever takes no direct messages is not reminded: an admin can choose a channel for them with `/nexus setup`.\n", ReplyText.Of(added), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_members_intent_the_card_says_where_reminders_go_instead()
    {
        await using var world = await StartAsync();
        world.HasMembersIntent = false;

        var added = await world.AddAsync("27 Nov 17:00");

        Assert.Contains(
            "-# I cannot see who has which role here, so reminders go to <#40> 3 days, 1 day and 2 hours before and mention <@&70>.",
            ReplyText.Of((await world.Slice.FollowUpAsync(TestPerson.Mentor, added))!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("30 minutes", "-# It is due so soon that no reminder comes.")]
    [InlineData("5 hours", "-# Reminders come 2 hours before, until you press Done.")]
    [InlineData("2 days", "-# Reminders come 1 day and 2 hours before, until you press Done.")]
    public async Task The_card_names_only_the_reminders_still_to_come(string wait, string words)
    {
        await using var world = await StartAsync();

        Assert.Contains(words, ReplyText.Of(await world.AddAsync($"in {wait}")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yesterday", "“yesterday” is in the past. Times that work: `Friday 18:00`, `end of day`, `24 Nov 23:59`. They are read in Africa/Nairobi. Nothing was saved.")]
    [InlineData("1 Jan 9999 9:00", "“1 Jan 9999 9:00” is more than a year ahead; that is as far as I plan. Times that work: `Friday 18:00`, `end of day`, `24 Nov 23:59`. They are read in Africa/Nairobi. Nothing was saved.")]
    [InlineData("Friday", "“Friday” names a day but no time of day. Times that work: `Friday 18:00`, `end of day`, `24 Nov 23:59`. They are read in Africa/Nairobi. Nothing was saved.")]
    [InlineData("every Friday at 9", "“every Friday at 9” comes again and again, and here I need a single time. Times that work: `Friday 18:00`, `end of day`, `24 Nov 23:59`. They are read in Africa/Nairobi. Nothing was saved.")]
    [InlineData("so_on", "I cannot read “so\\_on” as a time. Times that work: `Friday 18:00`, `end of day`, `24 Nov 23:59`. They are read in Africa/Nairobi. Nothing was saved.")]
    public async Task A_time_that_cannot_be_used_saves_nothing(string when, string words)
    {
        await using var world = await StartAsync();
        await world.ChooseZoneAsync(TestPerson.Mentor, "Africa/Nairobi");

        var refused = await world.AddAsync(when);

        Assert.Equal((true, words), (refused.IsPrivate, ReplyText.Of(refused)));
        await using var db = world.Slice.Db();
        Assert.Empty(await db.In<Deadline>(Interactions.Guild).ToListAsync());
    }

    [Fact]
    public async Task Examples_that_work_do_work()
    {
        await using var world = await StartAsync();
        foreach (var when in new[] { "Friday 18:00", "end of day", "24 Nov 23:59" })
        {
            Assert.False((await world.AddAsync(when, when)).IsPrivate);
        }
    }

    [Fact]
    public async Task What_else_is_wrong_is_said_and_saves_nothing()
    {
        await using var world = await StartAsync();
        Assert.Equal("A deadline needs a name. Nothing was saved.", await RefusalAsync(new { name = "  ", when = "in 5 days" }));
        Assert.Equal(
            "That link cannot be used: it has to begin with `https://` or `http://` and be at most 400 characters long. Nothing was saved.",
            await RefusalAsync(new { name = "x", when = "in 5 days", link = "javascript:alert(1)" }));
        Assert.Equal(
            "I do not know the role of the frontend track. An admin chooses it with `/nexus setup`; or pick a `role`. Nothing was saved.",
            await RefusalAsync(new Dictionary<string, object?> { ["name"] = "x", ["when"] = "in 5 days", ["for"] = "frontend" }));
        Assert.Equal(
            "Pick `for` or `role`, not both. Nothing was saved.",
            await RefusalAsync(new Dictionary<string, object?> { ["name"] = "x", ["when"] = "in 5 days", ["for"] = "everyone", ["role"] = new Snowflake(71) }));
        for (var number = 0; number < DeadlineBook.MostComing; number++)
        {
            await world.AddAsync("in 5 days", $"Number {number}");
        }

        Assert.Equal("There are 50 coming deadlines, which is as many as I keep. `/deadline remove` makes room. Nothing was saved.", await RefusalAsync(new { name = "x", when = "in 5 days" }));
        await using var db = world.Slice.Db();
        Assert.False(await db.In<Deadline>(Interactions.Guild).AnyAsync(deadline => deadline.Name == "x"));

        async Task<string> RefusalAsync(object options) => ReplyText.Of(await world.AsMentorAsync("add", options));
    }

    [Fact]
    public async Task A_role_can_be_named_and_the_servers_own_is_everyone()
    {
        await using var world = await StartAsync();
        await world.AsMentorAsync("add", new { name = "Role", when = "in 5 days", role = new Snowflake(71) });
        await world.AsMentorAsync("add", new { name = "All", when = "in 5 days", role = Interactions.Guild });

        Assert.Equal((new Snowflake(71), null), ((await world.DeadlineAsync("Role")).RoleId, (await world.DeadlineAsync("All")).RoleId));
    }

    [Fact]
    public async Task While_a_time_is_typed_it_is_shown_how_it_is_read_in_the_mentors_zone()
    {
        await using var world = await StartAsync();
        await world.ChooseZoneAsync(TestPerson.Mentor, "Africa/Nairobi");

        var typed = await world.Slice.SuggestAsync(TestPerson.Mentor, "deadline add", "when", "friday 18:00");
        Assert.Equal(("friday 18:00 → Fri 27 Nov 2026, 18:00 (in 4 d 6 h) Africa/Nairobi", "2026-11-27T15:00:00Z"), (typed[0].Name, typed[0].Value));
        var day = await world.Slice.SuggestAsync(TestPerson.Mentor, "deadline add", "when", "friday");
        Assert.Equal("friday 23:59 → Fri 27 Nov 2026, 23:59 (in 4 d 11 h) Africa/Nairobi", day[0].Name);
        Assert.Equal(4, (await world.Slice.SuggestAsync(TestPerson.Mentor, "deadline add", "when", "")).Count);
    }

    [Fact]
    public async Task The_card_follows_changes_a_few_seconds_later_once_for_several()
    {
        await using var world = await StartAsync();
        var added = await world.AddAsync("27 Nov 17:00");
        await world.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Empty(world.Edits);

        await world.AsMentorAsync("edit", new { deadline = "Capstone", when = "28 Nov 17:00" });
        await world.AsMentorAsync("edit", new Dictionary<string, object?> { ["deadline"] = "Capstone", ["for"] = "everyone" });
        await world.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(
            "### 📌 Capstone\nDue <t:1795885200:F> (<t:1795885200:R>), for everyone\n-# Direct messages remind 2 people 3 days, 1 day and 2 hours before, until they press Done.\n[Done] [Remind me no more]",
            Assert.Single(world.Edits));

        await world.Slice.PressAsync(TestPerson.Mentor, added.Next!, "Undo");
        await world.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("### ✖️ Capstone\nThis deadline was taken back. It was due <t:1795885200:F>.", world.Edits[^1]);
        Assert.Equal(2, world.Edits.Count);
    }

    [Fact]
    public async Task When_its_time_has_passed_the_card_says_so()
    {
        await using var world = await StartAsync();
        await world.AddAsync("in 3 hours");

        await world.PassAsync(TimeSpan.FromHours(4));

        Assert.Equal("### ⌛ Capstone\nWas due <t:1795435200:F> (<t:1795435200:R>), for <@&70>", Assert.Single(world.Edits));
    }

    [Fact]
    public async Task When_people_cannot_be_counted_now_the_card_stands_and_the_number_follows()
    {
        await using var world = await StartAsync();
        world.MembersFail = new DiscordApiException("GET /guilds/{guild}/members", 503, 0, "later");
        var added = await world.AddAsync("27 Nov 17:00");
        Assert.Null(await world.Slice.FollowUpAsync(TestPerson.Mentor, added));
        var asked = await world.AsMentorAsync("remove", new { deadline = "Capstone" });
        Assert.Contains("It would have reminded <@&70>.", ReplyText.Of((await world.Slice.FollowUpAsync(TestPerson.Mentor, asked))!), StringComparison.Ordinal);

        await world.RunJobsAsync();
        Assert.Empty(world.Edits);
        world.MembersFail = null;
        await world.RunJobsAsync();

        Assert.Contains("-# A direct message reminds 1 person", Assert.Single(world.Edits), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_was_deleted_is_left_alone_and_one_out_of_reach_is_tried_again()
    {
        await using var world = await StartAsync();
        await world.AddAsync("27 Nov 17:00");
        world.EditFails = new DiscordApiException("PATCH", 503, 0, "later");
        await world.AsMentorAsync("edit", new { deadline = "Capstone", when = "28 Nov 17:00" });
        await world.PassAsync(TimeSpan.FromMinutes(1));
        world.EditFails = null;
        await world.RunJobsAsync();
        Assert.Single(world.Edits);

        world.EditFails = new DiscordApiException("PATCH", 404, DiscordErrorCode.UnknownMessage, "gone");
        await world.AsMentorAsync("edit", new { deadline = "Capstone", when = "29 Nov 17:00" });
        await world.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((null, null), ((await world.DeadlineAsync()).CardId, (await world.DeadlineAsync()).CardStaleAt));
    }
}
