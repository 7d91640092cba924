using Nexus.Sandbox.Control;

namespace Nexus.Bot.Tests.Stories;

/// <summary>From "I'd build this" to a team, as people on a server see it.</summary>
public sealed class BuilderStories
{
    private const string Title = "Bus times";
    private const string Wait = "Wait for backend (you are first)";

    [Fact]
    public async Task Two_take_the_last_place_at_once_one_waits_moves_up_and_the_people_become_a_team()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (grace, mira, ada, bo) = (world.As("grace"), world.As("mira"), world.As("ada"), world.As("bo"));
        await world.ChooseLogAsync("mentors");
        var card = await grace.ProposeAsync(world, Title, "Nobody knows when the bus comes.", needs: "1 backend");

        // Who has a role of one track only is in with the first press.
        Outcome[] opened = [await ada.PressAsync(card, "I'd build this"), await bo.PressAsync(card, "I'd build this")];
        Assert.All(opened, answer => Assert.True(answer.Ephemeral));
        if (opened.All(answer => !answer.Text.Contains("✅", StringComparison.Ordinal)))
        {
            opened = await Task.WhenAll(ada.PressAsync("Backend (1 of 1 free)"), bo.PressAsync("Backend (1 of 1 free)"));
        }

        var hasAda = opened[0].Text.Contains("✅ You have a place as **backend**.", StringComparison.Ordinal);
        var (has, late) = hasAda ? (ada, bo) : (bo, ada);
        Assert.Contains("Wait for backend (you are first)", opened[hasAda ? 1 : 0].Text, StringComparison.Ordinal);
        Assert.Contains("⏳ You wait for a place as **backend**", (await late.PressAsync(Wait)).Text, StringComparison.Ordinal);
        Assert.Contains("Their team can be formed.", Assert.Single(await world.WaitForAsync(mira, "mentors", "🙌 Everybody is there")), StringComparison.Ordinal);

        await world.RestartBotAsync();
        await has.PressAsync("Undo");
        await world.WaitForAsync(late, "dm", "🎉 A place has become free, and it is yours");
        await world.WaitForAsync(late, Title, "1 of 1, full");

        var mentors = mira.StoredMessages("mentors").Last(message => MessageText.Of(message).Contains("Their team can be formed.", StringComparison.Ordinal)).Id;
        Assert.Contains($"<@{late.User.Id}>", (await mira.PressAsync(mentors, "Form the team")).Text, StringComparison.Ordinal);
        var form = await mira.PressAsync("Name it first…");
        Assert.StartsWith("🔨 **#1 Bus times** has its team, **Riders**:", (await mira.SubmitAsync(form.Modal!.ModalId, new { name = "Riders" })).Text, StringComparison.Ordinal);
        Assert.Contains("has its team already", (await mira.PressAsync(mentors, "Form the team")).Text, StringComparison.Ordinal);

        var news = Assert.Single(await world.WaitForAsync(late, Title, "has its team, **Riders**:"));
        Assert.Contains($"- **backend**: <@{late.User.Id}>", news, StringComparison.Ordinal);
        await world.WaitForAsync(late, Title, "**Building**");
        await world.WaitForChannelAsync(late, "Riders");
        Assert.Contains("Riders", (await bo.RunAsync("team list")).Text, StringComparison.Ordinal);
    }
}
