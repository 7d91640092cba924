using Nexus.Bot.Features.Deadlines;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using static Nexus.Bot.Tests.Deadlines.DeadlineWorld;

namespace Nexus.Bot.Tests.Deadlines;

public sealed class ChangeDeadlineTests
{
    [Fact]
    public async Task Edit_opens_a_form_with_what_is_there_and_saves_what_comes_back()
    {
        await using var world = await StartAsync();
        await world.AddAsync("27 Nov 17:00");

        var form = await world.AsMentorAsync("edit", new { deadline = await world.IdAsync() });
        Assert.Equal("Edit the deadline\nName: Capstone\nDue: 2026-11-27 17:00\nDetails: (up to 1000 characters)\nLink: (up to 400 characters)", ReplyText.Of(form));
        var saved = await world.Slice.SubmitAsync(TestPerson.Mentor, form, new { name = "Capstone 2", when = "2026-11-27 17:00", details = "More\nlines", link = "" });

        Assert.Equal("✅ **Capstone 2** is saved. It is due <t:1795798800:F> (<t:1795798800:R>), for <@&70>.", ReplyText.Of(saved));
        Assert.Equal(("More\nlines", 0), ((await world.DeadlineAsync("Capstone 2")).Details, (await world.DeadlineAsync("Capstone 2")).Revision));
    }

