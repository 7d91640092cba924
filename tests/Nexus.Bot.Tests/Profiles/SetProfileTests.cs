using Nexus.Bot.Features.Profiles;
using Nexus.Bot.Tests.Support;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Profiles;

public sealed class SetProfileTests : IAsyncLifetime, IDisposable
{
    private const string Buttons = "[Skills…] [Interests…] [Hours…] [Goal, languages…] [People…]";

    private readonly ProfileWorld _world = new();

    public Task InitializeAsync() => _world.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    public void Dispose() => GC.SuppressFinalize(this);

    [Fact]
    public async Task An_empty_profile_says_what_is_missing_and_what_others_would_see_and_keeps_nothing_yet()
    {
        var card = await _world.Slice.RunAsync(ProfileWorld.Ada, "profile set");

        Assert.True(card.IsPrivate);
        Assert.Equal(
            "### Your profile on this server\n- Track: backend (by your roles)\n- Skills: not said\n- Interests: not said\n- Hours: not said\n- Languages: not said\n- Goal: not said\n"
            + "- 🔒 Would like to work with: nobody named\n- 🔒 Would rather not work with: nobody named\n- Taking part: pairing, teams\n"
            + "⏰ I do not know your time zone, so your hours are read in the server's, Africa/Lagos. `/timezone set` with your city makes them yours.\n"
            + "Not said yet: skills, interests and hours. Hours help most: without them I find nobody who has time when you do.\n"
            + "-# About 2 minutes, and everything is optional; each part is saved at once. Others see what has no 🔒, except when exactly you have time: "
            + "they see the hours they share with you, and what time it is for you. Whether you take part, nobody sees.\n"
            + "[Your track: Backend | Frontend | Full-stack | Other | As my roles say]\n" + Buttons + "\n[No pairing for me] [No teams for me]",
            ReplyText.Of(card));
        Assert.Null(await _world.RowAsync(ProfileWorld.Ada));
    }

