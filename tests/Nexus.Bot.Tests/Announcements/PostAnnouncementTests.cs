using Microsoft.EntityFrameworkCore;
using Moq;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements.Posts;
using Nexus.Bot.Features.Announcements.Series;
using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Announcements;

/// <summary>Posting right away, taking back, editing and correcting what stands in its channel.</summary>
public sealed class PostAnnouncementTests
{
    [Fact]
    public async Task Post_now_shows_what_will_be_posted_and_posts_it_through_the_queue()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var form = await world.RunAsync("announce now");
        Assert.Equal("Write the announcement\nTitle: (up to 100 characters)\nText: (up to 4000 characters)", ReplyText.Of(form));

        var preview = await world.SubmitAsync(form, new { title = "Demo day", text = "Bring your API." });
        Assert.Contains(
            "It goes to <#40> when you press **Post now**, or at the time you give it with **Schedule…**. Until then it is kept as a draft.\nPings: nobody.\n[Post now] [Edit] [Schedule…] [Cancel]",
            ReplyText.Of(preview),
            StringComparison.Ordinal);
        await world.SendDueAsync();
        Assert.Empty(world.Channel.Texts);

        Assert.Equal("✅ **Demo day** goes out in <#40> now. **Undo** takes it back for 10 minutes.\n[Undo] [Show]", ReplyText.Of(await world.PressAsync(preview, "Post now")));
        await world.SendDueAsync();
        await world.PressAsync(preview, "Post now");
        await world.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("## Demo day\nBring your API.\n-# Announced by <@201>", Assert.Single(world.Channel.Texts));
    }

    [Fact]
    public async Task A_draft_is_kept_and_gets_its_time_later()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await world.DraftAsync();
        world.Slice.Clock.Advance(TimeSpan.FromDays(40));
        Assert.Equal("Demo day · draft", Assert.Single(await world.Slice.SuggestAsync(TestPerson.Mentor, "announce show", "which", "demo")).Name);

        var draft = await world.ShowAsync("demo");
        var form = await world.PressAsync(draft, "Schedule…");
        Assert.Equal("When shall it be posted?\nWhen: (up to 100 characters)", ReplyText.Of(form));
        var unclear = await world.SubmitAsync(form, new { when = "yesterday" });
        Assert.Contains("⚠️ “yesterday” is in the past. The time stays as it was.", ReplyText.Of(unclear), StringComparison.Ordinal);
        Assert.Equal("When shall it be posted?\nWhen: yesterday", ReplyText.Of(await world.PressAsync(unclear, "Schedule…")));
        var preview = await world.SubmitAsync(form, new { when = "tomorrow 9:00" });
        Assert.Contains("Sun 3 Jan 2027, 09:00 in UTC.", ReplyText.Of(preview), StringComparison.Ordinal);

        Assert.StartsWith("✅ Scheduled: **Demo day**", ReplyText.Of(await world.PressAsync(preview, "Confirm")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_takes_a_post_out_of_its_channel_for_ten_minutes_and_the_log_hears_of_it()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await world.Slice.ConfigureAsync(configuration => configuration.LogChannelId = new Snowflake(41));
        var deleted = Deleted(world);
        var posted = await world.PostAsync();
        world.Slice.Clock.Advance(TimeSpan.FromMinutes(9));

        var undone = await world.PressAsync(posted, "Undo");
        Assert.Equal("Taking **Demo day** back…", ReplyText.Of(undone));
        Assert.Equal("Taken back: **Demo day** no longer stands in <#40>.\n[Duplicate] [Show]", ReplyText.Of(await world.SettleAsync(undone)));
        Assert.Single(deleted);
        await using (var db = world.Slice.Db())
        {
            var notice = await db.In<AnnouncementNotice>(Interactions.Guild).SingleAsync();
            Assert.Equal((NoticeAbout.Done, TestPerson.Mentor.Id, "took back"), (notice.About, notice.ActorId, notice.Words));
        }

        Assert.Contains((typeof(SyncEventsJob), world.Slice.Clock.GetUtcNow()), world.Slice.Schedule.WakeUps);
        Assert.StartsWith("It does not stand in any channel", ReplyText.Of(await world.PressAsync(posted, "Undo")), StringComparison.Ordinal);
        Assert.Contains("It was posted, and taken back.\n[Duplicate]", ReplyText.Of(await world.ShowAsync("demo")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_ten_minutes_a_post_stays_and_a_correction_is_offered()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var deleted = Deleted(world);
        var posted = await world.PostAsync();
        var shown = await world.ShowAsync("demo");
        Assert.Contains("**Undo** takes it out of <#40> again, until <t:1795425000:t>.\n[Undo] [Edit the post] [Correct it] [Duplicate]", ReplyText.Of(shown), StringComparison.Ordinal);
        world.Slice.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(
            "It was posted more than 10 minutes ago, so people have read it. **Correct it** posts a correction that links to it, **Edit the post** changes its words.\n[Correct it] [Edit the post]",
            ReplyText.Of(await world.PressAsync(posted, "Undo")));
        Assert.DoesNotContain("[Undo]", ReplyText.Of(await world.ShowAsync("demo")), StringComparison.Ordinal);
        Assert.Empty(deleted);
    }

    [Fact]
    public async Task Undo_before_it_went_out_cancels_it()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var posted = await world.PressAsync(await world.DraftAsync(), "Post now");

        Assert.StartsWith("Cancelled: **Demo day** will not be posted.", ReplyText.Of(await world.PressAsync(posted, "Undo")), StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Empty(world.Channel.Texts);
    }

    [Fact]
    public async Task One_that_may_stand_there_unheard_of_is_not_called_cancelled()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        Deleted(world);
        world.Channel.Fail(ChannelOnDiscord.AnswerLost);
        var posted = await world.PostAsync();

        Assert.Equal("It is on its way to Discord this second. Press **Undo** again in a moment.", ReplyText.Of(await world.PressAsync(posted, "Undo")));
        await world.PassAsync(TimeSpan.FromSeconds(10));
        Assert.StartsWith("Taken back: ", ReplyText.Of(await world.SettleAsync(await world.PressAsync(posted, "Undo"))), StringComparison.Ordinal);
        Assert.Single(world.Channel.Texts);
    }

    [Fact]
    public async Task One_that_may_stand_there_unheard_of_is_cancelled_with_a_word_of_it()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var scheduled = await world.ScheduleAsync("in 1 minute");
        world.Channel.Fail(ChannelOnDiscord.AnswerLost);
        await world.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(
            "Cancelled: I do not post **Demo day** any more. ⚠️ Discord did not confirm an earlier try, so it may stand in <#40> already: please look there, and delete it by hand if it does.",
            ReplyText.Of(await world.PressAsync(scheduled, "Cancel it")));
        await world.PassAsync(TimeSpan.FromHours(1));
        Assert.Single(world.Channel.Texts);
    }

    [Fact]
    public async Task The_scheduled_event_of_what_is_taken_back_goes_too()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        Deleted(world);
        var draft = await world.DraftAsync();
        await world.SubmitAsync(await world.ChooseAsync<StringSelect>(draft, "event"), new { start = "tomorrow 18:00", length = "1 hour", place = "Hall" });
        var posted = await world.PressAsync(draft, "Post now");
        await world.SendDueAsync();

        Assert.StartsWith(
            "Taken back: **Demo day** no longer stands in <#40>. Its scheduled event goes too.\n",
            ReplyText.Of(await world.SettleAsync(await world.PressAsync(posted, "Undo"))),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_Discord_keeps_is_told_and_one_that_is_gone_already_is_fine()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var faults = new Queue<DiscordApiException>([new("DELETE", 403, DiscordErrorCode.MissingPermissions, "no"), new("DELETE", 404, DiscordErrorCode.UnknownMessage, "gone")]);
        world.Slice.Discord
            .Setup(discord => discord.DeleteMessageAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns(() => throw faults.Dequeue());
        var posted = await world.PostAsync();

        var kept = await world.SettleAsync(await world.PressAsync(posted, "Undo"));
        Assert.Equal("⚠️ Discord did not let me take **Demo day** back (code 50013), so it still stands. Press **Undo** to try once more.\n[Undo]", ReplyText.Of(kept));
        Assert.StartsWith("Taken back: ", ReplyText.Of(await world.SettleAsync(await world.PressAsync(kept, "Undo"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_the_post_changes_the_words_in_the_channel()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var edits = Edits(world);
        await world.PostAsync();

        var form = await world.PressAsync(await world.ShowAsync("demo"), "Edit the post");
        Assert.Equal("Edit the post\nTitle: Demo day\nText: Bring your API.", ReplyText.Of(form));
        var changed = await world.SettleAsync(await world.SubmitAsync(form, new { title = "Demo day", text = "Bring your **API**." }));

        Assert.Equal("## Demo day\nBring your **API**.\n-# Announced by <@201>", Assert.Single(edits));
        Assert.Contains("✅ The post was changed. Discord marks it as edited.\nPosted <t:1795424400:f>, on time: https://discord.com/channels/1/40/", ReplyText.Of(changed), StringComparison.Ordinal);
        Assert.Contains("Its words were changed <t:1795424400:R>.", ReplyText.Of(changed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_that_Discord_refuses_is_told()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        world.Slice.Discord
            .Setup(discord => discord.EditMessageAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<MessageEdit>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Throws(new DiscordApiException("PATCH", 403, DiscordErrorCode.MissingAccess, "no"));
        await world.PostAsync();

        var form = await world.PressAsync(await world.ShowAsync("demo"), "Edit the post");
        var changed = await world.SettleAsync(await world.SubmitAsync(form, new { title = "Demo day", text = "New." }));

        Assert.Contains("⚠️ The new words are kept, but Discord did not take them (code 50001): the post still has the old ones.", ReplyText.Of(changed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_links_to_the_original_and_the_original_to_it()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var edits = Edits(world);
        await world.PostAsync(text: "At 4 pm.");
        world.Slice.Clock.Advance(TimeSpan.FromHours(1));
        var shown = await world.ShowAsync("demo");

        var form = await world.PressAsync(shown, "Correct it");
        Assert.Equal("Edit the announcement\nTitle: Correction: Demo day\nText: At 4 pm.\nWhen: (up to 100 characters)\nWhere: []", ReplyText.Of(form));
        await world.PressAsync(shown, "Correct it"); // looked at twice, it is one draft
        var preview = await world.SubmitAsync(form, new { title = "Correction: Demo day", text = "At **5 pm**.", when = "" });
        var original = await LinkAsync(world, "Demo day");
        Assert.Contains($"-# Announced by <@201>\n-# ✏️ Corrects {original}\nIt goes to", ReplyText.Of(preview), StringComparison.Ordinal);
        await world.PressAsync(preview, "Post now");
        await world.SendDueAsync();
        await world.Slice.RunJobAsync<FinishDeliveriesJob>();

        Assert.Equal($"## Correction: Demo day\nAt **5 pm**.\n-# Announced by <@201>\n-# ✏️ Corrects {original}", world.Channel.Texts[1]);
        Assert.Equal($"## Demo day\nAt 4 pm.\n-# Announced by <@201>\n-# ✏️ Corrected by {await LinkAsync(world, "Correction: Demo day")}", Assert.Single(edits));
        Assert.Equal(2, (await world.Slice.SuggestAsync(TestPerson.Mentor, "announce show", "which", "demo")).Count);
    }

    [Fact]
    public async Task A_correction_that_is_taken_back_is_no_longer_linked_to()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        Deleted(world);
        var edits = Edits(world);
        await world.PostAsync();
        var form = await world.PressAsync(await world.ShowAsync("demo"), "Correct it");
        var posted = await world.PressAsync(await world.SubmitAsync(form, new { title = "Correction", text = "Wrong.", when = "" }), "Post now");
        await world.SendDueAsync();

        await world.SettleAsync(await world.PressAsync(posted, "Undo"));

        Assert.Equal("## Demo day\nBring your API.\n-# Announced by <@201>", edits[^1]);
    }

    [Fact]
    public async Task A_duplicate_has_the_words_and_options_and_is_confirmed_anew()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var preview = await world.ChooseAsync<StringSelect>(await world.DraftAsync(), "thread", "gotit");
        await world.PressAsync(preview, "Post now");
        await world.SendDueAsync();

        var copy = await world.RunAsync("announce duplicate", new { which = "Demo day", when = "tomorrow 9:00" });

        Assert.Contains("With: Discussion thread, “Got it” button.", ReplyText.Of(copy), StringComparison.Ordinal);
        Assert.Contains("Tue 24 Nov 2026, 09:00 in UTC.", ReplyText.Of(copy), StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromDays(2));
        Assert.Single(world.Channel.Texts);
        var copied = (await world.Slice.SuggestAsync(TestPerson.Mentor, "announce duplicate", "which", "demo"))[0].Value;
        Assert.StartsWith("“yesterday” is in the past.", ReplyText.Of(await world.RunAsync("announce duplicate", new { which = copied, when = "yesterday" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_that_is_not_known_or_fits_several_is_asked_about()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await world.DraftAsync("Demo day");
        await world.DraftAsync("Demo night");

        Assert.Equal("Which one do you mean by “demo”?\n[Demo night] [Demo day]", ReplyText.Of(await world.ShowAsync("demo")));
        Assert.StartsWith("**Preview**, seen only by you.", ReplyText.Of(await world.ShowAsync("demo DAY")), StringComparison.Ordinal);
        Assert.StartsWith("I know no announcement “retro”.", ReplyText.Of(await world.ShowAsync("retro")), StringComparison.Ordinal);
        Assert.StartsWith("Edit the announcement\nTitle: Demo night", ReplyText.Of(await world.RunAsync("announce edit", new { which = "night" })), StringComparison.Ordinal);
    }

    private static List<Snowflake> Deleted(AnnouncementWorld world)
    {
        var deleted = new List<Snowflake>();
        world.Slice.Discord
            .Setup(discord => discord.DeleteMessageAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake _, Snowflake message, RequestOptions? _, CancellationToken _) =>
            {
                deleted.Add(message);
                return Task.CompletedTask;
            });
        return deleted;
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

    private static async Task<string> LinkAsync(AnnouncementWorld world, string title)
    {
        await using var db = world.Slice.Db();
        var id = await db.In<Features.Announcements.Announcement>(Interactions.Guild).Where(it => it.Title == title).Select(it => it.Id).SingleAsync();
        var message = await db.In<Delivery>(Interactions.Guild).Where(it => it.Kind == "announcement" && it.SubjectId == id).Select(it => it.MessageId).SingleAsync();
        return $"https://discord.com/channels/1/40/{message}";
    }
}
