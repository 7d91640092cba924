using Nexus.Bot.Tests.Support;

namespace Nexus.Bot.Tests.Reminders;

public sealed class ClockQuestionTests
{
    [Fact]
    public async Task Who_has_chosen_no_zone_is_asked_once_and_only_where_the_clock_matters()
    {
        await using var world = await ReminderWorld.StartAsync(own: null);
        var soon = await world.RemindAsync("in 20 min");
        Assert.Null(soon.Next);
        Assert.DoesNotContain("Read as", ReplyText.Of(soon), StringComparison.Ordinal);

        var question = (await world.RemindAsync("tomorrow 9:00")).Next!;
        Assert.True(question.IsPrivate);
        Assert.Equal(
            "🕘 Your clock may differ: I read 09:00 as Europe/London, this server's time zone. It is 09:00 there now.\n[That's right] [My clock is elsewhere…]\n-# I ask this only once. `/timezone set` changes it at any time.",
            ReplyText.Of(question));

        Assert.Null((await world.RemindAsync("tomorrow 9:00")).Next);
    }

    [Fact]
    public async Task What_was_picked_from_the_list_is_asked_about_too()
    {
        await using var world = await ReminderWorld.StartAsync(own: null);
        var picked = (await world.Slice.SuggestAsync(TestPerson.Ada, "remind me", "when", "tomorrow 9am"))[0];
        Assert.EndsWith(" Europe/London", picked.Name, StringComparison.Ordinal);

        Assert.NotNull((await world.RemindAsync(picked.Value)).Next);
    }

    [Fact]
    public async Task Who_has_chosen_a_zone_is_not_asked()
    {
        await using var world = await ReminderWorld.StartAsync(own: "Africa/Lagos");

        var answer = await world.RemindAsync("tomorrow 9:00");

        Assert.Null(answer.Next);
        Assert.Contains("09:00 in Africa/Lagos", ReplyText.Of(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_is_right_keeps_the_zone()
    {
        await using var world = await ReminderWorld.StartAsync(own: null);
        var question = (await world.RemindAsync("tomorrow 9:00")).Next!;

        Assert.Equal("✅ I read your times in Europe/London from now on, where it is 09:00. `/timezone set` changes that.", ReplyText.Of(await world.PressAsync(question, "That's right")));
        Assert.Equal("Your time zone is Europe/London already. `/timezone set` changes it.", ReplyText.Of(await world.PressAsync(question, "That's right")));
        await world.Slice.ConfigureAsync(configuration => configuration.TimeZone = "America/New_York");

        Assert.Contains("09:00 in Europe/London", ReplyText.Of(await world.RemindAsync("tomorrow 9:00")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Elsewhere_sets_the_zone_and_keeps_the_time_on_the_wall()
    {
        await using var world = await ReminderWorld.StartAsync(own: null);
        var question = (await world.RemindAsync("tomorrow 9:00")).Next!;
        var form = await world.PressAsync(question, "My clock is elsewhere…");

        var unknown = await world.SubmitAsync(form, new { city = "Xyzzyq" });
        Assert.StartsWith("I know no place called “Xyzzyq”.", ReplyText.Of(unknown), StringComparison.Ordinal);
        var moved = await world.SubmitAsync(await world.PressAsync(unknown, "Try again"), new { city = "lagos" });

        // 09:00 in Lagos is an hour before 09:00 in London.
        Assert.Equal(
            "✅ I read your times in Africa/Lagos from now on, where it is 10:00.\nThis reminder is at 09:00 of your clock now: <t:1795507200:F> (<t:1795507200:R>).",
            ReplyText.Of(moved));
        Assert.StartsWith("Your time zone is Africa/Lagos already.", ReplyText.Of(await world.SubmitAsync(form, new { city = "lagos" })), StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromHours(23));
        Assert.Single(world.Channel.Texts);
    }

    [Fact]
    public async Task A_series_moves_with_the_clock_too()
    {
        await using var world = await ReminderWorld.StartAsync(own: null);
        var question = (await world.RemindAsync("every Monday at 9:00")).Next!;

        await world.SubmitAsync(await world.PressAsync(question, "My clock is elsewhere…"), new { city = "New York" });

        Assert.Contains("<t:1796047200:f>", await world.ListAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_places_of_that_name_are_offered()
    {
        await using var world = await ReminderWorld.StartAsync(own: null);
        var question = (await world.RemindAsync("tomorrow 9:00")).Next!;

        var which = await world.SubmitAsync(await world.PressAsync(question, "My clock is elsewhere…"), new { city = "australia" });
        Assert.StartsWith("Which one is “australia”?", ReplyText.Of(which), StringComparison.Ordinal);
        var label = ReplyText.AllOf(which.Components).OfType<Nexus.Discord.Model.Button>().First().Label!;

        Assert.StartsWith("✅ I read your times in A", ReplyText.Of(await world.PressAsync(which, label)), StringComparison.Ordinal);
    }
}