    [Fact]
    public async Task Every_part_is_saved_at_once_and_a_full_profile_asks_for_nothing_more()
    {
        var ada = ProfileWorld.Ada;
        await _world.Slice.RunAsync(ada, "timezone set", new { zone = "Nairobi" });
        await _world.SelectAsync(ada, ChooseTrackSelect.Spec.For(), "full-stack");
        await _world.FillAsync(ada, "Skills…", new { level5 = new[] { "git" }, level4 = new[] { "python", "django" }, level2 = new[] { "docker", "python" } });
        await _world.FillAsync(ada, "Interests…", new { interests = "graphql, docker" });
        await _world.HoursAsync(ada, "weekdays 6-10pm, Sat 10-14");
        await _world.FillAsync(ada, "Goal, languages…", new { goal = "A *shop*\nby [May](https://x.example)", languages = "english; kiswahili, English" });

        var text = await _world.ReadAsync(ada);

        Assert.StartsWith(
            "### Your profile on this server\n- Track: full-stack\n- Skills: Git 5, Python 4, Django 4, Docker 2\n- Interests: GraphQL, Docker\n"
            + "- Hours: weekday evenings, Sat 10–14 (24 hours a week, Africa/Nairobi)\n- Languages: English, Kiswahili\n- Goal: A \\*shop\\* by \\[May\\](https://x.example)\n",
            text, StringComparison.Ordinal);
        Assert.DoesNotContain("Not said yet", text, StringComparison.Ordinal);
        Assert.DoesNotContain("⏰", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_shows_what_was_said_before()
    {
        await _world.FillAsync(ProfileWorld.Ada, "Skills…", new { level4 = new[] { "python" } });
        await _world.FillAsync(ProfileWorld.Ada, "Interests…", new { interests = "graphql" });
        await _world.HoursAsync(ProfileWorld.Ada, "Mon-Fri 18-22, Sat 10-14");

        var chosen = ReplyText.AllOf((await _world.FormAsync(ProfileWorld.Ada, "Skills…")).Modal!.Components).OfType<StringSelect>()
            .Select(select => string.Join(' ', select.Options.Where(option => option.Default == true).Select(option => option.Value)));
        Assert.Equal(["", "python", "", "", ""], chosen);
        Assert.EndsWith("Topics of the hub: GraphQL", ReplyText.Of(await _world.FormAsync(ProfileWorld.Ada, "Interests…")), StringComparison.Ordinal);
        Assert.EndsWith("Hours of a usual week: weekday evenings, Sat 10–14", ReplyText.Of(await _world.FormAsync(ProfileWorld.Ada, "In words…")), StringComparison.Ordinal);
        Assert.All((await _world.FormAsync(ProfileWorld.Ada, "Skills…")).Modal!.Components.OfType<Label>(), label => Assert.InRange(label.Text.Length, 1, 45));
    }

    [Fact]
    public async Task Interests_the_hub_does_not_have_are_named_and_guessed_at_but_not_taken()
    {
        Assert.Contains(
            "Your interests are saved, but the hub has no page for:\n- “knitting\\_”", await _world.FillAsync(ProfileWorld.Ada, "Interests…", new { interests = "docker, knitting_" }), StringComparison.Ordinal);
        Assert.Contains(
            "Your interests are as they were: the hub has no page for:\n- “dockr”: did you mean **Docker", await _world.FillAsync(ProfileWorld.Ada, "Interests…", new { interests = "dockr" }), StringComparison.Ordinal);
        Assert.Equal(["docker"], (await _world.RowAsync(ProfileWorld.Ada))!.Interests);
    }

    [Fact]
    public async Task Hours_that_are_not_understood_change_nothing_and_say_where_the_trouble_is()
    {
        await _world.HoursAsync(ProfileWorld.Ada, "weekday evenings");

        Assert.Contains(
            "Your hours are as they were: in “Mon 18-21 or so” I do not understand “or”. What works: `Mon-Fri 18-21, Sat 10-14`",
            ReplyText.Of(await _world.HoursAsync(ProfileWorld.Ada, "Mon 18-21 or so")), StringComparison.Ordinal);
        Assert.Contains("**weekday evenings**, 20 hours a week", ReplyText.Of(await _world.HoursAsync(ProfileWorld.Ada, "??")), StringComparison.Ordinal);
        Assert.Contains("Your hours are forgotten.", ReplyText.Of(await _world.HoursAsync(ProfileWorld.Ada, " ")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_quick_pick_is_saved_as_the_words_it_shows()
    {
        foreach (var pick in ProfileHoursViews.QuickPicks)
        {
            Assert.Contains($"**{pick}**, ", ReplyText.Of(await _world.SelectAsync(ProfileWorld.Ada, PickHoursSelect.Spec.For(), pick)), StringComparison.Ordinal);
        }

        Assert.Contains("**no time**, 0 hours a week", ReplyText.Of(await _world.SelectAsync(ProfileWorld.Ada, PickHoursSelect.Spec.For(), "tampered")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_of_the_day_are_chosen_by_their_days_and_leave_finer_hours_alone()
    {
        await _world.HoursAsync(ProfileWorld.Ada, "Mon 8-12, Mon 19-21, Tue 6-8");

        Assert.Contains(
            "**Mon 19–21, Tue 06–08, Wed mornings, weekends 18–24**",
            await _world.FillAsync(ProfileWorld.Ada, "By parts of the day…", new { block0 = new[] { "2" }, block2 = new[] { "5", "6" }, block3 = new[] { "5", "6" } }),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_takes_back_the_last_change_only_once_and_never_a_newer_one()
    {
        var ada = ProfileWorld.Ada;
        await _world.HoursAsync(ada, "weekday evenings");
        var first = await _world.Slice.RunAsync(ada, "profile set");
        await _world.ChooseAsync(ada, "avoids", ProfileWorld.Bo);
        var second = await _world.Slice.RunAsync(ada, "profile set");

        Assert.Contains("That was changed since, or undone already", ReplyText.Of(await _world.Slice.PressAsync(ada, first, "Undo")), StringComparison.Ordinal);
        var undone = ReplyText.Of(await _world.Slice.PressAsync(ada, second, "Undo"));
        Assert.Contains("Your last change is undone.", undone, StringComparison.Ordinal);
        Assert.Contains("- Hours: weekday evenings (20 hours", undone, StringComparison.Ordinal);
        Assert.Contains("rather not work with: nobody named", undone, StringComparison.Ordinal);
        Assert.Contains("or undone already", ReplyText.Of(await _world.Slice.PressAsync(ada, second, "Undo")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_profile_is_after_undo_what_it_was_before()
    {
        var ada = ProfileWorld.Ada;
        await _world.SelectAsync(ada, ChooseTrackSelect.Spec.For(), "other");
        await _world.FillAsync(ada, "Skills…", new { level1 = new[] { "react" } });
        await _world.FillAsync(ada, "Goal, languages…", new { goal = "“Ship” it 🎉", languages = "Français" });
        await _world.ChooseAsync(ada, "prefers", ProfileWorld.Bo);
        await _world.SelectAsync(ada, PickHoursSelect.Spec.For(), "any time");
        await _world.Slice.PressAsync(ada, await _world.Slice.RunAsync(ada, "profile set"), "No teams for me");
        var before = await _world.ReadAsync(ada);
        await _world.SelectAsync(ada, ChooseTrackSelect.Spec.For(), "roles");

        await _world.Slice.PressAsync(ada, await _world.Slice.RunAsync(ada, "profile set"), "Undo");

        Assert.Equal(before.Replace(" [Undo]", "", StringComparison.Ordinal), await _world.ReadAsync(ada));
    }

    [Fact]
    public async Task Neither_oneself_nor_a_bot_nor_the_same_person_on_both_lists_can_be_named()
    {
        var robot = new TestPerson(103, "robot") { IsBot = true };
        await _world.ChooseAsync(ProfileWorld.Ada, "prefers", ProfileWorld.Bo);

        var saved = ReplyText.Of(await _world.ChooseAsync(ProfileWorld.Ada, "avoids", ProfileWorld.Bo, ProfileWorld.Ada, robot));

        Assert.Contains("Saved, without yourself and bots. Nobody is told.", saved, StringComparison.Ordinal);
        var row = await _world.RowAsync(ProfileWorld.Ada);
        Assert.Equal(["102"], row!.Avoids);
        Assert.Empty(row.Prefers);
        _world.Slice.Discord.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task Taking_no_part_is_one_press_and_so_is_coming_back()
    {
        var card = await _world.Slice.RunAsync(ProfileWorld.Ada, "profile set");
        var left = await _world.Slice.PressAsync(ProfileWorld.Ada, card, "No pairing for me");

        Assert.Contains("- Taking part: not in pairing, teams", ReplyText.Of(left), StringComparison.Ordinal);
        Assert.Contains("That is what it was already.", ReplyText.Of(await _world.Slice.PressAsync(ProfileWorld.Ada, card, "No pairing for me")), StringComparison.Ordinal);
        Assert.Contains("- Taking part: pairing, teams", ReplyText.Of(await _world.Slice.PressAsync(ProfileWorld.Ada, left, "Take part in pairing")), StringComparison.Ordinal);
    }
}
