using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Announcements;

public sealed class ScheduleAnnouncementTests
{
    [Fact]
    public async Task A_mentor_writes_previews_confirms_and_it_is_posted_at_its_minute()
    {
        await using var world = await AnnouncementWorld.StartAsync();

        var form = await world.RunAsync("announce schedule", new { when = "in 10 minutes" });
        Assert.Equal("Write the announcement\nTitle: (up to 100 characters)\nText: (up to 4000 characters)", ReplyText.Of(form));

        var preview = await world.SubmitAsync(form, new { title = "Demo day", text = "Bring your **API**." });
        Assert.True(preview.IsPrivate);
        Assert.Equal(
            """
            **Preview**, seen only by you. It will look exactly like this:
            ## Demo day
            Bring your **API**.
            -# Announced by <@201>
            It goes to <#40> at <t:1795425000:F> (<t:1795425000:R>): Mon 23 Nov 2026, 09:10 in UTC.
            Pings: nobody.
            [Confirm] [Edit] [When…] [Cancel]
            [Options: thread, Got it, followers, event: Discussion thread | “Got it” button | Publish to followers | Also in quiet hours | Also a scheduled event]
            [Pings nobody. Choose a role to ping]
            [Links…] [Files…]
            """, ReplyText.Of(preview));

        var scheduled = await world.PressAsync(preview, "Confirm");
        Assert.Equal(
            "✅ Scheduled: **Demo day** goes to <#40> at <t:1795425000:F> (<t:1795425000:R>).\n[Edit] [Show] [Cancel it]",
            ReplyText.Of(scheduled));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1795425000), Assert.Single(world.Slice.Schedule.WakeUps, wake => wake.Job == typeof(SendDueDeliveriesJob)).At);

        await world.PassAsync(TimeSpan.FromMinutes(9));
        Assert.Empty(world.Channel.Texts);
        await world.PassAsync(TimeSpan.FromMinutes(1));
        await world.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("## Demo day\nBring your **API**.\n-# Announced by <@201>", Assert.Single(world.Channel.Texts));
    }

    [Fact]
    public async Task What_is_posted_is_what_the_preview_showed()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var preview = await world.WriteAsync("in 1 minute", "*Stars* & `code`", "- one\n- two\n\n> quote");
        var shown = ReplyText.Of(preview.Components.OfType<Container>().Single());

        await world.PressAsync(preview, "Confirm");
        await world.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(shown, Assert.Single(world.Channel.Texts));
    }

    [Fact]
    public async Task Pressing_Confirm_twice_posts_once()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var preview = await world.WriteAsync("in 10 minutes");

        await world.PressAsync(preview, "Confirm");
        Assert.StartsWith("✅ Already scheduled: **Demo day**", ReplyText.Of(await world.PressAsync(preview, "Confirm")), StringComparison.Ordinal);

        await world.PassAsync(TimeSpan.FromMinutes(10));
        Assert.Single(world.Channel.Texts);
        Assert.Equal("✅ **Demo day** has been posted in <#40>.\n[Show]", ReplyText.Of(await world.PressAsync(preview, "Confirm")));
    }

    [Fact]
    public async Task Mass_mentions_stay_text()
    {
        await using var world = await AnnouncementWorld.StartAsync();

        var preview = await world.WriteAsync("in 1 minute", "@everyone", "Hi @everyone, @here and <@&900>");
        Assert.Contains("Pings: nobody.\nThe mentions in the text stay text.", ReplyText.Of(preview), StringComparison.Ordinal);
        await world.PressAsync(preview, "Confirm");
        await world.PassAsync(TimeSpan.FromMinutes(1));

        var mentions = Assert.Single(world.Channel.Sent).AllowedMentions;
        Assert.Empty(mentions.Parse);
        Assert.Null(mentions.Users);
        Assert.Null(mentions.Roles);
    }

    [Theory]
    [InlineData("yesterday", "“yesterday” is in the past.")]
    [InlineData("someday", "I cannot read “someday” as a time.")]
    [InlineData("today 08:00", "“today 08:00” is in the past.")]
    [InlineData("9999-01-01 00:00", "“9999-01-01 00:00” is more than a year ahead; that is as far as I plan.")]
    [InlineData("tomorrow", "“tomorrow” names a day but no time of day.")]
    [InlineData("[x](http://evil) @everyone", "I cannot read “\\[x\\](http://evil) @\u200Beveryone” as a time.")]
    public async Task A_time_that_does_not_work_is_told_with_times_that_do(string when, string why)
    {
        await using var world = await AnnouncementWorld.StartAsync("Europe/London");

        var reply = await world.RunAsync("announce schedule", new { when });

        Assert.True(reply.IsPrivate);
        Assert.Equal(
            $"{why} Times that work: `in 2h30m`, `tomorrow 9:00`, `every Monday at 9am`. They are read in Europe/London. Nothing was saved.",
            ReplyText.Of(reply));
    }

    [Fact]
    public async Task Times_are_read_in_the_zone_of_the_server()
    {
        await using var world = await AnnouncementWorld.StartAsync("Africa/Nairobi");

        Assert.Contains(
            "at <t:1795500000:F> (<t:1795500000:R>): Tue 24 Nov 2026, 09:00 in Africa/Nairobi.", // 09:00 in Nairobi is 06:00 UTC
            ReplyText.Of(await world.WriteAsync("tomorrow 9:00")),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "text", "An announcement needs a title and a text. What you typed is kept; press **Edit** to go on.")]
    [InlineData("title", " \n ", "An announcement needs a title and a text. What you typed is kept; press **Edit** to go on.")]
    [InlineData("{101}", "text", "A title has at most 100 characters and a text 3000. What you typed is kept; press **Edit** to shorten it.")]
    [InlineData("title", "{3001}", "A text has at most 3000 characters, and yours has 3001: 1 too many. What you typed is kept; press **Edit** to shorten it.")]
    [InlineData("title", "{4001}", "A text has at most 3000 characters, and yours has 4000: 1000 too many. What you typed is kept; press **Edit** to shorten it.")]
    public async Task Words_that_do_not_fit_are_told_and_stand_in_the_form_again(string title, string text, string why)
    {
        await using var world = await AnnouncementWorld.StartAsync();

        var refused = await world.WriteAsync("in 10 minutes", Long(title), Long(text));
        Assert.True(refused.IsPrivate);
        Assert.Equal($"{why}\n[Edit]", ReplyText.Of(refused));

        var form = await world.PressAsync(refused, "Edit");
        var inputs = ReplyText.AllOf(form.Modal!.Components).OfType<TextInput>().ToDictionary(input => input.CustomId, input => input.Value ?? "");
        Assert.Equal(Md.Cut(Long(title), 100), inputs["title"]);
        Assert.Equal(Md.Cut(Long(text), 4000), inputs["text"]);
        var preview = await world.SubmitAsync(form, new { title = "Demo day", text = "Short.", when = inputs["when"] });
        Assert.Contains("## Demo day\nShort.", ReplyText.Of(preview), StringComparison.Ordinal);
        form = await world.PressAsync(preview, "Edit");
        Assert.Equal("Edit the announcement\nTitle: Demo day\nText: Short.\nWhen: 2026-11-23 09:10\nWhere: []", ReplyText.Of(form));
    }

    [Fact]
    public async Task The_longest_words_fit_into_preview_and_post()
    {
        await using var world = await AnnouncementWorld.StartAsync();

        var preview = await world.WriteAsync("in 1 minute", new string('*', 100), string.Concat(Enumerable.Repeat("ö", 2999)) + "🎉"[..1]);
        Assert.InRange(TextLength(preview.Components), 3000, 4000);
        await world.PressAsync(preview, "Confirm");
        await world.PassAsync(TimeSpan.FromDays(1));

        Assert.InRange(TextLength(Assert.Single(world.Channel.Sent).Components!), 3000, 4000);
    }

    [Fact]
    public async Task Without_a_channel_the_mentor_is_told_what_to_do()
    {
        await using var world = await AnnouncementWorld.StartAsync(configured: false);

        var reply = await world.RunAsync("announce schedule", new { when = "in 10 minutes" });

        Assert.Equal("I do not know where to announce. Pick a `channel`, or ask an admin to run `/nexus setup`. Nothing was saved.", ReplyText.Of(reply));
    }

    [Fact]
    public async Task A_mentor_hears_at_once_that_the_bot_may_not_post_there()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        world.Server.Overwrites = [new PermissionOverwrite { Id = Interactions.Guild, Deny = Permissions.SendMessages }];

        var looked = await world.Slice.FollowUpAsync(TestPerson.Mentor, await world.WriteAsync("in 10 minutes"));

        Assert.Contains("⚠️ I may not post in <#40> like this yet. Give Nexus there: Send Messages.", ReplyText.Of(looked!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("in 2h30m", "in 2h30m → Mon 23 Nov 2026, 11:30 UTC (in 2 h 30 min) = 2026-11-23T11:30:00Z")]
    [InlineData("tomorrow", "tomorrow 9:00 → Tue 24 Nov 2026, 09:00 UTC (in 1 d) = 2026-11-24T09:00:00Z")]
    [InlineData("gibberish", "in 10 minutes → Mon 23 Nov 2026, 09:10 UTC (in 10 min) = 2026-11-23T09:10:00Z")]
    [InlineData("", "in 10 minutes → Mon 23 Nov 2026, 09:10 UTC (in 10 min) = 2026-11-23T09:10:00Z")]
    public async Task While_a_time_is_typed_it_shows_how_it_is_understood(string typed, string first)
    {
        await using var world = await AnnouncementWorld.StartAsync();

        var suggestions = await world.Slice.SuggestAsync(TestPerson.Mentor, "announce schedule", "when", typed);

        Assert.Equal(first, $"{suggestions[0].Name} = {suggestions[0].Value}");
        Assert.All(suggestions, suggestion => Assert.True(suggestion.Name.Length <= 100));
        Assert.Equal("Write the announcement", (await world.RunAsync("announce schedule", new { when = suggestions[0].Value })).Modal!.Title);
    }

    [Fact]
    public async Task A_time_with_two_readings_offers_both()
    {
        await using var world = await AnnouncementWorld.StartAsync();

        var suggestions = await world.Slice.SuggestAsync(TestPerson.Mentor, "announce schedule", "when", "3/12 at 9");

        Assert.Equal(
            ["3/12 at 9 → Thu 3 Dec 2026, 09:00 UTC (in 10 d; day first)", "3/12 at 9 → Thu 3 Dec 2026, 21:00 UTC (in 10 d 12 h; day first)", "3/12 at 9 → Fri 12 Mar 2027, 09:00 UTC (in 109 d; month first)"],
            suggestions.Select(suggestion => suggestion.Name));
    }

    [Fact]
    public async Task Only_mentors_and_admins_may_announce()
    {
        await using var world = new RouterWorld(Slices.Declare);
        await world.Slice.ConfigureAsync(configuration => configuration.AnnouncementChannelId = AnnouncementWorld.Board);

        await world.RouteAsync(Interactions.Command(TestPerson.Ada, "announce schedule", new { when = "in 10 minutes" }));
        await world.RouteAsync(Interactions.Press(TestPerson.Ada, "announcements.confirm.v1:1"));
        await world.RouteAsync(Interactions.Command(TestPerson.Mentor, "announce schedule", new { when = "in 10 minutes" }));
        await world.RouteAsync(Interactions.Command(TestPerson.Admin, "announce schedule", new { when = "in 10 minutes" }));

        Assert.Collection(
            world.Calls,
            refused => Assert.StartsWith("message (private):", refused, StringComparison.Ordinal),
            refused => Assert.StartsWith("message (private):", refused, StringComparison.Ordinal),
            form => Assert.Equal("form: Write the announcement", form),
            form => Assert.Equal("form: Write the announcement", form));
    }

    private static string Long(string text) =>
        text is ['{', .. var length, '}'] ? new string('x', int.Parse(length, System.Globalization.CultureInfo.InvariantCulture)) : text;

    private static int TextLength(IEnumerable<Component> components) =>
        ReplyText.AllOf(components).OfType<TextDisplay>().Sum(text => text.Content.Length);
}
