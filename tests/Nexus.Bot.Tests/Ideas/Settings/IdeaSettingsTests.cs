using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Features.Ideas.Settings;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Announcements;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Tests.Ideas.Settings;

public sealed class IdeaSettingsTests
{
    [Fact]
    public async Task A_server_that_chose_nothing_reads_what_holds_and_what_each_thing_means()
    {
        await using var world = await StartAsync();

        Assert.Equal(
            """
            ### Ideas on this server
            📮 **Place**: <#50>
            🧑‍🏫 **Mentors hear of ideas** nowhere yet. Choose a channel below, or a log channel with `/nexus setup`.
            📅 **First day of the cohort**: not said yet. With it, mentors are shown on days 3, 5 and 7 who has neither an idea nor joined one.
            💤 **Quiet ideas**: after 3 weeks without a word, vote or change I ask in the idea's thread whether it is still on. A week later I warn, and another week later it is parked; one press brings it back. What nobody but its author wrote in is never parked: mentors hear of it.
            🙋 **Places**: one person has at most 3 in ideas that are not decided yet.
            🗳️ **Votes**: one person is for any number of ideas that are not decided yet.
            ▫️ **Review**: off. An idea is on the board at once.
            ▫️ **Own votes**: off. Authors do not vote for their own idea.
            ▫️ **Teams**: a mentor forms them.
            """.ReplaceLineEndings("\n"),
            ReplyText.Of(await world.RunAsync(TestPerson.Admin, "idea settings")).Split("\n[", 2)[0]);
    }

