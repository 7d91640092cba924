using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.Proposing.Editing;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;

namespace Nexus.Bot.Tests.Ideas.Proposing;

public sealed class EditTests
{
    private static async Task<Reply> EditAsync(ProposingWorld world, TestPerson who, string title, string problem, string needs = "") =>
        await world.SendAsync(await world.Slice.RunAsync(who, "idea edit", new { idea = "1" }), title, problem, needs: needs, who: who);

    private static async Task TakePlaceAsync(ProposingWorld world, TestPerson who, IdeaRole role, int seat)
    {
        await using var db = world.Slice.Db();
        db.Add(new IdeaInterest { GuildId = Interactions.Guild, IdeaId = (await world.IdeaAsync()).Id, PersonId = who.Id, Role = role, Seat = seat, Since = world.Slice.Clock.GetUtcNow() });
        await db.SaveChangesAsync();
    }

    [Fact]
    public async Task An_author_changes_the_words_the_card_is_drawn_anew_and_the_history_shows_what_they_were()
    {
        await using var world = await ProposingWorld.StartAsync();
        await world.PostedAsync(needs: "2 backend");

        var changed = await EditAsync(world, TestPerson.Ada, "Bus times for everybody", ProposingWorld.Problem, "2 backend");

        Assert.StartsWith("✅ Changed: **#1 Bus times for everybody**: https://discord.com/channels/1/", ReplyText.Of(changed), StringComparison.Ordinal);
        Assert.EndsWith("\n-# Its card shows that in a moment.\n[Edit] [Change tags] [History]", ReplyText.Of(changed), StringComparison.Ordinal);
        var idea = await world.IdeaAsync();
        Assert.NotNull(idea.EditedAt);
        Assert.NotNull(idea.DrawAt);
        Assert.Equal(
            """
            ### History of **#1 Bus times for everybody**
            <@101> changed it <t:1795424400:R>. Lines with − went, lines with + came.
            ```diff
            -Bus times near campus
            +Bus times for everybody
             
             The problem:
             Students wait for buses that never come, because nobody knows when they pass.
            ```
            """.ReplaceLineEndings("\n"),
            ReplyText.Of(await world.PressAsync(changed, "History", TestPerson.Bo)));
    }

    [Fact]
    public async Task A_mentors_edit_is_logged_and_its_author_is_told_and_a_stranger_changes_nothing()
    {
        await using var world = await ProposingWorld.StartAsync();
        await world.PostedAsync();

        await EditAsync(world, TestPerson.Mentor, "Bus times, live", ProposingWorld.Problem);

        Assert.Equal("edited **#1 Bus times, live** of <@101>", Assert.Single(await world.LogAsync()));
        Assert.StartsWith("✏️ <@201> edited your idea **#1 Bus times, live**", Assert.Single(await world.TellAsync(EditedSource.DeliveryKind)), StringComparison.Ordinal);
        Assert.Equal(
            "Only who wrote **#1 Bus times, live**, and mentors, change its words. Tell them in its thread what you would change.",
            ReplyText.Of(await world.Slice.RunAsync(TestPerson.Bo, "idea edit", new { idea = "1" })));
    }

    [Fact]
    public async Task Places_that_are_taken_stay_and_it_is_said_whose_they_are()
    {
        await using var world = await ProposingWorld.StartAsync();
        await world.PostedAsync(needs: "2 backend, 2 frontend");
        await TakePlaceAsync(world, TestPerson.Bo, IdeaRole.Frontend, 1);
        await TakePlaceAsync(world, TestPerson.Admin, IdeaRole.Frontend, 2);

        var kept = await EditAsync(world, TestPerson.Ada, ProposingWorld.Title, ProposingWorld.Problem, "2 backend, 1 frontend");
        Assert.StartsWith(
            "Nothing was changed of **#1 Bus times near campus**.\n⚠️ Who is needed stays as it was: <@102> and <@301> have places as frontend, and would lose one. Somebody has to leave first.",
            ReplyText.Of(kept), StringComparison.Ordinal);
        Assert.EndsWith("Who is needed to build it?: 2 backend, 1 frontend", ReplyText.Of(await world.PressAsync(kept, "Edit")), StringComparison.Ordinal);

        var smaller = await EditAsync(world, TestPerson.Ada, ProposingWorld.Title, ProposingWorld.Problem, "1 backend, 2 frontend");
        Assert.Contains("Needed now: 1 backend, 2 frontend.", ReplyText.Of(smaller), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_are_kept_when_only_the_needs_are_not_understood()
    {
        await using var world = await ProposingWorld.StartAsync();
        await world.PostedAsync(needs: "2 backend");

        var half = await EditAsync(world, TestPerson.Ada, "Bus times, live", ProposingWorld.Problem, "wizards");

        Assert.Contains("⚠️ I do not understand “wizards” in who is needed.", ReplyText.Of(half), StringComparison.Ordinal);
        Assert.Equal("Bus times, live", (await world.IdeaAsync()).Title);
    }

    [Fact]
    public async Task Nothing_changed_is_no_history_and_an_unknown_idea_is_asked_about()
    {
        await using var world = await ProposingWorld.StartAsync();
        await world.PostedAsync();

        var same = await EditAsync(world, TestPerson.Ada, ProposingWorld.Title, ProposingWorld.Problem);

        Assert.StartsWith("Nothing was changed of **#1 Bus times near campus**.", ReplyText.Of(same), StringComparison.Ordinal);
        Assert.Equal("**#1 Bus times near campus** says what it said from the beginning.", ReplyText.Of(await world.PressAsync(same, "History")));
        Assert.StartsWith("I know no idea like `quantum`.", ReplyText.Of(await world.Slice.RunAsync(TestPerson.Ada, "idea edit", new { idea = "quantum" })), StringComparison.Ordinal);
    }
}
