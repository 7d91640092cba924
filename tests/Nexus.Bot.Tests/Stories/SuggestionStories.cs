using Nexus.Sandbox.Control;

namespace Nexus.Bot.Tests.Stories;

public sealed class SuggestionStories
{
    private const string Words = "Celery moves slow work out of the request, says Ada.";

    [Fact]
    public async Task Ada_suggests_Mira_approves_everybody_finds_it_and_Mira_goes_back()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (ada, mira, bo) = (world.As("ada"), world.As("mira"), world.As("bo"));
        await world.ChooseLogAsync("mentors");
        var before = (await bo.RunAsync("topic lookup", new { query = "celery" })).Text;

        var choice = await ada.RunAsync("topic suggest", new { topic = "celery" });
        Assert.True(choice.Ephemeral);
        var form = await ada.SelectAsync("suggestions.choose.v1:celery", "summary");
        Assert.Equal(OutcomeStatus.Modal, form.Status);
        var saved = await ada.SubmitAsync(form.Modal!.ModalId, new { text = Words, why = "One sentence is enough" });
        Assert.StartsWith("Thank you! Suggestion **#1** for **Celery** waits for a mentor.", saved.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, (await bo.RunAsync("topic lookup", new { query = "celery" })).Text, StringComparison.Ordinal);

        await world.RestartBotAsync();
        await mira.RunAsync("topic queue");
        var opened = await mira.PressAsync("Open #1");
        Assert.Contains("Why: One sentence is enough", opened.Text, StringComparison.Ordinal);
        Assert.Contains("+" + Words, opened.Text, StringComparison.Ordinal);
        var preview = await mira.PressAsync("Preview");
        Assert.Contains($"## Celery\n{Words}", preview.Text, StringComparison.Ordinal);
        var approved = await mira.PressAsync(opened.MessageId!.Value, "Approve");
        Assert.StartsWith("✅ Approved: **Celery** is revision 1 now, with thanks to", approved.Text, StringComparison.Ordinal);
        await world.WaitForAsync(ada.In("dm"), "dm", "Your suggestion #1 for **Celery** is in the hub now");

        var found = await bo.RunAsync("topic lookup", new { query = "celery" });
        Assert.Contains($"## Celery\n{Words}", found.Text, StringComparison.Ordinal);
        var history = await bo.RunAsync("topic history", new { topic = "celery" });
        Assert.Contains($"by <@{ada.User.Id}> · approved by <@{mira.User.Id}> · One sentence is enough", history.Text, StringComparison.Ordinal);
        Assert.Contains("✅", Assert.Single(await world.WaitForAsync(mira, "mentors", $"approved suggestion #1 for **Celery** by <@{ada.User.Id}>: “One sentence is enough”")), StringComparison.Ordinal);
        Assert.Single(ada.Notifications()); // the direct message; the log pings nobody

        await mira.RunAsync("topic history", new { topic = "celery" });
        await mira.PressAsync("Back to the file");
        var back = await mira.PressAsync("Back to the file");
        Assert.StartsWith("✅ Done: **Celery** is revision 2 now (Back to the file).", back.Text, StringComparison.Ordinal);
        Assert.Equal(before, (await bo.RunAsync("topic lookup", new { query = "celery" })).Text);
    }

    [Fact]
    public async Task A_learner_sees_no_queue_and_cannot_approve_what_a_mentor_can()
    {
        await using var world = await SandboxWorld.StartAsync();
        var ada = world.As("ada");

        Assert.StartsWith("This is for mentors.", (await ada.RunAsync("topic queue")).Text, StringComparison.Ordinal);
        Assert.StartsWith("This is for mentors.", (await ada.RunAsync("topic export")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_page_is_written_in_a_form_and_one_that_cannot_be_shown_comes_back_to_its_author()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (ada, mira) = (world.As("ada"), world.As("mira"));

        var form = await ada.RunAsync("topic suggest");
        var refused = await ada.SubmitAsync(form.Modal!.ModalId, New("## Example\n```python\nprint(1)"));
        Assert.Contains("a code block begins with", refused.Text, StringComparison.Ordinal);
        var again = await ada.PressAsync("Edit again");
        Assert.Equal(OutcomeStatus.Modal, again.Status);
        var saved = await ada.SubmitAsync(again.Modal!.ModalId, New("## Example\n```python\nprint(1)\n```"));
        Assert.StartsWith("Thank you!", saved.Text, StringComparison.Ordinal);

        await mira.RunAsync("topic queue");
        await mira.PressAsync("Open #1");
        await mira.PressAsync("Approve");
        var found = await world.As("newt").RunAsync("topic lookup", new { query = "feature flags" });
        Assert.Contains("## Feature flags\nSwitch parts of a program on for some people.", found.Text, StringComparison.Ordinal);
        var export = await mira.RunAsync("topic export");
        Assert.Contains("**New** (1): `feature-flags.md`", export.Text, StringComparison.Ordinal);

        static object New(string body) => new
        {
            title = "Feature flags",
            kind = new[] { "practice" },
            summary = "Switch parts of a program on for some people.",
            body,
            sources = "",
        };
    }
}
