using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.FirstWeek;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Ideas.Settings;
using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;
using NodaTime;

namespace Nexus.Bot.Tests.Ideas.FirstWeek;

/// <summary>It is Wednesday 25 November 2026, 08:00 UTC, day 3 of a cohort that began on Monday; the server is on UTC.</summary>
public sealed class FirstWeekListTests
{
    private const ulong Backend = 70, Frontend = 71;
    private static readonly Snowflake Mentors = new(60), Cy = new(103), Root = new(301);
    private static readonly DateTimeOffset Day3 = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Mentors_see_by_track_who_has_neither_an_idea_nor_joined_one()
    {
        await using var world = await StartAsync();
        await AddIdeaAsync(world, author: Cy, status: IdeaStatus.Parked);

        Assert.Equal(
            """
            ### 3 of 3 people have neither an idea nor joined one
            -# Day 3 of the cohort. The day behind a name is of their own first week: who joined later has as many.
            **Backend**
            <@101> · day 3
            [Nudge]
            **Frontend**
            <@102> · day 3
            [Nudge]
            **No track yet**
            <@103> · day 3
            [Nudge]
            [Nudge all 3]
            """.ReplaceLineEndings("\n"),
            await ListAsync(world));

        await AddIdeaAsync(world, author: Cy, builds: TestPerson.Ada.Id);
        Assert.StartsWith("### 1 of 3 people has neither an idea nor joined one\n", await ListAsync(world), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_idea_that_was_merged_goes_on_and_so_does_its_authors_part_in_it()
    {
        await using var world = await StartAsync();
        var into = await AddIdeaAsync(world, author: TestPerson.Ada.Id);
        await AddIdeaAsync(world, author: TestPerson.Bo.Id, status: IdeaStatus.Merged, into: into);

        Assert.Contains("<@103>", await ListAsync(world), StringComparison.Ordinal);
        Assert.DoesNotContain("<@102>", await ListAsync(world), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_members_intent_it_is_those_who_were_seen_and_that_is_said()
    {
        await using var world = await StartAsync();
        world.TellsMembers = false;
        var seen = world.Slice.Services.GetRequiredService<SeenMembers>();
        await seen.SawAsync(Interactions.Guild, TestPerson.Ada.Id, new Member { Roles = [new Snowflake(Backend)], JoinedAt = Day3.AddDays(-30) }, CancellationToken.None);
        await seen.SawAsync(Interactions.Guild, TestPerson.Mentor.Id, new Member { Roles = [new Snowflake(TestPerson.MentorRole)] }, CancellationToken.None);

        var list = await ListAsync(world);

        Assert.Equal(
            "### 1 of 1 person has neither an idea nor joined one\n"
            + "-# Day 3 of the cohort. The day behind a name is of their own first week: who joined later has as many.\n"
            + "-# I know 1 person here who learns, of about 40 on the server with mentors and bots: Discord tells me only who wrote or pressed something. "
            + "Whoever runs me can switch `Discord:MembersIntent` on; then I see everybody.\n**Backend**\n<@101> · day 3\n[Nudge]\n[Nudge them]",
            list);
    }

    [Fact]
    public async Task Nothing_is_shown_before_somebody_said_when_the_cohort_begins_or_before_day_three()
    {
        await using var world = await StartAsync(start: null);
        Assert.Equal("I do not know the first day of the cohort. An admin says it with `/idea settings` under **Numbers and dates…**", await ListAsync(world));

        await BeginAsync(world, new LocalDate(2026, 11, 24));
        Assert.Equal("### Day 2 of the cohort\nFrom day 3 on I show here who has neither an idea nor joined one.", await ListAsync(world));
        await BeginAsync(world, new LocalDate(2026, 11, 30));
        Assert.Equal("### The cohort has not begun\nIt begins in 5 days. From its day 3 on I show here who has neither an idea nor joined one.", await ListAsync(world));
    }

    [Fact]
    public async Task A_nudge_is_a_kind_message_with_first_steps_and_goes_out_once()
    {
        await using var world = await StartAsync();
        await AddIdeaAsync(world, author: Root, title: "Bus times", needs: IdeaRole.Backend);
        await AddIdeaAsync(world, author: Root, title: "Recipes", needs: IdeaRole.Frontend);

        var first = await world.Slice.PressAsync(TestPerson.Mentor, NudgeButton.Spec.For(TestPerson.Ada.Id));
        var again = await world.Slice.PressAsync(TestPerson.Mentor, NudgeButton.Spec.For(TestPerson.Ada.Id));
        await world.Slice.RunJobAsync<SendDueDeliveriesJob>();

        Assert.StartsWith("✅ <@101> gets a direct message with three easy first steps.", ReplyText.Of(first), StringComparison.Ordinal);
        Assert.Equal("<@101> was written to a short while ago. Nothing was sent; two days between messages are kinder.", ReplyText.Of(again));
        Assert.Equal(
            """
            👋 Hi! <@201> of **ProDev** thought of you: you have not joined a project idea yet. No hurry; these are the easiest first steps:
            1. **Look at one** that still has a place for backend:
               • **#1 Bus times**
            2. **Propose your own** with `/idea add` on the server. A title and a sentence are enough to begin; others help to shape it.
            3. **Ask somebody**: a mentor, or whoever sits next to you. Two with no idea find one faster.
            [#1 Bus times](https://discord.com/channels/1/701/701) [All ideas](https://discord.com/channels/1/50) [Don't ask me again]
            """.ReplaceLineEndings("\n"),
            Assert.Single(world.Channel.TextsIn(ChannelOnDiscord.DmOf(TestPerson.Ada.Id))));
        Assert.Contains($"<@101> · day 3 · written to <t:{Day3.ToUnixTimeSeconds()}:R>", await ListAsync(world), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wants_no_such_message_gets_none_and_can_take_that_back()
    {
        await using var world = await StartAsync();
        await world.Slice.PressAsync(TestPerson.Mentor, NudgeButton.Spec.For(TestPerson.Ada.Id));
        await world.Slice.RunJobAsync<SendDueDeliveriesJob>();
        var dm = Assert.Single(world.Channel.Posts).Message;
        var stop = ReplyText.AllOf(dm.Components).OfType<Button>().Single(button => button.Label == "Don't ask me again").CustomId!;

        var stopped = await world.Slice.HandleAsync(Interactions.PressInDm(TestPerson.Ada, stop));
        world.Slice.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal("👍 I will not write to you about ideas again. When you want one: `/idea board` on the server.\n[Undo]", ReplyText.Of(stopped));
        Assert.Equal(
            "<@101> asked for no such messages. Nothing was sent; a word of yours is another matter.",
            ReplyText.Of(await world.Slice.PressAsync(TestPerson.Mentor, NudgeButton.Spec.For(TestPerson.Ada.Id))));
        await world.Slice.HandleAsync(Interactions.PressInDm(TestPerson.Ada, ReplyText.ButtonId(stopped, "Undo")));
        Assert.StartsWith("✅", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Mentor, NudgeButton.Spec.For(TestPerson.Ada.Id))), StringComparison.Ordinal);
        Assert.Equal("Nobody had me write to you from that server, so there is nothing to turn off.", ReplyText.Of(await world.Slice.HandleAsync(Interactions.PressInDm(TestPerson.Bo, stop))));
    }

    [Fact]
    public async Task Who_has_joined_an_idea_before_the_message_goes_out_gets_none()
    {
        await using var world = await StartAsync();
        await world.Slice.PressAsync(TestPerson.Mentor, NudgeButton.Spec.For(TestPerson.Ada.Id));
        await AddIdeaAsync(world, author: Cy, builds: TestPerson.Ada.Id);

        await world.Slice.RunJobAsync<SendDueDeliveriesJob>();

        Assert.Empty(world.Channel.Posts);
        Assert.Equal("<@101> has an idea, or joined one, by now. Nothing was sent.", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Mentor, NudgeButton.Spec.For(TestPerson.Ada.Id))));
    }

    [Fact]
    public async Task Somebody_who_is_not_on_this_server_is_not_written_to()
    {
        await using var world = await StartAsync();

        await world.Slice.PressAsync(TestPerson.Mentor, NudgeButton.Spec.For(new Snowflake(4711)));
        await world.Slice.RunJobAsync<SendDueDeliveriesJob>();

        Assert.Empty(world.Channel.Posts);
    }

    [Fact]
    public async Task Closed_direct_messages_are_told_to_mentors_and_shown_in_the_list()
    {
        await using var world = await StartAsync();
        world.Channel.Close(ChannelOnDiscord.DmOf(TestPerson.Ada.Id), 403, DiscordErrorCode.CannotSendToUser);

        await world.Slice.PressAsync(TestPerson.Mentor, NudgeButton.Spec.For(TestPerson.Ada.Id));
        await world.Slice.RunJobAsync<SendDueDeliveriesJob>();

        Assert.Equal(
            "✉️ <@201>, I could not write to <@101> about having no idea yet: they take no direct messages from me. A word of yours reaches them better anyhow.",
            Assert.Single(world.Channel.TextsIn(Mentors)));
        Assert.Contains("<@101> · day 3 · takes no direct messages from me\n", await ListAsync(world), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_are_nudged_with_one_press_and_those_left_out_are_named_with_the_reason()
    {
        await using var world = await StartAsync();
        await world.Slice.PressAsync(TestPerson.Mentor, NudgeButton.Spec.For(TestPerson.Ada.Id));

        var all = await world.Slice.FollowUpAsync(TestPerson.Mentor, await world.Slice.PressAsync(TestPerson.Mentor, NudgeAllButton.Spec.For()));
        await world.Slice.RunJobAsync<SendDueDeliveriesJob>();

        Assert.StartsWith("✅ 2 people get a direct message with three easy first steps. Not written to: 1 was written to a short while ago.\n### 3 of 3", ReplyText.Of(all!), StringComparison.Ordinal);
        Assert.Equal(3, world.Channel.Posts.Count);
    }

    [Fact]
    public async Task On_days_three_five_and_seven_at_nine_mentors_get_the_list_and_restarts_neither_double_nor_lose_it()
    {
        await using var world = await StartAsync();

        for (var hour = 0; hour < 24 * 10; hour++)
        {
            world.Slice.Clock.Advance(TimeSpan.FromHours(1));
            if (hour % 7 == 0)
            {
                await world.Slice.RestartAsync();
            }

            await RunJobsAsync(world);
        }

        Assert.Equal([25, 27, 29], world.Channel.Posts.Select(post => post.Message.Id.CreatedAt.Day));
        Assert.All(world.Channel.Posts, post => Assert.Equal((Mentors, 9), (post.Message.ChannelId, post.Message.Id.CreatedAt.Hour)));
        Assert.Equal(
            """
            ### 3 of 3 people have neither an idea nor joined one
            -# Day 3 of the cohort. The day behind a name is of their own first week: who joined later has as many.
            **Backend**: <@101> (day 3)
            **Frontend**: <@102> (day 3)
            **No track yet**: <@103> (day 3)
            [Nudge all 3] [Show the list]
            """.ReplaceLineEndings("\n"),
            world.Channel.TextsIn(Mentors)[0]);
        Assert.All(world.Channel.Sent, sent => Assert.Empty(sent.AllowedMentions!.Users ?? []));
    }

    [Fact]
    public async Task A_day_on_which_the_bot_was_down_is_made_up_for_and_nothing_comes_when_nobody_is_missing()
    {
        await using var world = await StartAsync();
        world.Slice.Clock.Advance(TimeSpan.FromDays(1.5));

        await RunJobsAsync(world);
        Assert.Empty(world.Channel.Posts); // day 4; nobody knows that the bot should have spoken on day 3

        world.Slice.Clock.Advance(TimeSpan.FromDays(2));
        await RunJobsAsync(world);
        Assert.Contains("(day 6)", Assert.Single(world.Channel.TextsIn(Mentors)), StringComparison.Ordinal);

        foreach (var person in new[] { TestPerson.Ada.Id, TestPerson.Bo.Id, Cy })
        {
            await AddIdeaAsync(world, author: person);
        }

        world.Slice.Clock.Advance(TimeSpan.FromDays(1));
        await RunJobsAsync(world);
        Assert.Single(world.Channel.Posts);
    }

    [Fact]
    public async Task Who_joined_later_has_their_own_third_day()
    {
        await using var world = await StartAsync();
        foreach (var person in new[] { TestPerson.Ada.Id, TestPerson.Bo.Id, Cy })
        {
            await AddIdeaAsync(world, author: person);
        }

        world.Members.Add(new Member { User = new User { Id = new Snowflake(110) }, JoinedAt = Day3.AddDays(9) });
        for (var day = 0; day < 13; day++)
        {
            world.Slice.Clock.Advance(TimeSpan.FromDays(1));
            await RunJobsAsync(world);
        }

        Assert.Equal(["**No track yet**: <@110> (day 3)", "**No track yet**: <@110> (day 5)"], world.Channel.TextsIn(Mentors).Select(text => text.Split('\n')[2]));
    }

    private static async Task<string> ListAsync(FirstWeekWorld world) =>
        ReplyText.Of((await world.Slice.FollowUpAsync(TestPerson.Mentor, await world.Slice.RunAsync(TestPerson.Mentor, "idea without")))!);

    private static async Task RunJobsAsync(FirstWeekWorld world)
    {
        await world.Slice.RunJobAsync<FirstWeekJob>();
        await world.Slice.RunJobAsync<SendDueDeliveriesJob>();
    }

    private static Task BeginAsync(FirstWeekWorld world, LocalDate start) => world.Slice.Services.GetRequiredService<IdeaSettingsStore>()
        .ChangeAsync(Interactions.Guild, TestPerson.Admin.Id, "its numbers and dates", it => (it.CohortStart, it.MentorChannelId) = (start, Mentors), CancellationToken.None);

    private static async Task<long> AddIdeaAsync(
        FirstWeekWorld world, Snowflake author, string title = "An idea", IdeaStatus status = IdeaStatus.Proposed, Snowflake? builds = null, IdeaRole? needs = null, long? into = null)
    {
        await using var db = world.Slice.Db();
        var number = await db.In<Idea>(Interactions.Guild).CountAsync() + 1;
        var place = new Snowflake(700 + (ulong)number);
        var idea = new Idea
        {
            GuildId = Interactions.Guild,
            Number = number,
            AuthorId = author,
            PressId = new Snowflake((ulong)number),
            Title = title,
            Problem = "",
            ForWhom = "",
            Solution = "",
            Status = status,
            MergedIntoId = into,
            WasPublished = true,
            CreatedAt = Day3,
            TouchedAt = Day3,
            ThreadId = place,
            CardChannelId = place,
            CardMessageId = place,
        };
        db.Add(idea);
        await db.SaveChangesAsync();
        if (needs is { } role)
        {
            db.Add(new IdeaNeed { GuildId = Interactions.Guild, IdeaId = idea.Id, Role = role, Minimum = 1, Slots = 2 });
        }

        if (builds is { } builder)
        {
            db.Add(new IdeaInterest { GuildId = Interactions.Guild, IdeaId = idea.Id, PersonId = builder, Role = IdeaRole.Backend, Since = Day3 });
        }

        await db.SaveChangesAsync();
        return idea.Id;
    }

    private static async Task<FirstWeekWorld> StartAsync(string? start = "2026-11-23")
    {
        var world = new FirstWeekWorld();
        await world.Slice.ConfigureAsync(it => (it.BackendRoleId, it.FrontendRoleId, it.IdeaForumId) = (new Snowflake(Backend), new Snowflake(Frontend), new Snowflake(50)));
        if (start is not null)
        {
            await BeginAsync(world, NodaTime.Text.LocalDatePattern.Iso.Parse(start).Value);
            await using var db = world.Slice.Db();
            await db.AcrossGuilds<Delivery>().ExecuteDeleteAsync();
        }

        return world;
    }

    private sealed class FirstWeekWorld : IAsyncDisposable
    {
        public FirstWeekWorld()
        {
            Slice = new SliceWorld(at: Day3);
            Channel = new ChannelOnDiscord(Slice);
            Slice.Discord.Setup(discord => discord.GetGuildAsync(Interactions.Guild, It.IsAny<bool>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
                .ReturnsAsync(new Guild { Id = Interactions.Guild, Name = "ProDev", OwnerId = new Snowflake(999), ApproximateMemberCount = 40, Roles = [new Role { Id = new Snowflake(80), Permissions = Permissions.ManageGuild }] });
            Slice.Discord.Setup(discord => discord.GetMembersAsync(Interactions.Guild, It.IsAny<Snowflake?>(), It.IsAny<int>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
                .Returns(() => TellsMembers
                    ? Task.FromResult<IReadOnlyList<Member>>([.. Members])
                    : throw new DiscordApiException("GET /guilds/{guild}/members", 403, DiscordErrorCode.MissingAccess, "no"));
        }

        public SliceWorld Slice { get; }

        public ChannelOnDiscord Channel { get; }

        /// <summary>False without the members intent.</summary>
        public bool TellsMembers { get; set; } = true;

        public List<Member> Members { get; } =
        [
            Of(TestPerson.Ada.Id, Backend),
            Of(TestPerson.Bo.Id, Frontend),
            Of(Cy),
            Of(TestPerson.Mentor.Id, TestPerson.MentorRole),
            Of(Root, 80),
            Of(new Snowflake(999)),
        ];

        public ValueTask DisposeAsync() => Slice.DisposeAsync();

        private static Member Of(Snowflake id, params ulong[] roles) =>
            new() { User = new User { Id = id }, Roles = [.. roles.Select(role => new Snowflake(role))], JoinedAt = Day3.AddDays(-30) };
    }
}
