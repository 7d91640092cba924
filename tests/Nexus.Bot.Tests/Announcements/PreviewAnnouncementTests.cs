using Moq;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Announcements;

/// <summary>What can be chosen under a preview, and what the preview says about it.</summary>
public sealed class PreviewAnnouncementTests
{
    [Fact]
    public async Task The_preview_tells_how_many_read_it_and_how_many_are_pinged()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        world.Server.Join(101, roles: ServerOnDiscord.Backend);
        world.Server.Join(102, roles: ServerOnDiscord.Backend);
        world.Server.Join(103);

        var preview = await world.SettleAsync(await world.WriteAsync("tomorrow 9:00"));
        Assert.Contains("\nCan read it there: 4 people. Pings: nobody.\n[Confirm]", ReplyText.Of(preview), StringComparison.Ordinal);

        preview = await world.SettleAsync(await world.ChooseAsync<RoleSelect>(preview, ServerOnDiscord.Backend.ToString()));
        Assert.Contains("-# Announced by <@201> for <@&800>\n", ReplyText.Of(preview), StringComparison.Ordinal);
        Assert.Contains("\nCan read it there: 4 people. Pings: <@&800>, 2 people.\n[Confirm]", ReplyText.Of(preview), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_is_pinged_once_by_the_post_and_not_by_the_preview()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var preview = await world.SettleAsync(await world.ChooseAsync<RoleSelect>(await world.WriteAsync("in 1 minute", text: "Hi @everyone"), ServerOnDiscord.Backend.ToString()));
        Assert.Null(preview.Mentions.Roles);

        await world.PressAsync(preview, "Confirm");
        await world.PassAsync(TimeSpan.FromMinutes(1));

        var sent = Assert.Single(world.Channel.Sent);
        Assert.Equal([ServerOnDiscord.Backend], sent.AllowedMentions.Roles!);
        Assert.Empty(sent.AllowedMentions.Parse);
        Assert.Equal("## Demo day\nHi @everyone\n-# Announced by <@201> for <@&800>", world.Channel.Texts[0]);
    }

    [Fact]
    public async Task A_role_that_the_mentor_may_not_mention_is_not_taken_over()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var preview = await world.WriteAsync("in 1 minute");

        foreach (var role in new[] { ServerOnDiscord.Frontend, Interactions.Guild })
        {
            var who = role == Interactions.Guild ? "@everyone" : "<@&801>";
            var refused = await world.SettleAsync(await world.ChooseAsync<RoleSelect>(preview, role.ToString()));
            Assert.Contains(
                $"⚠️ <@201> may not mention {who} in <#40>: that takes Discord's permission “Mention @everyone, @here and All Roles” there, or a role that anyone may mention. Nothing was changed.",
                ReplyText.Of(refused),
                StringComparison.Ordinal);
            Assert.Contains("Pings: nobody.", ReplyText.Of(refused), StringComparison.Ordinal);
        }

