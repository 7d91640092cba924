using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Features.Deadlines;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using static Nexus.Bot.Tests.Deadlines.DeadlineWorld;

namespace Nexus.Bot.Tests.Deadlines;

public sealed class MyDeadlinesTests
{
    [Fact]
    public async Task The_list_shows_what_is_mine_first_with_its_state()
    {
        await using var world = await StartAsync();
        await world.AddAsync("in 2 hours", "Over soon");
        await world.AddAsync("26 Nov 17:00", "All", audience: null);
        await world.AddAsync("25 Nov 17:00", "Backend one");
        await world.AddAsync("24 Nov 17:00", "Backend two");
        await world.AddAsync("27 Nov 17:00", "Backend three");
        await world.Slice.RunAsync(Ada, "deadline done", new { deadline = "Backend two" });
        await world.Slice.RunAsync(Ada, "deadline mute", new { deadline = "Backend three" });
        world.Sleep(TimeSpan.FromHours(3));

        Assert.Equal(
            """
            ## Deadlines
            📌 **Backend one** · <t:1795626000:F> (<t:1795626000:R>) · for <@&70>
            📌 **All** · <t:1795712400:F> (<t:1795712400:R>)
            🔕 **Backend three** · <t:1795798800:F> (<t:1795798800:R>) · muted · for <@&70>
            ✅ **Backend two** · <t:1795539600:F> (<t:1795539600:R>) · done · for <@&70>
            ⌛ **Over soon** · <t:1795431600:F> (<t:1795431600:R>) · over · for <@&70>
            [Look at one…: Backend one | All | Backend three | Backend two | Over soon]
            """,
            ReplyText.Of(await world.Slice.RunAsync(Ada, "deadline list")));
        Assert.StartsWith("## Deadlines\n📌 **All**", ReplyText.Of(await world.Slice.RunAsync(Bo, "deadline list")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_has_pages()
    {
        await using var world = await StartAsync();
        for (var number = 1; number <= 10; number++)
        {
            await world.AddAsync($"in {number} days", $"Number {number}");
        }

        var first = await world.Slice.RunAsync(Ada, "deadline list");
        Assert.Contains("-# Page 1 of 2", ReplyText.Of(first), StringComparison.Ordinal);
        var second = ReplyText.Of(await world.Slice.PressAsync(Ada, first, "Next"));

        Assert.Contains("**Number 10**", second, StringComparison.Ordinal);
        Assert.DoesNotContain("**Number 8**", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_alone_shows_how_I_stand_to_it_and_mentors_what_they_can_do()
    {
        await using var world = await StartAsync();
        await world.AddAsync("27 Nov 17:00");
        await world.Slice.RunAsync(Ada, "deadline done", new { deadline = "Capstone" });

        var mine = ReplyText.Of(await world.Slice.RunAsync(Ada, "deadline show", new { deadline = "Capstone" }));
        Assert.EndsWith("[Done] [Remind me no more]\n✅ You have it done. 1 person has it done.\n[Where it stands](https://discord.com/channels/1/10/4000)", mine, StringComparison.Ordinal);
        Assert.Contains("It is not for you. 1 person has it done.", ReplyText.Of(await world.Slice.RunAsync(Bo, "deadline show", new { deadline = "Capstone" })), StringComparison.Ordinal);
        Assert.EndsWith("[Edit] [Remove]", ReplyText.Of(await world.Slice.RunAsync(TestPerson.Mentor, "deadline show", new { deadline = "Capstone" })), StringComparison.Ordinal);
        var opened = await world.Slice.HandleAsync(Interactions.Select(Ada, OpenDeadlineSelect.Spec.For(), ComponentType.StringSelect, await world.IdAsync()));
        Assert.Equal(mine, ReplyText.Of(opened));
    }

    [Fact]
    public async Task Muting_one_or_all_can_be_undone()
    {
        await using var world = await StartAsync();
        await world.AddAsync("27 Nov 17:00");

        var muted = await world.Slice.RunAsync(Ada, "deadline mute", new { deadline = "Capstone" });
        Assert.Equal("🔕 No more reminders of **Capstone** for you. It stays in `/deadline list`.\n[Undo] [No deadlines of that server]", ReplyText.Of(muted));
        var silent = await world.Slice.RunAsync(Ada, "deadline mute");
        Assert.Equal("🔕 No more reminders of this server's deadlines for you. They stay in `/deadline list`.\n[Undo]", ReplyText.Of(silent));
        Assert.Equal(
            "**Capstone** is no longer muted, but you have switched off the reminders of all deadlines of that server.\n[Switch them on]",
            ReplyText.Of(await world.Slice.PressAsync(Ada, muted, "Undo")));
        Assert.Equal("🔔 Reminders of this server's deadlines reach you again, except of those you muted one by one.", ReplyText.Of(await world.Slice.PressAsync(Ada, silent, "Undo")));
        Assert.Equal("🔔 Reminders of **Capstone** reach you again.", ReplyText.Of(await world.Slice.RunAsync(Ada, "deadline unmute", new { deadline = "Capstone" })));
        Assert.StartsWith("You have not switched off the reminders of all deadlines.", ReplyText.Of(await world.Slice.RunAsync(Ada, "deadline unmute")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whats_done_twice_stays_done_and_another_servers_deadline_is_out_of_reach()
    {
        await using var world = await StartAsync();
        await world.AddAsync("27 Nov 17:00");
        var id = await world.IdAsync();
        await world.Slice.PressAsync(Ada, FinishDeadlineButton.Spec.For(id));
        Assert.StartsWith("✅ **Capstone** is done.", ReplyText.Of(await world.Slice.PressAsync(Ada, FinishDeadlineButton.Spec.For(id))), StringComparison.Ordinal);

        var elsewhere = Interactions.Press(Ada, FinishDeadlineButton.Spec.For(id)) with { GuildId = new Snowflake(2) };
        Assert.StartsWith("That deadline no longer exists", ReplyText.Of(await world.Slice.HandleAsync(elsewhere)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_name_is_typed_coming_deadlines_are_offered_mine_first()
    {
        await using var world = await StartAsync();
        await world.AddAsync("24 Nov 17:00", "Design", audience: null);
        await world.AsMentorAsync("add", new { name = "Frontend design", when = "24 Nov 12:00", role = new Snowflake(71) });

        var offered = await world.Slice.SuggestAsync(Ada, "deadline done", "deadline", "desi");

        Assert.Equal(["Design · Tue 24 Nov 2026, 17:00 (in 1 d 8 h)", "Frontend design · Tue 24 Nov 2026, 12:00 (in 1 d 3 h)"], offered.Select(one => one.Name));
        Assert.Equal(await world.IdAsync("Design"), offered[0].Value);
    }

    [Fact]
    public async Task Peoples_own_reminders_and_calendars_know_coming_deadlines()
    {
        await using var world = await StartAsync();
        await world.AddAsync("27 Nov 17:00", "Mine");
        await world.AddAsync("26 Nov 17:00", "Done");
        await world.AddAsync("in 1 hour", "Past");
        await world.Slice.RunAsync(Ada, "deadline done", new { deadline = "Done" });
        world.Sleep(TimeSpan.FromHours(2));
        var subjects = world.Slice.Services.GetServices<IReminderSubject>().Single(subject => subject.Kind == "deadline");
        var entries = world.Slice.Services.GetServices<ICalendarEntries>().OfType<DeadlineSubjects>().Single();
        await using var db = world.Slice.Db();

        Assert.Equal(["Mine"], (await subjects.OpenAsync(db, Interactions.Guild, Ada.Id, CancellationToken.None)).Select(subject => subject.Name));
        var found = (await subjects.FindAsync(db, Interactions.Guild, (await world.DeadlineAsync("Past")).Id, Ada.Id, CancellationToken.None))!;
        Assert.Equal((true, "https://discord.com/channels/1/10/4000"), (found.IsClosed, found.Link));
        Assert.Null(await subjects.FindAsync(db, new Snowflake(2), found.Id, Ada.Id, CancellationToken.None));
        var done = (await world.DeadlineAsync("Done")).Id;
        Assert.True((await subjects.FindAsync(db, Interactions.Guild, done, Ada.Id, CancellationToken.None))!.IsClosed);
        Assert.False((await subjects.FindAsync(db, Interactions.Guild, done, Bo.Id, CancellationToken.None))!.IsClosed);
        Assert.False((await subjects.FindAsync(db, Interactions.Guild, done, null, CancellationToken.None))!.IsClosed);
        Assert.Equal(["Done", "Mine"], (await entries.ComingAsync(db, Interactions.Guild, Ada.Id, [new Snowflake(BackendRole)], CancellationToken.None)).Select(entry => entry.Title));
        Assert.Empty(await entries.ComingAsync(db, Interactions.Guild, Bo.Id, [], CancellationToken.None));
    }
}
