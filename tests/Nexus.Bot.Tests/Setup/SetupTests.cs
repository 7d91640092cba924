using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Setup;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Setup;

public sealed class SetupTests : IAsyncLifetime
{
    private readonly DirectoryInfo _hub = Directory.CreateTempSubdirectory("nexus-status-");
    private readonly SliceWorld _world;
    private readonly TestServer _server;

    public SetupTests()
    {
        _world = new SliceWorld(
            slice =>
            {
                HubSlice.Declare(slice);
                DeliveriesSlice.Declare(slice);
                SetupSlice.Declare(slice);
            },
            services => services.AddSingleton(new BotStatus { User = TestServer.Bot }).AddSingleton(new HubFolder(_hub.FullName)));
        _server = new TestServer(_world.Discord);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
        _hub.Delete(recursive: true);
    }

    [Fact]
    public async Task On_an_empty_server_everything_is_listed_as_missing_and_nothing_is_created_yet()
    {
        var text = ReplyText.Of(await SetUpAsync());

        Assert.Contains("➕ **Announcements**: missing; I would create #prodevprojectnexus", text, StringComparison.Ordinal);
        Assert.Contains("➕ **Mentors**: missing; I would create the role mentor", text, StringComparison.Ordinal);
        Assert.Contains("**7** things are missing.", text, StringComparison.Ordinal);
        Assert.Equal("", _server.Summary);
    }

    [Fact]
    public async Task One_press_creates_channels_forums_with_tags_and_roles_and_stores_them()
    {
        var text = ReplyText.Of(await CreateMissingAsync());

        Assert.Equal("#ideas, #prodevprojectnexus, #questions, #teams, @backend, @frontend, @mentor", _server.Summary);
        Assert.Contains("- created #questions", text, StringComparison.Ordinal);
        Assert.Contains("✅ Everything is in place.", text, StringComparison.Ordinal);
        var questions = _server.Channels.Single(channel => channel.Name == "questions");
        Assert.Equal((ChannelType.GuildForum, "backend frontend devops career open taken answered solved"), (questions.Type, string.Join(' ', questions.AvailableTags!.Select(tag => tag.Name))));
        Assert.Equal(questions.Id, (await ConfigurationAsync()).QuestionForumId);
        Assert.Equal(TestPerson.Admin.Id, (await ConfigurationAsync()).UpdatedBy);
        Assert.All(_server.Reasons, reason => Assert.Equal("Nexus setup by root", reason));
    }