        var gone = await world.SettleAsync(await world.ChooseAsync<RoleSelect>(preview, "4711"));
        Assert.Contains("⚠️ The role it was to ping no longer exists. Nothing was changed.", ReplyText.Of(gone), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_mention_everyone_may_choose_it_and_the_bot_needs_it_too()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        world.Server.Let(new Snowflake(TestPerson.MentorRole), Permissions.MentionEveryone);
        var preview = await world.WriteAsync("in 1 minute");
        Assert.Contains(
            "⚠️ I may not mention @everyone in <#40>.",
            ReplyText.Of(await world.SettleAsync(await world.ChooseAsync<RoleSelect>(preview, Interactions.Guild.ToString()))),
            StringComparison.Ordinal);
        world.Server.Let(Interactions.Guild, Permissions.ViewChannel | Permissions.SendMessages | Permissions.ReadMessageHistory | Permissions.MentionEveryone);

        preview = await world.SettleAsync(await world.ChooseAsync<RoleSelect>(preview, Interactions.Guild.ToString()));
        await world.PressAsync(preview, "Confirm");
        await world.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["everyone"], Assert.Single(world.Channel.Sent).AllowedMentions.Parse);
        Assert.EndsWith("-# Announced by <@201> for @everyone", world.Channel.Texts[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the owner lost the right")]
    [InlineData("the owner left")]
    [InlineData("the role is gone")]
    public async Task A_right_that_is_lost_when_it_is_sent_costs_the_ping_only_and_the_owner_hears_of_it(string how)
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var preview = await world.SettleAsync(await world.ChooseAsync<RoleSelect>(await world.WriteAsync("in 1 minute"), ServerOnDiscord.Backend.ToString()));
        await world.PressAsync(preview, "Confirm");
        switch (how)
        {
            case "the owner left":
                world.Server.Leave(201);
                break;
            case "the role is gone":
                world.Server.Roles.RemoveAll(role => role.Id == ServerOnDiscord.Backend);
                break;
            default:
                world.Server.Roles[1] = world.Server.Roles[1] with { Mentionable = false };
                break;
        }

        await world.PassAsync(TimeSpan.FromMinutes(1));
        await world.PassAsync(TimeSpan.FromMinutes(1));

        var sent = world.Channel.Sent.First();
        Assert.Null(sent.AllowedMentions.Roles);
        Assert.StartsWith("## Demo day", Assert.Single(world.Channel.TextsIn(AnnouncementWorld.Board)), StringComparison.Ordinal);
        Assert.Equal(
            "Your announcement **Demo day** goes out in <#40> **without its ping**: you or I may not mention the role there any more. Everything else of it is posted as planned.",
            Assert.Single(world.Channel.TextsIn(ChannelOnDiscord.DmOf(TestPerson.Mentor.Id))));
    }

    [Fact]
    public async Task Options_stand_in_the_list_and_show_in_the_preview()
    {
        await using var world = await AnnouncementWorld.StartAsync();

        var preview = await world.ChooseAsync<StringSelect>(await world.WriteAsync("in 1 minute"), "gotit", "thread", "publish");
        Assert.Contains("-# Announced by <@201>\n[Got it]\nIt goes to", ReplyText.Of(preview), StringComparison.Ordinal);
        Assert.True(ReplyText.AllOf(preview.Components).OfType<Button>().Single(button => button.Label == "Got it").Disabled);
        Assert.Contains("With: Discussion thread, “Got it” button, Publish to followers.", ReplyText.Of(preview), StringComparison.Ordinal);
        var settled = ReplyText.Of(await world.SettleAsync(preview));
        Assert.Contains("⚠️ I may not post in <#40> like this yet. Give Nexus there: Create Public Threads.", settled, StringComparison.Ordinal);
        Assert.Contains("⚠️ <#40> is no announcement channel, so it is posted there but not published to followers.", settled, StringComparison.Ordinal);
        world.Server.ChannelType = ChannelType.GuildAnnouncement;
        Assert.DoesNotContain("is no announcement channel", ReplyText.Of(await world.SettleAsync(preview)), StringComparison.Ordinal);

        preview = await world.ChooseAsync<StringSelect>(preview);
        Assert.DoesNotContain("With:", ReplyText.Of(preview), StringComparison.Ordinal);
        Assert.DoesNotContain("Got it]", ReplyText.Of(preview), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scheduled_event_is_asked_for_in_a_form()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var preview = await world.WriteAsync("tomorrow 9:00");

        var form = await world.ChooseAsync<StringSelect>(preview, "event");
        Assert.Equal("The scheduled event\nWhen does it start?: 2026-11-24 09:00\nHow long does it take?: 1 hour\nWhere?: (up to 100 characters)", ReplyText.Of(form));
        foreach (var (start, length, place, why) in new[]
        {
            ("yesterday", "1 hour", "Hall", "“yesterday” is in the past."),
            ("27 Nov 18:00", "long", "Hall", "Its length is to be between a minute and a week, such as `90 min` or `2 hours`."),
            ("27 Nov 18:00", "0", "Hall", "Its length is to be between a minute and a week, such as `90 min` or `2 hours`."),
            ("27 Nov 18:00", "1h", " ", "It needs a place of at most 100 characters."),
        })
        {
            Assert.Contains($"⚠️ {why} The scheduled event stays as it was.", ReplyText.Of(await world.SubmitAsync(form, new { start, length, place })), StringComparison.Ordinal);
        }

        preview = await world.SubmitAsync(form, new { start = "27 Nov 18:00", length = "1h30m", place = "Voice: *stage*" });
        Assert.Contains("Scheduled event: <t:1795802400:F> (<t:1795802400:R>) for 1 h 30 min, Voice: \\*stage\\*.", ReplyText.Of(preview), StringComparison.Ordinal);
        Assert.Contains("[Links…] [Files…] [Event…]", ReplyText.Of(preview), StringComparison.Ordinal);
        Assert.Contains("How long does it take?: 90 min", ReplyText.Of(await world.PressAsync(preview, "Event…")), StringComparison.Ordinal);
        Assert.DoesNotContain("Scheduled event:", ReplyText.Of(await world.ChooseAsync<StringSelect>(preview)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_announcement_cannot_be_a_scheduled_event()
    {
        await using var world = await AnnouncementWorld.StartAsync();

        var reply = await world.ChooseAsync<StringSelect>(await world.WriteAsync("every Monday at 9am"), "event");

        Assert.Contains("⚠️ A repeated announcement cannot also be a scheduled event; one that is posted once can.", ReplyText.Of(reply), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_become_buttons_under_the_post()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var preview = await world.WriteAsync("in 1 minute");

        preview = await world.SubmitAsync(await world.PressAsync(preview, "Links…"), new { links = "Sign up https://example.org/form\n\nhttps://docs.djangoproject.com/en/" });
        Assert.Contains("[Sign up](https://example.org/form) [docs.djangoproject.com](https://docs.djangoproject.com/en/)\nIt goes to", ReplyText.Of(preview), StringComparison.Ordinal);
        Assert.Contains("-# Button **Sign up** opens `https://example.org/form`", ReplyText.Of(preview), StringComparison.Ordinal);
        await world.PressAsync(preview, "Confirm");
        await world.PassAsync(TimeSpan.FromMinutes(1));

        Assert.EndsWith("[Sign up](https://example.org/form) [docs.djangoproject.com](https://docs.djangoproject.com/en/)", world.Channel.Texts[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Click javascript:alert(1)", "`javascript:alert(1)` is no address that starts with `https://`.")]
    [InlineData("Click http://example.org", "`http://example.org` is no address that starts with `https://`.")]
    [InlineData("Click https://user:pass@example.org", "`https://user:pass@example.org` is no address that starts with `https://`.")]
    [InlineData("just words", "`words` is no address that starts with `https://`.")]
    [InlineData("a https://a.org\nb https://b.org\nc https://c.org\nd https://d.org", "At most 3 buttons fit, one a line; these are 4.")]
    public async Task A_link_that_is_none_is_told_and_what_was_typed_comes_back(string typed, string why)
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var preview = await world.WriteAsync("in 1 minute");

        var refused = ReplyText.Of(await world.SubmitAsync(await world.PressAsync(preview, "Links…"), new { links = typed }));

        Assert.Contains($"⚠️ {why} The buttons stay as they were. You typed: `{typed.ReplaceLineEndings(" ")}`", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_fetched_and_go_with_the_post()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        world.Server.Let(Interactions.Guild, Permissions.ViewChannel | Permissions.SendMessages | Permissions.ReadMessageHistory | Permissions.AttachFiles);
        world.Slice.Discord.Setup(discord => discord.DownloadAsync(It.IsAny<Attachment>(), It.IsAny<long>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Attachment file, long _, CancellationToken _) => new byte[file.Size]);
        var preview = await world.WriteAsync("in 1 minute");

        var (fetching, set) = await AttachAsync(world, preview, File(1, "the plan?.pdf", "application/pdf", 2000), File(2, "chart.png", "image/png", 500_000), File(3, "chart.png", "image/png", 10));
        Assert.Contains("📎 Fetching 3 files…", ReplyText.Of(fetching), StringComparison.Ordinal);
        preview = await world.SettleAsync(fetching, set);
        Assert.Equal([("the_plan_.pdf", 2000), ("chart.png", 500_000), ("2-chart.png", 10)], preview.Files!.Select(file => (file.FileName, file.Content.Length)));
        var parts = ReplyText.AllOf(preview.Components).ToList();
        Assert.Equal(["attachment://chart.png", "attachment://2-chart.png"], parts.OfType<MediaGallery>().Single().Items.Select(item => item.Media.Url));
        Assert.Equal("attachment://the_plan_.pdf", parts.OfType<FileComponent>().Single().File.Url);
        await world.PressAsync(preview, "Confirm");
        await world.PassAsync(TimeSpan.FromMinutes(1));

        var sent = Assert.Single(world.Channel.Sent);
        Assert.Equal([("the_plan_.pdf", 2000), ("chart.png", 500_000), ("2-chart.png", 10)], sent.Files!.Select(file => (file.FileName, file.Content.Length)));
        parts = ReplyText.AllOf(sent.Components!).ToList();
        Assert.Equal(["attachment://chart.png", "attachment://2-chart.png"], parts.OfType<MediaGallery>().Single().Items.Select(item => item.Media.Url));
        Assert.Equal("attachment://the_plan_.pdf", parts.OfType<FileComponent>().Single().File.Url);

        var copy = await world.PressAsync(await world.ShowAsync("demo"), "Duplicate");
        Assert.Contains("-# 📎 the\\_plan\\_.pdf (2 KB), chart.png (489 KB), 2-chart.png (1 KB)", ReplyText.Of(copy), StringComparison.Ordinal);
        Assert.Equal(3, (await world.SettleAsync(copy)).Files!.Count);
        (fetching, set) = await AttachAsync(world, copy);
        Assert.DoesNotContain("📎", ReplyText.Of(await world.SettleAsync(fetching, set)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_are_too_large_or_out_of_reach_change_nothing()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var preview = await world.WriteAsync("in 1 minute");
        var (refused, _) = await AttachAsync(world, preview, File(1, "a.zip", "application/zip", 5_000_000), File(2, "b.zip", "application/zip", 5_000_000));
        Assert.Contains("⚠️ Those files are larger than 8 MB together. The files stay as they were.", ReplyText.Of(refused), StringComparison.Ordinal);

        world.Slice.Discord.Setup(discord => discord.DownloadAsync(It.IsAny<Attachment>(), It.IsAny<long>(), It.IsAny<CancellationToken>()))
            .Throws(new DiscordApiException("GET attachment", 404, 0, "expired"));
        var (fetching, set) = await AttachAsync(world, preview, File(1, "a.txt", "text/plain", 10));
        Assert.Contains("⚠️ I could not fetch those files from Discord. The files stay as they were; please try once more.", ReplyText.Of(await world.SettleAsync(fetching, set)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_being_posted_or_was_posted_is_changed_by_nothing_of_this()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var scheduled = await world.PressAsync(await world.ScheduleAsync("in 1 minute"), "Show");
        var links = await world.PressAsync(scheduled, "Links…");
        var time = await world.PressAsync(scheduled, "When…");
        await world.PassAsync(TimeSpan.FromMinutes(1));

        foreach (var late in new[]
        {
            await world.SubmitAsync(links, new { links = "https://example.org" }),
            await world.SubmitAsync(time, new { when = "in 2 hours" }),
            await world.ChooseAsync<StringSelect>(scheduled, "gotit"),
            await world.SettleAsync(await world.ChooseAsync<RoleSelect>(scheduled, ServerOnDiscord.Backend.ToString())),
            await world.PressAsync(scheduled, "When…"),
        })
        {
            Assert.StartsWith("It has been posted or is being posted right now", ReplyText.Of(late), StringComparison.Ordinal);
        }

        await world.PassAsync(TimeSpan.FromHours(3));
        Assert.Single(world.Channel.Texts);
    }

    [Fact]
    public async Task The_fullest_card_keeps_to_what_Discord_takes()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await world.Slice.ConfigureAsync(configuration =>
        {
            (configuration.QuietFrom, configuration.QuietUntil, configuration.AnnouncementsNeedApproval) = (20 * 60, 7 * 60, true);
        });
        var preview = await world.WriteAsync("every weekday at 9pm until 20 Dec", new string('*', 100), new string('ö', 3000));
        preview = await world.SubmitAsync(await world.PressAsync(preview, "Links…"), new { links = string.Join('\n', Enumerable.Range(1, 3).Select(n => $"{new string('l', 79)}{n} https://example.org/{new string('x', 480)}")) });
        preview = await world.SettleAsync(await world.ChooseAsync<StringSelect>(preview, "gotit", "thread", "publish"));

        var parts = ReplyText.AllOf(preview.Components).ToList();
        Assert.InRange(parts.OfType<TextDisplay>().Sum(text => text.Content.Length), 3200, 4000);
        Assert.InRange(parts.Count, 10, 40);
        Assert.Contains("⚠️ I may not post", ReplyText.Of(preview), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Confirm"), InlineData("Cancel")]
    public async Task Whoever_goes_on_while_Discord_is_asked_is_not_shown_the_preview_again(string pressed)
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var preview = await world.WriteAsync("in 1 minute");
        world.Slice.Discord
            .Setup(discord => discord.GetChannelAsync(It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns(async (Snowflake channel, RequestOptions? _, CancellationToken _) =>
            {
                await world.PressAsync(preview, pressed);
                return new Channel { Id = channel };
            });

        Assert.Null(await world.Slice.FollowUpAsync(TestPerson.Mentor, preview));
    }

    private static Attachment File(ulong id, string name, string type, long size) => new() { Id = new Snowflake(id), Filename = name, ContentType = type, Size = size };

    private static async Task<(Reply Reply, Interaction Set)> AttachAsync(AnnouncementWorld world, Reply on, params Attachment[] files)
    {
        var form = await world.PressAsync(on, "Files…");
        var set = Interactions.Submit(TestPerson.Mentor, form.Modal!.CustomId, new { files = files.Select(file => file.Id.ToString()).ToArray() });
        set = set with { Data = set.Data! with { Resolved = new ResolvedData { Attachments = files.ToDictionary(file => file.Id) } } };
        return (await world.Slice.HandleAsync(set), set);
    }
}