    [Theory]
    [InlineData("23 Nov", "Monday 23 November 2026")]
    [InlineData("today", "Wednesday 25 November 2026")]
    [InlineData("2026-11-23", "Monday 23 November 2026")]
    [InlineData("30 Nov", "Monday 30 November 2026")]
    [InlineData("next Monday", "Monday 30 November 2026")]
    [InlineData("in 2 days", "Friday 27 November 2026")]
    [InlineData("4 January", "Monday 4 January 2027")]
    [InlineData("1 Sep", "Tuesday 1 September 2026")]
    public async Task The_first_day_is_typed_as_people_say_it_and_may_be_over(string typed, string shown)
    {
        await using var world = await StartAsync(new DateTimeOffset(2026, 11, 25, 20, 0, 0, TimeSpan.Zero));

        var card = await SubmitAsync(world, typed, "3", "3", "");

        Assert.Contains($"📅 **First day of the cohort**: {shown}. On days 3, 5 and 7", ReplyText.Of(card), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("when the sun shines", "3", "3", "", "I cannot read that first day. Write it like `23 Nov`, `2026-11-23`, `today` or `next Monday`.")]
    [InlineData("every Monday", "3", "3", "", "I cannot read that first day.")]
    [InlineData("1 March 2031", "3", "3", "", "That first day is more than a year away.")]
    [InlineData("", "0", "3", "", "Quiet weeks are a number from 1 to 26.")]
    [InlineData("", "", "3", "", "Quiet weeks are a number from 1 to 26.")]
    [InlineData("", "3", "-1", "", "Places are a number from 1 to 20, or empty for any number.")]
    [InlineData("", "3", "3", "many", "Open votes are a number from 1 to 100, or empty for any number.")]
    public async Task What_cannot_be_is_refused_and_nothing_changes(string start, string quiet, string places, string votes, string words)
    {
        await using var world = await StartAsync();

        var answer = await SubmitAsync(world, start, quiet, places, votes);

        Assert.True(answer.IsPrivate);
        Assert.StartsWith(words, ReplyText.Of(answer), StringComparison.Ordinal);
        Assert.EndsWith("Nothing was changed; press **Numbers and dates…** to try again.", ReplyText.Of(answer), StringComparison.Ordinal);
        Assert.Null((await SettingsAsync(world)).CohortStart);
    }

    [Fact]
    public async Task Numbers_hold_as_typed_and_the_form_shows_them_again()
    {
        await using var world = await StartAsync();

        var card = ReplyText.Of(await SubmitAsync(world, "", "1", "", "5"));

        Assert.Contains("after a week without a word", card, StringComparison.Ordinal);
        Assert.Contains("one person has any number of places in ideas", card, StringComparison.Ordinal);
        Assert.Contains("one person is for at most 5 ideas that are not decided yet", card, StringComparison.Ordinal);
        var policy = (await SettingsAsync(world)).Policy;
        Assert.Equal((null, 5, TimeSpan.FromDays(7)), (policy.MostPlaces, policy.MostOpenVotes, policy.Quiet));
        await SubmitAsync(world, "23 Nov", "1", "", "5");
        var form = await world.PressAsync(TestPerson.Admin, ChooseIdeaLimitsButton.Spec.For());
        Assert.Contains("First day of the cohort: 2026-11-23\nQuiet weeks until an idea is asked about: 1\n", ReplyText.Of(form), StringComparison.Ordinal);
        await SubmitAsync(world, "2026-11-23", "1", "", "5");
        Assert.Equal(new LocalDate(2026, 11, 23), (await SettingsAsync(world)).CohortStart);
    }

    [Fact]
    public async Task What_is_on_is_chosen_from_a_list_and_the_log_says_who_did()
    {
        await using var world = await StartAsync();

        var card = await world.HandleAsync(Interactions.Select(TestPerson.Admin, ChooseIdeaSwitchesSelect.Spec.For(), ComponentType.StringSelect, "review", "teams"));

        Assert.Contains(
            "✅ **Review**: others see an idea once a mentor has approved it.\n▫️ **Own votes**: off. Authors do not vote for their own idea.\n✅ **Teams**: an idea's author forms its team, or a mentor does.",
            ReplyText.Of(card),
            StringComparison.Ordinal);
        await using var db = world.Db();
        var entry = Assert.Single(db.In<Nexus.Bot.ServerLog.LogEntry>(Interactions.Guild));
        Assert.Equal(("changed how ideas are treated: what is on and off.", TestPerson.Admin.Id), (entry.Words, entry.ActorId));
    }

    [Fact]
    public async Task Mentors_hear_in_the_channel_that_was_chosen_else_in_the_log_channel()
    {
        await using var world = await StartAsync();
        _ = new ServerOnDiscord(world);
        var place = world.Services.GetRequiredService<MentorPlace>();
        Assert.Null(await place.OfAsync(Interactions.Guild, CancellationToken.None));
        await world.ConfigureAsync(it => it.LogChannelId = new Snowflake(60));
        Assert.Equal(new Snowflake(60), await place.OfAsync(Interactions.Guild, CancellationToken.None));
        Assert.Contains("**Mentors hear of ideas** in the log channel, <#60>.", ReplyText.Of(await world.RunAsync(TestPerson.Admin, "idea settings")), StringComparison.Ordinal);

        var card = await ChooseChannelAsync(world, "61");

        Assert.Contains("**Mentors hear of ideas** in <#61>.", ReplyText.Of(card), StringComparison.Ordinal);
        Assert.Equal(new Snowflake(61), await place.OfAsync(Interactions.Guild, CancellationToken.None));
        await world.HandleAsync(Interactions.Select(TestPerson.Admin, ChooseMentorChannelSelect.Spec.For(), ComponentType.ChannelSelect));
        Assert.Equal(new Snowflake(60), await place.OfAsync(Interactions.Guild, CancellationToken.None));
    }

    [Fact]
    public async Task A_channel_in_which_the_bot_cannot_write_is_not_taken()
    {
        await using var world = await StartAsync();
        var server = new ServerOnDiscord(world)
        {
            Overwrites = [new PermissionOverwrite { Id = Interactions.Guild, Deny = Permissions.SendMessages }],
        };

        var card = await ChooseChannelAsync(world, "61");

        Assert.Contains("⚠️ I cannot write in <#61>, so nothing was changed. Let me **View Channel** and **Send Messages** there, then choose it again.", ReplyText.Of(card), StringComparison.Ordinal);
        Assert.Null((await SettingsAsync(world)).MentorChannelId);
        server.Overwrites = [];
        Assert.DoesNotContain("⚠️", ReplyText.Of(await ChooseChannelAsync(world, "61")), StringComparison.Ordinal);
    }

    private static async Task<Reply> ChooseChannelAsync(SliceWorld world, string channel)
    {
        var set = Interactions.Select(TestPerson.Admin, ChooseMentorChannelSelect.Spec.For(), ComponentType.ChannelSelect, channel);
        return (await world.FollowUpAsync(TestPerson.Admin, await world.HandleAsync(set), set))!;
    }

    private static async Task<Reply> SubmitAsync(SliceWorld world, string start, string quiet, string places, string votes) =>
        await world.SubmitAsync(TestPerson.Admin, await world.PressAsync(TestPerson.Admin, ChooseIdeaLimitsButton.Spec.For()), new { start, quiet, places, votes });

    private static async Task<SliceWorld> StartAsync(DateTimeOffset? at = null)
    {
        var world = new SliceWorld(at: at);
        await world.ConfigureAsync(it => (it.IdeaForumId, it.TimeZone) = (new Snowflake(50), "Africa/Accra"));
        return world;
    }

    private static Task<IdeaSettings> SettingsAsync(SliceWorld world) =>
        world.Services.GetRequiredService<IdeaSettingsStore>().OfAsync(Interactions.Guild, CancellationToken.None);
}
