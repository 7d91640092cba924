using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Features.Questions.Settings;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Questions.Settings;

public sealed class QuestionSettingsTests
{
    [Fact]
    public async Task A_server_that_chose_nothing_reads_what_holds()
    {
        await using var world = await StartAsync();

        Assert.Equal(
            """
            ### Questions on this server
            📮 **Place**: <#50>
            🕗 **Working hours**: weekdays 08:00–20:00 in Africa/Accra. Only this time counts:
            🪜 Nobody takes a question: who knows its topic is asked after **1 h**, the mentors of its track after **3 h**, and after **8 h** the log channel is told. A lead can be chosen below.
            -# I know only those who have used `/helper set`, mentors and leads too. Nobody else is pinged.
            ⌛ **A claim without an answer lapses** after 1 day. **“Solved?” is asked** after 5 days without a word.
            ✅ Ping whoever fits best at once
            ▫️ Notice first replies: off
            ✅ Weekly digest for mentors
            """.ReplaceLineEndings("\n"),
            ReplyText.Of(await world.RunAsync(TestPerson.Admin, "questions settings")).Split("\n[", 2)[0].TrimEnd());
    }

    [Theory]
    [InlineData("45 min", "2 hours", "1 day", "36 h", "a week", "after **45 min**", "after **2 h**", "after **1 day**", "lapses** after 1 d 12 h", "after 7 days")]
    [InlineData("90min", "4h", "2d", "2 days", "3 days", "after **1 h 30 min**", "after **4 h**", "after **2 days**", "lapses** after 2 days", "after 3 days")]
    public async Task Times_are_typed_as_people_say_them(string specialists, string mentors, string lead, string lapses, string quiet, params string[] shown)
    {
        await using var world = await StartAsync();
        await world.RunAsync(TestPerson.Admin, "questions settings");
        var form = await world.PressAsync(TestPerson.Admin, ChooseTimesButton.Spec.For());

        var card = ReplyText.Of(await world.SubmitAsync(TestPerson.Admin, form, new { specialists, mentors, lead, lapses, quiet }));

        Assert.All(shown, words => Assert.Contains(words, card, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("soon", "3 h", "8 h", "24 h", "5 days", "One of these is no length of time that I can read. Write it like `45 min`, `2 h` or `3 days`.")]
    [InlineData("3 h", "1 h", "8 h", "24 h", "5 days", "Each step comes later than the one before")]
    [InlineData("1 min", "3 h", "8 h", "24 h", "5 days", "The first step may come after 5 min at the earliest")]
    [InlineData("1 h", "3 h", "9 days", "24 h", "5 days", "the last after 7 days at the latest")]
    [InlineData("1 h", "3 h", "8 h", "30 min", "5 days", "A claim can lapse after 1 h to 14 days.")]
    [InlineData("1 h", "3 h", "8 h", "24 h", "90 days", "“Solved?” can be asked after 1 day to 60 days.")]
    public async Task Times_that_cannot_be_are_refused_and_nothing_changes(string specialists, string mentors, string lead, string lapses, string quiet, string words)
    {
        await using var world = await StartAsync();
        var form = await world.PressAsync(TestPerson.Admin, ChooseTimesButton.Spec.For());

        var answer = await world.SubmitAsync(TestPerson.Admin, form, new { specialists, mentors, lead, lapses, quiet });

        Assert.True(answer.IsPrivate);
        Assert.Contains(words, ReplyText.Of(answer), StringComparison.Ordinal);
        Assert.EndsWith("Nothing was changed; press **Times…** to try again.", ReplyText.Of(answer), StringComparison.Ordinal);
        Assert.Equal(60, (await SettingsAsync(world)).SpecialistsAfter);
    }

    [Fact]
    public async Task Working_hours_are_days_and_times_and_may_last_into_the_next_day()
    {
        await using var world = await StartAsync();
        var form = await world.PressAsync(TestPerson.Admin, ChooseWorkHoursButton.Spec.For());

        var card = await world.SubmitAsync(TestPerson.Admin, form, new { hours = "Mon Sat Sun 6pm-2am" });

        Assert.Contains("🕗 **Working hours**: Mon, Sat, Sun 18:00–02:00 in Africa/Accra.", ReplyText.Of(card), StringComparison.Ordinal);
        var same = await world.SubmitAsync(TestPerson.Admin, form, new { hours = "when the sun shines" });
        Assert.Equal(
            "I cannot read these hours. What works: `weekdays 8:00-20:00`, `Mon Wed 6-10pm`, `evenings`, `any time`. Nothing was changed; press **Working hours…** to try again.",
            ReplyText.Of(same));
    }

    [Fact]
    public async Task What_is_on_is_chosen_from_a_list_and_the_log_says_who_did()
    {
        await using var world = await StartAsync();

        var card = await world.HandleAsync(Interactions.Select(TestPerson.Admin, ChooseSwitchesSelect.Spec.For(), ComponentType.StringSelect, "replies"));
        await world.HandleAsync(Interactions.Select(TestPerson.Admin, ChooseSwitchesSelect.Spec.For(), ComponentType.StringSelect, "replies"));

        Assert.Contains("▫️ Ping whoever fits best at once: off\n✅ Notice first replies\n▫️ Weekly digest for mentors: off", ReplyText.Of(card), StringComparison.Ordinal);
        await using var db = world.Db();
        var entry = Assert.Single(db.In<Nexus.Bot.ServerLog.LogEntry>(Interactions.Guild));
        Assert.Equal("changed how questions are treated: what is on and off.", entry.Words);
        Assert.Equal(TestPerson.Admin.Id, entry.ActorId);
    }

    [Fact]
    public async Task The_lead_is_a_role_that_not_everyone_has()
    {
        await using var world = await StartAsync();

        var everyone = await world.HandleAsync(Interactions.Select(TestPerson.Admin, ChooseLeadSelect.Spec.For(), ComponentType.RoleSelect, Interactions.Guild.ToString()));
        var lead = await world.HandleAsync(Interactions.Select(TestPerson.Admin, ChooseLeadSelect.Spec.For(), ComponentType.RoleSelect, "70"));

        Assert.Equal("Everyone has that role, so it cannot be the lead's. Nothing was changed.", ReplyText.Of(everyone));
        Assert.Contains("<@&70> after **8 h**.", ReplyText.Of(lead), StringComparison.Ordinal);
        Assert.Equal(new Snowflake(70), (await SettingsAsync(world)).LeadRoleId);
    }

    private static async Task<SliceWorld> StartAsync()
    {
        var world = new SliceWorld();
        await world.ConfigureAsync(it => (it.QuestionForumId, it.TimeZone) = (new Snowflake(50), "Africa/Accra"));
        return world;
    }

    private static Task<QuestionSettings> SettingsAsync(SliceWorld world) =>
        world.Services.GetRequiredService<QuestionSettingsStore>().OfAsync(Interactions.Guild, CancellationToken.None);
}
