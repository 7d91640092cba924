using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Features.Profiles;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Matching;
using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Bot.ServerLog;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using NodaTime;

namespace Nexus.Bot.Tests.Profiles;

/// <summary>What others see, what the person takes home, and what is left.</summary>
public sealed class ShowProfileTests : IAsyncLifetime, IDisposable
{
    private readonly ProfileWorld _world = new();

    public async Task InitializeAsync()
    {
        await _world.StartAsync();
        var bo = ProfileWorld.Bo;
        await _world.Slice.RunAsync(bo, "timezone set", new { zone = "Accra" });
        await _world.FillAsync(bo, "Skills…", new { level3 = new[] { "react" } });
        await _world.FillAsync(bo, "Interests…", new { interests = "graphql" });
        await _world.HoursAsync(bo, "Tue, Sat 17-20");
        await _world.FillAsync(bo, "Goal, languages…", new { goal = "A shop", languages = "English" });
        await _world.ChooseAsync(bo, "prefers", TestPerson.Admin);
        await _world.ChooseAsync(bo, "avoids", ProfileWorld.Ada);
        await _world.Slice.PressAsync(bo, await _world.Slice.RunAsync(bo, "profile set"), "No teams for me");
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    public void Dispose() => GC.SuppressFinalize(this);

    [Fact]
    public async Task Others_see_what_is_meant_for_them_with_the_hours_they_share_and_nothing_private()
    {
        await _world.HoursAsync(ProfileWorld.Ada, "Tue 18-20, Sat 19-22");

        var shown = await _world.Slice.RunAsync(ProfileWorld.Ada, "profile show", new { person = ProfileWorld.Bo });

        Assert.True(shown.IsPrivate);
        Assert.Equal(
            "### Profile of <@102>\n- Track: frontend\n- Skills: React 3\n- Interests: GraphQL\n- Languages: English\n- Goal: A shop\n- For them it is Monday 09:00 now\n"
            + "- Hours together: **4 hours** in the week to come: Tue 24 Nov 18:00–20:00, Sat 28 Nov 19:00–21:00 (your time, Africa/Lagos)\n"
            + "-# Skills are from 1, just begun, to 5, could teach it.",
            ReplyText.Of(shown));
    }

    [Fact]
    public async Task Who_has_said_no_hours_is_told_how_and_hours_that_never_meet_are_told_as_such()
    {
        Assert.Contains(
            "- Hours together: say in `/profile set` when you have time, and I can tell", await _world.ReadAsync(ProfileWorld.Ada, "profile show", new { person = ProfileWorld.Bo }), StringComparison.Ordinal);
        await _world.HoursAsync(ProfileWorld.Ada, "Sun 8-9");
        Assert.Contains("- Hours together: none in the week to come", await _world.ReadAsync(ProfileWorld.Ada, "profile show", new { person = ProfileWorld.Bo }), StringComparison.Ordinal);
        Assert.Contains("<@201> has not made a profile here.", await _world.ReadAsync(ProfileWorld.Ada, "profile show", new { person = TestPerson.Mentor }), StringComparison.Ordinal);
        Assert.Contains(
            "<@102> is not somebody on this server", await _world.ReadAsync(ProfileWorld.Ada, "profile show", new { person = ProfileWorld.Bo with { IsOnServer = false } }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mentor_looks_at_the_avoid_list_with_a_press_more_and_the_log_tells_of_the_look_but_not_of_the_list()
    {
        var card = await _world.Slice.RunAsync(TestPerson.Mentor, "profile show", new { person = ProfileWorld.Bo });
        Assert.DoesNotContain("<@101>", ReplyText.Of(card), StringComparison.Ordinal);

        var shown = await _world.Slice.PressAsync(TestPerson.Mentor, card, "Whom they avoid…");

        Assert.True(shown.IsPrivate);
        Assert.Equal("<@102> would rather not work with <@101>. Please keep it to yourself: nobody else is told, and none of them knows.", ReplyText.Of(shown));
        await using var db = _world.Slice.Db();
        var entry = await db.In<LogEntry>(Interactions.Guild).SingleAsync();
        Assert.Equal((TestPerson.Mentor.Id, "looked at whom <@102> would rather not work with"), (entry.ActorId, entry.Words));
        Assert.Equal(Audience.Mentors, ShowAvoidsButton.Spec.Audience);
        Assert.DoesNotContain("avoid", await _world.ReadAsync(ProfileWorld.Ada, "profile show", new { person = ProfileWorld.Bo }), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Export_is_a_file_with_everything_that_is_kept()
    {
        var export = await _world.Slice.RunAsync(ProfileWorld.Bo, "profile export");

        var file = Assert.Single(export.Files!);
        var json = JsonNode.Parse(Encoding.UTF8.GetString(file.Content.Span))!;
        Assert.Equal(("profile.json", true), (file.FileName, export.IsPrivate));
        Assert.Equal(
            """{"track":null,"skills":{"react":3},"interests":["graphql"],"hours":"Tue, Sat 17–20","languages":["English"],"goal":"A shop","prefers":["301"],"avoids":["101"],"outOfPairs":false,"outOfTeams":true}""",
            json["profile"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal(("Africa/Accra", false, "[41,42,43,137,138,139]"), ((string)json["timeZone"]!, (bool)json["beforeTheLastChange"]!["outOfTeams"]!, json["freeHoursFromMonday"]!.ToJsonString()));
        Assert.Equal("I keep no profile of you on this server. `/profile set` begins one.", await _world.ReadAsync(ProfileWorld.Ada, "profile export"));
    }

    [Fact]
    public async Task Erasing_asks_first_and_then_nothing_is_left_that_others_could_see()
    {
        var asked = await _world.Slice.RunAsync(ProfileWorld.Bo, "profile erase");
        Assert.Contains("**it cannot be undone**", ReplyText.Of(asked), StringComparison.Ordinal);
        Assert.Equal("Kept. Nothing was changed.", ReplyText.Of(await _world.Slice.PressAsync(ProfileWorld.Bo, asked, "Keep it")));
        Assert.NotNull(await _world.RowAsync(ProfileWorld.Bo));

        Assert.Equal(
            "Your profile on this server is erased. `/profile set` begins anew whenever you like.", ReplyText.Of(await _world.Slice.PressAsync(ProfileWorld.Bo, asked, "Erase it")));

        Assert.Null(await _world.RowAsync(ProfileWorld.Bo));
        Assert.Equal("There is nothing left to erase.", ReplyText.Of(await _world.Slice.PressAsync(ProfileWorld.Bo, asked, "Erase it")));
        Assert.Equal("<@102> has not made a profile here. It is up to each person.", await _world.ReadAsync(ProfileWorld.Ada, "profile show", new { person = ProfileWorld.Bo }));
        Assert.Equal("I keep no profile of you on this server. `/profile set` begins one.", await _world.ReadAsync(ProfileWorld.Bo, "profile erase"));
    }

    [Fact]
    public async Task Those_who_put_people_together_get_what_was_said_and_are_told_what_was_not()
    {
        await using var db = _world.Slice.Db();
        var profiles = await _world.Slice.Services.GetRequiredService<IProfiles>().OfAsync(db, Interactions.Guild, [Known(ProfileWorld.Ada), Known(ProfileWorld.Bo), Known(TestPerson.Mentor)], CancellationToken.None);

        Assert.Equal([101UL, 102UL, 201UL], profiles.Select(profile => profile.Person.Value));
        Assert.Equal(["skills, interests, hours and time zone", "", "track, skills, interests, hours and time zone"], profiles.Select(profile => ProfileWords.Of(profile.Missing)));
        Assert.Equal([(Tracks.Backend, false), (Tracks.Frontend, true), (Tracks.Other, false)], profiles.Select(profile => (profile.Tracks, profile.IsOutOfTeams)));

        var (ada, bo) = (profiles[0].ToLearner(new LocalDate(2026, 11, 23)), profiles[1].ToLearner(new LocalDate(2026, 11, 23)));
        Assert.Equal((null, 0.0, 3.0, 6.0), (ada.Skill, ada.Free.Hours, bo.Skill, bo.Free.Hours));
        Assert.Equal("graphql 301 101", $"{bo.Tags.Single()} {bo.Wishes.Single()} {bo.Avoids.Single()}");
    }

    [Fact]
    public async Task A_profile_is_of_one_server_only()
    {
        await using var db = _world.Slice.Db();
        var elsewhere = await _world.Slice.Services.GetRequiredService<IProfiles>().OfAsync(db, new Snowflake(2), [Known(ProfileWorld.Bo)], CancellationToken.None);

        Assert.Equal(("track, skills, interests and hours", 0), (ProfileWords.Of(elsewhere[0].Missing), elsewhere[0].Avoids.Count));
    }

    private static KnownMember Known(TestPerson person) => new(person.Id, [.. person.Roles.Select(role => new Snowflake(role))], null);
}