    [Fact]
    public async Task Running_it_again_creates_nothing_twice()
    {
        await CreateMissingAsync();
        var before = _server.Summary;
        var text = ReplyText.Of(await CreateMissingAsync());

        Assert.Equal(before, _server.Summary);
        Assert.DoesNotContain("Just now", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_there_under_the_expected_names_is_used_and_its_tags_are_kept()
    {
        var announcements = _server.Add("ProDevProjectNexus", ChannelType.GuildText);
        _server.Add("questions", ChannelType.GuildForum, [new ForumTag { Id = new Snowflake(1), Name = "Backend" }, new ForumTag { Id = new Snowflake(2), Name = "old" }]);
        _server.Roles.Add(new Role { Id = new Snowflake(60), Name = "Mentors", Position = 1 });
        var text = ReplyText.Of(await CreateMissingAsync());

        Assert.Contains($"✅ **Announcements**: <#{announcements}>", text, StringComparison.Ordinal);
        Assert.Contains("✅ **Mentors**: <@&60>", text, StringComparison.Ordinal);
        Assert.Contains("- added the missing tags to #questions", text, StringComparison.Ordinal);
        Assert.Equal("1 2       ", string.Join(' ', _server.Channels.Single(channel => channel.Name == "questions").AvailableTags!.Select(tag => tag.Id)));
    }

    [Fact]
    public async Task A_text_channel_named_like_a_forum_is_not_taken_for_it()
    {
        _server.Add("questions", ChannelType.GuildText);

        Assert.Contains("➕ **Questions forum**", ReplyText.Of(await SetUpAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_was_deleted_since_is_missing_again()
    {
        await CreateMissingAsync();
        _server.Channels.RemoveAll(channel => channel.Name == "ideas");

        Assert.Contains("➕ **Ideas forum**: missing", ReplyText.Of(await SetUpAsync()), StringComparison.Ordinal);
        Assert.Null((await ConfigurationAsync()).IdeaForumId);
    }

    [Fact]
    public async Task A_refusal_is_explained_and_the_rest_is_created_all_the_same()
    {
        _server.Refused = "questions";
        var text = ReplyText.Of(await CreateMissingAsync());

        Assert.Contains("- ⚠️ #questions: Discord says I may not", text, StringComparison.Ordinal);
        Assert.Equal("#ideas, #prodevprojectnexus, #teams, @backend, @frontend, @mentor", _server.Summary);
    }

    [Fact]
    public async Task Without_the_news_feature_announcements_get_a_text_channel()
    {
        _server.Features = [];
        await CreateMissingAsync();

        Assert.Equal(ChannelType.GuildText, _server.Channels.Single(channel => channel.Name == "prodevprojectnexus").Type);
    }

    [Fact]
    public async Task Missing_permissions_are_listed_with_where_to_click()
    {
        _server.SetBotPermissions(Permissions.ManageThreads | Permissions.ManageChannels);
        var text = ReplyText.Of(await SetUpAsync());

        Assert.Contains("- **Manage Roles**, to create and give the roles of tracks and teams. Fix: Server Settings → Roles → Nexus → Permissions → switch on Manage Roles", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Manage Threads", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_shuts_the_bot_out_and_a_role_above_it_are_noticed()
    {
        await CreateMissingAsync();
        var at = _server.Channels.FindIndex(channel => channel.Name == "prodevprojectnexus");
        _server.Channels[at] = _server.Channels[at] with { PermissionOverwrites = [new PermissionOverwrite { Id = Interactions.Guild, Deny = Permissions.SendMessages }] };
        at = _server.Roles.FindIndex(role => role.Name == "backend");
        _server.Roles[at] = _server.Roles[at] with { Position = 20 };
        var text = ReplyText.Of(await SetUpAsync());

        Assert.Contains("Fix: \\#prodevprojectnexus → Edit Channel → Permissions → add Nexus → allow Send Messages", text, StringComparison.Ordinal);
        Assert.Contains("Fix: Server Settings → Roles → drag Nexus above backend", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_admin_may_choose_another_channel_and_it_is_saved_at_once()
    {
        var other = _server.Add("news", ChannelType.GuildText);
        var card = await _world.PressAsync(TestPerson.Admin, await SetUpAsync(), "Channels…");
        Assert.Contains("[Ideas forum]", ReplyText.Of(card), StringComparison.Ordinal);
        await _world.HandleAsync(Interactions.Select(TestPerson.Admin, ChooseChannelSelect.Spec.For(nameof(SetupItem.Announcements)), ComponentType.ChannelSelect, other.ToString()));

        Assert.Equal(other, (await ConfigurationAsync()).AnnouncementChannelId);
        await _world.HandleAsync(Interactions.Select(TestPerson.Admin, ChooseChannelSelect.Spec.For(nameof(SetupItem.Announcements)), ComponentType.ChannelSelect));
        Assert.Null((await ConfigurationAsync()).AnnouncementChannelId);
    }

    [Fact]
    public async Task The_role_that_everyone_has_cannot_be_the_mentors()
    {
        var reply = await _world.HandleAsync(Interactions.Select(TestPerson.Admin, ChooseRoleSelect.Spec.For(nameof(SetupItem.Mentor)), ComponentType.RoleSelect, Interactions.Guild.ToString()));

        Assert.Contains("Everyone has that role", ReplyText.Of(reply), StringComparison.Ordinal);
        Assert.Null(await FindConfigurationAsync());
    }

    [Theory]
    [InlineData("Africa/Accra", "Africa/Accra")]
    [InlineData("accra", "Africa/Accra")]
    [InlineData("new york", "America/New_York")]
    [InlineData("utc", "UTC")]
    public async Task A_city_is_enough_for_the_time_zone(string typed, string zone)
    {
        await SetUpAsync();
        var form = await _world.PressAsync(TestPerson.Admin, ChooseTimeZoneButton.Spec.For());
        Assert.Equal("Time zone of this server", form.Modal!.Title);
        await _world.SubmitAsync(TestPerson.Admin, form, new { zone = typed });

        Assert.Equal(zone, (await ConfigurationAsync()).TimeZone);
    }

    [Fact]
    public async Task An_unknown_time_zone_is_answered_with_similar_ones_and_changes_nothing()
    {
        await SetUpAsync();
        var form = await _world.PressAsync(TestPerson.Admin, ChooseTimeZoneButton.Spec.For());
        var text = ReplyText.Of(await _world.SubmitAsync(TestPerson.Admin, form, new { zone = "kolk" }));

        Assert.Contains("I do not know the time zone “kolk”. Nothing was changed. Did you mean `Asia/Kolkata`?", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_nobody_has_set_up_works_with_what_it_has_under_the_expected_names()
    {
        var announcements = _server.Add("prodevprojectnexus", ChannelType.GuildAnnouncement);
        _server.Roles.Add(new Role { Id = new Snowflake(60), Name = "mentor", Position = 1 });
        await JoinAsync();

        var configuration = await ConfigurationAsync();
        Assert.Equal((announcements, new Snowflake(60)), (configuration.AnnouncementChannelId, configuration.MentorRoleId));
    }

    [Fact]
    public async Task What_an_admin_chose_is_not_overridden_when_the_bot_connects_again()
    {
        await _world.ConfigureAsync(configuration => configuration.MentorRoleId = new Snowflake(1234));
        _server.Roles.Add(new Role { Id = new Snowflake(60), Name = "mentor", Position = 1 });
        await JoinAsync();

        Assert.Equal(new Snowflake(1234), (await ConfigurationAsync()).MentorRoleId);
    }

    [Fact]
    public async Task Status_shows_how_the_bot_is_doing()
    {
        var status = _world.Services.GetRequiredService<BotStatus>();
        (status.StartedAt, status.GatewayState, status.GatewayLatency) = (_world.Clock.GetUtcNow(), () => "Ready", () => TimeSpan.FromMilliseconds(41));
        status.GuildIsThere(Interactions.Guild);
        var reference = _world.Services.GetRequiredService<RecentErrors>().Add("/topic lookup", new InvalidOperationException("secret"));
        var reply = await _world.RunAsync(TestPerson.Mentor, "nexus status");

        Assert.True(reply.IsPrivate);
        var text = ReplyText.Of(reply);
        Assert.Contains("🟢 **Discord**: connected, 41 ms, 1 server", text, StringComparison.Ordinal);
        Assert.Contains("🟢 **Database**: SQLite, answers in", text, StringComparison.Ordinal);
        Assert.Contains($"**{reference}** /topic lookup: InvalidOperationException", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.Contains("\n🟢 **Hub**: 0 pages\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_names_the_hubs_files_that_are_not_served_and_counts_what_is_in_conflict()
    {
        await File.WriteAllTextAsync(Path.Combine(_hub.FullName, "celery.md"), Page("celery", "Celery"));
        foreach (var number in Enumerable.Range(1, 7))
        {
            await File.WriteAllTextAsync(Path.Combine(_hub.FullName, $"bad_{number}.md"), "no front matter");
        }

        await using (var db = _world.Db())
        {
            db.Add(new PageRevision
            {
                GuildId = Interactions.Guild,
                Slug = "celery",
                Number = 1,
                Markdown = Page("celery", "Our Celery"),
                FileMarkdown = Page("celery", "Celery before"),
                Note = "test",
                AuthorId = new Snowflake(1),
                ApprovedBy = new Snowflake(2),
                ApprovedAt = _world.Clock.GetUtcNow(),
            });
            await db.SaveChangesAsync();
        }

        var text = ReplyText.Of(await _world.RunAsync(TestPerson.Mentor, "nexus status"));

        Assert.Contains(
            """
            🟠 **Hub**: 1 page, 1 changed here and in its file: `/topic queue`; 7 files are not served:
            - `bad_1.md`: a page starts with front matter between two lines '---'.
            """,
            text,
            StringComparison.Ordinal);
        Assert.Contains("`bad_5.md`", text, StringComparison.Ordinal);
        Assert.DoesNotContain("`bad_6.md`", text, StringComparison.Ordinal);
        Assert.Contains("\nand 2 more\n", text, StringComparison.Ordinal);

        static string Page(string slug, string title) =>
            $"---\nslug: {slug}\ntitle: {title}\nkind: topic\nlevel: beginner\nowner: mentors\nlast_reviewed: 2026-11-20\n---\n## Summary\nAll about it.\n";
    }

    [Fact]
    public async Task Status_counts_the_messages_that_could_not_be_delivered()
    {
        await using (var db = _world.Db())
        {
            var failed = Delivery.Plan(Interactions.Guild, "test", 1, DeliveryTarget.In(new Snowflake(40)), _world.Clock.GetUtcNow());
            (failed.State, failed.Failure) = (DeliveryState.Failed, DeliveryFailure.ChannelGone);
            db.Add(failed);
            var closed = Delivery.Plan(Interactions.Guild, "test", 3, DeliveryTarget.DmOf(TestPerson.Mentor.Id), _world.Clock.GetUtcNow());
            (closed.State, closed.Failure) = (DeliveryState.Failed, DeliveryFailure.DmClosed);
            db.Add(closed);
            db.Add(Delivery.Plan(Interactions.Guild, "test", 2, DeliveryTarget.In(new Snowflake(40)), _world.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        }

        Assert.Contains(
            "🟠 **Messages**: 1 could not be delivered; announcements among them are in `/announce list show:failed`\n",
            ReplyText.Of(await _world.RunAsync(TestPerson.Mentor, "nexus status")),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("22:00", "7am", 1320, 420, "22:00 to 07:00")]
    [InlineData("noon", "13:30", 720, 810, "12:00 to 13:30")]
    public async Task An_admin_chooses_quiet_hours_and_takes_them_back(string from, string until, int begins, int ends, string words)
    {
        var overview = await SetUpAsync();
        Assert.Contains("🌙 **Quiet hours**: none (optional)\n🔏 **A second mentor approves announcements**: no (optional)", ReplyText.Of(overview), StringComparison.Ordinal);
        var card = await _world.PressAsync(TestPerson.Admin, overview, "Announcements…");
        var form = await _world.PressAsync(TestPerson.Admin, card, "Quiet hours…");

        card = await _world.SubmitAsync(TestPerson.Admin, form, new { from, until });
        Assert.Contains($"🌙 **Quiet hours**: {words} in UTC. An announcement that is due in them waits until", ReplyText.Of(card), StringComparison.Ordinal);
        Assert.Equal(((int?)begins, (int?)ends), ((await ConfigurationAsync()).QuietFrom, (await ConfigurationAsync()).QuietUntil));

        form = await _world.PressAsync(TestPerson.Admin, card, "Quiet hours…");
        Assert.Contains("🌙 **Quiet hours**: none.", ReplyText.Of(await _world.SubmitAsync(TestPerson.Admin, form, new { from = "", until = "" })), StringComparison.Ordinal);
        Assert.Null((await ConfigurationAsync()).QuietFrom);
    }

    [Theory]
    [InlineData("22:00", ""), InlineData("late", "7:00"), InlineData("9:00", "09:00")]
    public async Task Quiet_hours_that_make_no_sense_change_nothing(string from, string until)
    {
        await SetUpAsync();
        var form = await _world.PressAsync(TestPerson.Admin, ChooseQuietHoursButton.Spec.For());

        Assert.StartsWith("Quiet hours need two different times of day", ReplyText.Of(await _world.SubmitAsync(TestPerson.Admin, form, new { from, until })), StringComparison.Ordinal);
        Assert.Null((await ConfigurationAsync()).QuietUntil);
    }

    [Fact]
    public async Task An_admin_asks_for_a_second_mentor_and_hears_that_a_log_channel_is_missing()
    {
        var card = await _world.PressAsync(TestPerson.Admin, await SetUpAsync(), "Announcements…");
        card = await _world.PressAsync(TestPerson.Admin, card, "Ask for approval");

        Assert.Contains("⚠️ No log channel is chosen, so nobody is told when something waits", ReplyText.Of(card), StringComparison.Ordinal);
        Assert.True((await ConfigurationAsync()).AnnouncementsNeedApproval);
        card = await _world.PressAsync(TestPerson.Admin, card, "No approval needed");
        Assert.Contains("🔏 **Approval**: none.", ReplyText.Of(card), StringComparison.Ordinal);
    }

    private async Task<Reply> SetUpAsync() =>
        (await _world.FollowUpAsync(TestPerson.Admin, await _world.RunAsync(TestPerson.Admin, "nexus setup")))!;

    private async Task<Reply> CreateMissingAsync() =>
        (await _world.FollowUpAsync(TestPerson.Admin, await _world.PressAsync(TestPerson.Admin, await SetUpAsync(), "Create what is missing")))!;

    private async Task JoinAsync()
    {
        var happened = new GuildCreateEvent(new Guild { Id = Interactions.Guild, Channels = _server.Channels, Roles = _server.Roles });
        await using var scope = _world.Services.CreateAsyncScope();
        foreach (var listener in _world.Catalogue.ListenersOf(happened))
        {
            await listener(scope.ServiceProvider, happened, CancellationToken.None);
        }
    }

    private async Task<GuildConfiguration> ConfigurationAsync() => (await FindConfigurationAsync())!;

    private async Task<GuildConfiguration?> FindConfigurationAsync()
    {
        await using var db = _world.Db();
        return await db.In<GuildConfiguration>(Interactions.Guild).SingleOrDefaultAsync();
    }
}