    [Fact]
    public async Task A_time_that_cannot_be_read_does_not_cost_the_words_that_came_with_it()
    {
        await using var world = await StartAsync();
        await world.AddAsync("27 Nov 17:00");
        var form = await world.AsMentorAsync("edit", new { deadline = "Capstone" });

        var saved = await world.Slice.SubmitAsync(TestPerson.Mentor, form, new { name = "Other", when = "someday", details = "", link = "" });

        Assert.Equal(
            "✅ **Other** is saved. It is due <t:1795798800:F> (<t:1795798800:R>), for <@&70>.\n"
            + "⚠️ I cannot read “someday” as a time. The time stays as it was. Times that work: `Friday 18:00`, `end of day`, `24 Nov 23:59`. They are read in UTC.",
            ReplyText.Of(saved));
        Assert.Equal("A deadline needs a name. Nothing was saved.", ReplyText.Of(await world.Slice.SubmitAsync(TestPerson.Mentor, form, new { name = " ", when = "someday", details = "", link = "" })));
        Assert.StartsWith("That link cannot be used", ReplyText.Of(await world.Slice.SubmitAsync(TestPerson.Mentor, form, new { name = "x", when = "", details = "", link = "ftp://x" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moving_it_says_what_follows_and_offers_undo()
    {
        await using var world = await StartAsync();
        await world.AddAsync("27 Nov 17:00");

        Assert.Equal(
            "✅ **Capstone** is due <t:1795597200:F> (<t:1795597200:R>) now. Whoever was reminded of the old time is told within a few minutes. Reminders still to come: 1 day and 2 hours before.\n[Undo]",
            ReplyText.Of(await world.AsMentorAsync("edit", new { deadline = "Capstone", when = "25 Nov 09:00" })));
        Assert.StartsWith("“yesterday” is in the past.", ReplyText.Of(await world.AsMentorAsync("edit", new { deadline = "Capstone", when = "yesterday" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_that_comes_after_the_old_time_changes_nothing()
    {
        await using var world = await StartAsync();
        await world.AddAsync("in 1 hour");
        var moved = await world.AsMentorAsync("edit", new { deadline = "Capstone", when = "in 5 hours" });
        world.Sleep(TimeSpan.FromHours(2));

        Assert.Equal("<t:1795428000:F> has passed meanwhile, so it stays as it is. `/deadline edit` moves it.", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Mentor, moved, "Undo")));
    }

    [Fact]
    public async Task Removing_asks_first_and_counts_who_would_have_been_reminded()
    {
        await using var world = await StartAsync();
        var cleo = Ada with { Number = 103 };
        world.Join(cleo);
        await world.AddAsync("27 Nov 17:00");
        await world.Slice.RunAsync(cleo, "deadline done", new { deadline = "Capstone" });

        var asked = await world.AsMentorAsync("remove", new { deadline = "Capstone" });
        Assert.Contains("I am counting whom it would have reminded…", ReplyText.Of(asked), StringComparison.Ordinal);
        Assert.Equal(
            "Remove **Capstone**, due <t:1795798800:F> (<t:1795798800:R>)? 1 person would have been reminded. Those who were reminded already are told that it is off.\n[Remove it] [Keep it]",
            ReplyText.Of((await world.Slice.FollowUpAsync(TestPerson.Mentor, asked))!));
        Assert.Equal("Nothing was removed. **Capstone** stays as it is.", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Mentor, asked, "Keep it")));

        var removed = await world.Slice.PressAsync(TestPerson.Mentor, asked, "Remove it");
        Assert.Equal("**Capstone** is removed. Nobody is reminded of it any more.\n[Undo]", ReplyText.Of(removed));
        Assert.Equal(ReplyText.Of(removed), ReplyText.Of(await world.Slice.PressAsync(TestPerson.Mentor, asked, "Remove it")));
        var restored = await world.Slice.PressAsync(TestPerson.Mentor, removed, "Undo");
        Assert.Equal("**Capstone** stands again, due <t:1795798800:F> (<t:1795798800:R>). Reminders still to come: 3 days, 1 day and 2 hours before.", ReplyText.Of(restored));
    }

    [Fact]
    public async Task What_was_taken_back_can_be_neither_edited_nor_done()
    {
        await using var world = await StartAsync();
        await world.AddAsync("27 Nov 17:00");
        var id = await world.IdAsync();
        await world.Slice.PressAsync(TestPerson.Mentor, RemoveDeadlineButton.Spec.For(id));

        const string Off = "**Capstone** was taken back, so there is nothing to do. `/deadline list` shows what is coming.";
        Assert.Equal(Off, ReplyText.Of(await world.AsMentorAsync("edit", new { deadline = id })));
        Assert.Equal(Off, ReplyText.Of(await world.AsMentorAsync("remove", new { deadline = id })));
        Assert.Equal(Off, ReplyText.Of(await world.Slice.PressAsync(Ada, FinishDeadlineButton.Spec.For(id))));
        Assert.Equal("No deadline is coming. Mentors add one with `/deadline add`.", ReplyText.Of(await world.Slice.RunAsync(Ada, "deadline list")));
    }

    [Fact]
    public async Task A_name_that_is_not_quite_one_does_nothing_until_it_is_pressed()
    {
        await using var world = await StartAsync();
        Assert.Equal("No deadline is coming. `/deadline add` makes one (mentors).", ReplyText.Of(await world.Slice.RunAsync(Ada, "deadline done", new { deadline = "caps" })));
        await world.AddAsync("27 Nov 17:00");

        var asked = await world.Slice.RunAsync(Ada, "deadline done", new { deadline = "caps" });
        Assert.Equal("I know no coming deadline “caps”. Nothing was done. Press the one to mark as done:\n[Capstone]", ReplyText.Of(asked));
        Assert.StartsWith("✅ **Capstone** is done.", ReplyText.Of(await world.Slice.PressAsync(Ada, asked, "Capstone")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deadlines.done.v1:1")]
    [InlineData("deadlines.mute.v1:r1")]
    [InlineData("deadlines.moveback.v1:1/99999999999999999")]
    [InlineData("deadlines.remove.v1:")]
    [InlineData("deadlines.silence.v1:r99")]
    [InlineData("deadlines.show.v1:r")]
    public async Task Buttons_whose_deadline_is_gone_say_so(string customId)
    {
        await using var world = await StartAsync();

        Assert.Equal(
            "That deadline no longer exists, or the reminder was for somebody else. `/deadline list` shows yours.",
            ReplyText.Of(await world.Slice.PressAsync(TestPerson.Mentor, customId)));
    }
}
