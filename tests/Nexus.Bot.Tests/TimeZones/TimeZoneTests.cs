using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Features.TimeZones;
using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;

namespace Nexus.Bot.Tests.TimeZones;

/// <summary>It is Monday 23 November 2026, 09:00 UTC, on a server in Lagos.</summary>
public sealed class TimeZoneTests : IAsyncLifetime, IDisposable
{
    private readonly SliceWorld _world = new(slice =>
    {
        PeopleSlice.Declare(slice);
        TimeZonesSlice.Declare(slice);
    });

    public Task InitializeAsync() => _world.ConfigureAsync(configuration => configuration.TimeZone = "Africa/Lagos");

    public async Task DisposeAsync() => await _world.DisposeAsync();

    public void Dispose() => GC.SuppressFinalize(this);

    [Fact]
    public async Task Setting_it_says_what_time_it_is_there_and_what_becomes_of_earlier_reminders()
    {
        var set = await SetAsync("Nairobi");

        Assert.True(set.IsPrivate);
        Assert.Equal(
            "✅ Your time zone is **Africa/Nairobi**: it is Mon 23 Nov 2026, 12:00 there. Times you type are read in it, on every server.\n"
            + "-# What was set before keeps its times; reminders that repeat stay in the zone they were made in.\n[Undo]",
            ReplyText.Of(set));
        Assert.Equal("Africa/Nairobi", await ZoneAsync());
    }

    [Fact]
    public async Task A_fixed_offset_is_allowed_and_says_that_it_knows_no_summer_time()
    {
        Assert.Contains("**UTC-03:30**: it is Mon 23 Nov 2026, 05:30 there. Times you type are read in it, on every server. It does not follow summer time; a city does.", ReplyText.Of(await SetAsync("utc-3:30")), StringComparison.Ordinal);
        Assert.Equal("UTC-03:30", await ZoneAsync());
    }

    [Fact]
    public async Task It_is_the_same_on_every_server_and_in_direct_messages_and_nobody_elses()
    {
        await _world.RunAsync(TestPerson.Ada, "timezone set", new { zone = "Nairobi" }, inDm: true);

        Assert.Equal(
            "Your time zone is **Africa/Nairobi**: it is Mon 23 Nov 2026, 12:00 there.\nThe server's is Africa/Lagos: it is Mon 23 Nov 2026, 10:00 there.\n"
            + "-# Times you type are read in yours. `/timezone set` changes it, `/timezone clear` forgets it.",
            ReplyText.Of(await _world.RunAsync(TestPerson.Ada, "timezone show")));
        Assert.Equal(
            "Your time zone is **Africa/Nairobi**: it is Mon 23 Nov 2026, 12:00 there.\n-# `/timezone set` changes it, `/timezone clear` forgets it.",
            ReplyText.Of(await _world.RunAsync(TestPerson.Ada, "timezone show", inDm: true)));
        Assert.StartsWith(
            "You have not chosen a time zone, so times you type are read in the server's, **Africa/Lagos**: it is Mon 23 Nov 2026, 10:00 there.",
            ReplyText.Of(await _world.RunAsync(TestPerson.Bo, "timezone show")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_place_saves_nothing_and_says_what_works()
    {
        Assert.Equal(
            "I know no time zone “Gotham \\[x\\](http://y)”. Nothing was saved. What works: a city (`Accra`), a country (`Ghana`), a name (`Africa/Accra`), or `UTC+1`.",
            ReplyText.Of(await SetAsync("Gotham [x](http://y)")));
        Assert.Equal("Africa/Lagos", await ZoneAsync());
    }

    [Fact]
    public async Task A_guess_saves_nothing_until_it_is_pressed()
    {
        var asked = await SetAsync("nairoby");
        Assert.Equal(
            "I am not sure which time zone “nairoby” is. Nothing was saved. Did you mean one of these?\n[Nairobi → Africa/Nairobi (12:00 now)]",
            ReplyText.Of(asked));
        Assert.Equal("Africa/Lagos", await ZoneAsync());

        var pressed = await _world.PressAsync(TestPerson.Ada, asked, "Nairobi → Africa/Nairobi (12:00 now)");

        Assert.Equal(ReplyKind.Change, pressed.Kind);
        Assert.Equal("Africa/Nairobi", await ZoneAsync());
    }

    [Fact]
    public async Task Undo_brings_back_what_was_there_before()
    {
        var first = await SetAsync("Nairobi");
        var second = await SetAsync("Accra");

        Assert.StartsWith("✅ Your time zone is **Africa/Nairobi**", ReplyText.Of(await _world.PressAsync(TestPerson.Ada, second, "Undo")), StringComparison.Ordinal);
        Assert.Equal("Africa/Nairobi", await ZoneAsync());

        var forgotten = await _world.PressAsync(TestPerson.Ada, first, "Undo");
        Assert.Equal("Your time zone is forgotten. From now on times you type are read in the server's zone, Africa/Lagos.\n[Undo]", ReplyText.Of(forgotten));
        Assert.Equal("Africa/Lagos", await ZoneAsync());
        Assert.DoesNotContain("[Undo]", ReplyText.Of(await _world.PressAsync(TestPerson.Ada, first, "Undo")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clear_forgets_it_with_undo_and_says_when_there_is_nothing_to_forget()
    {
        Assert.StartsWith("You have not chosen a time zone. Times you type are read in the server's zone, Africa/Lagos.", ReplyText.Of(await _world.RunAsync(TestPerson.Ada, "timezone clear")), StringComparison.Ordinal);
        await SetAsync("Nairobi");

        var cleared = await _world.RunAsync(TestPerson.Ada, "timezone clear");
        Assert.Equal("Africa/Lagos", await ZoneAsync());
        await _world.PressAsync(TestPerson.Ada, cleared, "Undo");

        Assert.Equal("Africa/Nairobi", await ZoneAsync());
    }

    [Fact]
    public async Task While_typing_places_are_shown_with_the_time_there_and_what_holds_now_comes_first()
    {
        var typed = await _world.SuggestAsync(TestPerson.Ada, "timezone set", "zone", "accr");
        Assert.Equal(("Accra → Africa/Accra (09:00 now)", "Africa/Accra"), (typed[0].Name, typed[0].Value));

        var untyped = await _world.SuggestAsync(TestPerson.Ada, "timezone set", "zone", "");
        Assert.Equal("Africa/Lagos (10:00 now)", untyped[0].Name);
        Assert.Equal(10, untyped.Count);
        Assert.Equal(("UTC+01 (10:00 now)", "UTC+01"), ((await _world.SuggestAsync(TestPerson.Ada, "timezone set", "zone", "+1"))[0].Name, "UTC+01"));
    }

    private Task<Reply> SetAsync(string zone) => _world.RunAsync(TestPerson.Ada, "timezone set", new { zone });

    private async Task<string> ZoneAsync() =>
        (await _world.Services.GetRequiredService<PersonZones>().OfAsync(TestPerson.Ada.Id, Interactions.Guild, CancellationToken.None)).Zone.Id;
}
