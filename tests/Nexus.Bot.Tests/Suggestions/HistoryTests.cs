using System.Text;
using Nexus.Bot.Tests.Support;

namespace Nexus.Bot.Tests.Suggestions;

public sealed class HistoryTests
{
    [Fact]
    public async Task The_history_says_when_who_and_why_and_a_revision_shows_its_change_and_text()
    {
        await using var world = await SuggestionWorld.StartAsync();
        Assert.StartsWith("**Docker** is as it came with the hub", ReplyText.Of(await world.RunAsync(TestPerson.Ada, "topic history", new { topic = "docker" })), StringComparison.Ordinal);
        await ChangeTwiceAsync(world);

        Assert.EndsWith("[Open 2] [Open 1]", ReplyText.Of(await world.RunAsync(TestPerson.Ada, "topic history", new { topic = "celery" })), StringComparison.Ordinal);
        var history = await world.RunAsync(TestPerson.Mentor, "topic history", new { topic = "celery worker" });
        Assert.Equal(
            """
            ## History of Celery
            **2** · <t:1795424400:f> · by <@102> · approved by <@201> · Clearer still
            **1** · <t:1795424400:f> · by <@101> · approved by <@201> · Changes “Summary”
            **0** · the file that came with the hub
            [Open 2] [Open 1] [Back to the file]
            """, ReplyText.Of(history));
        var second = await world.PressAsync(TestPerson.Ada, history, "Open 2");

        Assert.Equal(
            """
            ## Celery · revision 2 (served now)
            <t:1795424400:f> · by <@102> · approved by <@201> · Clearer still
            ```diff
            --- celery.md
            +++ celery.md
            @@ -14,7 +14,7 @@
                 url: https://docs.celeryq.dev/
             ---
             ## Summary
            -One.
            +Two.
             
             ## Example
             `​`​`python
            ```
            [All revisions]
            """, ReplyText.Of(second));
        Assert.Equal(await world.ServedAsync(), Encoding.UTF8.GetString(Assert.Single(second.Files!).Content.Span));
        Assert.StartsWith("I know no page “nothing”", ReplyText.Of(await world.RunAsync(TestPerson.Ada, "topic history", new { topic = "nothing" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mentor_goes_back_and_forth_and_each_step_is_a_revision_with_the_authors_credit()
    {
        await using var world = await SuggestionWorld.StartAsync();
        await ChangeTwiceAsync(world);
        var second = await world.ServedAsync();

        var asked = await world.PressAsync(TestPerson.Mentor, await world.PressAsync(TestPerson.Mentor, "suggestions.revision.v1:celery/1"), "Revert to this");
        Assert.Equal("Serve revision 1 of **Celery** again? It becomes revision 3; nothing is lost.\n[Revert to 1] [Cancel]", ReplyText.Of(asked));
        Assert.Equal("Nothing was changed.", ReplyText.Of(await world.PressAsync(TestPerson.Mentor, asked, "Cancel")));
        Assert.Equal("✅ Done: **Celery** is revision 3 now (Back to revision 1).\n[History]", ReplyText.Of(await world.PressAsync(TestPerson.Mentor, asked, "Revert to 1")));
        Assert.Contains("One.", await world.ServedAsync(), StringComparison.Ordinal);
        Assert.Equal([TestPerson.Ada.Id], (await world.HubAsync()).BySlug("celery")!.Credits);
        Assert.Equal("🕘 <@201> made **Celery** revision 3: Back to revision 1.", world.Log[^1]);

        var history = await world.RunAsync(TestPerson.Mentor, "topic history", new { topic = "celery" });
        var toFile = await world.PressAsync(TestPerson.Mentor, history, "Back to the file");
        Assert.StartsWith("Serve **Celery** as the file has it?", ReplyText.Of(toFile), StringComparison.Ordinal);
        await world.PressAsync(TestPerson.Mentor, toFile, "Back to the file");
        Assert.Equal(SuggestionWorld.Celery, await world.ServedAsync());
        var again = await world.PressAsync(TestPerson.Mentor, await world.PressAsync(TestPerson.Mentor, "suggestions.askrevert.v1:celery/0"), "Back to the file");
        Assert.Equal("That is what is served already, so there is nothing to change.", ReplyText.Of(again));
        Assert.Contains("**4** · <t:1795424400:f> · by <@201> · Back to the file", ReplyText.Of(await world.RunAsync(TestPerson.Ada, "topic history", new { topic = "celery" })), StringComparison.Ordinal);

        await world.PressAsync(TestPerson.Mentor, await world.PressAsync(TestPerson.Mentor, await world.PressAsync(TestPerson.Mentor, "suggestions.revision.v1:celery/2"), "Revert to this"), "Revert to 2");
        Assert.Equal(second, await world.ServedAsync());
        Assert.Contains("**5** · <t:1795424400:f> · by <@102> · approved by <@201> · Back to revision 2", ReplyText.Of(await world.RunAsync(TestPerson.Ada, "topic history", new { topic = "celery" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Learners_see_no_button_to_revert_and_a_stale_one_changes_nothing()
    {
        await using var world = await SuggestionWorld.StartAsync();
        await ChangeTwiceAsync(world);
        Assert.DoesNotContain("Revert", ReplyText.Of(await world.PressAsync(TestPerson.Ada, "suggestions.revision.v1:celery/1")), StringComparison.Ordinal);

        var asked = await world.PressAsync(TestPerson.Mentor, "suggestions.askrevert.v1:celery/1");
        await world.SuggestAsync("Summary", "Three.");
        await world.ApproveAsync(3);

        Assert.StartsWith("Somebody changed the page after you looked, so nothing was changed.", ReplyText.Of(await world.PressAsync(TestPerson.Mentor, asked, "Revert to 1")), StringComparison.Ordinal);
        Assert.Contains("Three.", await world.ServedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_was_made_here_can_be_taken_out_and_brought_back()
    {
        await using var world = await SuggestionWorld.StartAsync();
        await world.SubmitAsync(TestPerson.Ada, await world.RunAsync(TestPerson.Ada, "topic suggest"), new { title = "Caching", kind = new[] { "topic" }, summary = "Words.", body = "", sources = "" });
        await world.ApproveAsync(1);
        var history = await world.RunAsync(TestPerson.Mentor, "topic history", new { topic = "caching" });

        var asked = await world.PressAsync(TestPerson.Mentor, history, "Take the page out");
        Assert.StartsWith("Take **Caching** out of the hub? Nobody finds it then.", ReplyText.Of(asked), StringComparison.Ordinal);
        await world.PressAsync(TestPerson.Mentor, asked, "Take it out");
        Assert.Equal("(not in the hub)", await world.ServedAsync("caching"));

        Assert.Contains("Taken out of the hub", ReplyText.Of(await world.RunAsync(TestPerson.Mentor, "topic history", new { topic = "caching" })), StringComparison.Ordinal);
        await world.PressAsync(TestPerson.Mentor, await world.PressAsync(TestPerson.Mentor, "suggestions.askrevert.v1:caching/1"), "Revert to 1");
        Assert.Contains("Words.", await world.ServedAsync("caching"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_text_whose_name_another_page_has_now_is_not_brought_back()
    {
        await using var world = await SuggestionWorld.StartAsync();
        await NameAsync("celery worker\nqueue", 1);
        await NameAsync("celery worker", 2);
        await world.SubmitAsync(TestPerson.Ada, await world.FormAsync(TestPerson.Ada, "docker", "Title and other names"), new { title = "Docker", aliases = "queue", keywords = "" });
        await world.ApproveAsync(3);

        var answer = await world.PressAsync(TestPerson.Mentor, await world.PressAsync(TestPerson.Mentor, "suggestions.askrevert.v1:celery/1"), "Revert to 1");

        Assert.Equal("That text can no longer be shown, so nothing was changed: 'queue' is a name of the page 'docker' already.", ReplyText.Of(answer));

        async Task NameAsync(string aliases, int number)
        {
            await world.SubmitAsync(TestPerson.Ada, await world.FormAsync(TestPerson.Ada, "celery", "Title and other names"), new { title = "Celery", aliases, keywords = "background job" });
            await world.ApproveAsync(number);
        }
    }

    [Theory]
    [InlineData("suggestions.revision.v1:celery/9")]
    [InlineData("suggestions.revision.v1:celery")]
    [InlineData("suggestions.askrevert.v1:celery/9")]
    [InlineData("suggestions.revert.v1:celery/1/x")]
    [InlineData("suggestions.history.v1:docker/open/0")]
    [InlineData("suggestions.settle.v1:celery/1/x/99")]
    public async Task A_made_up_revision_does_not_exist(string customId)
    {
        await using var world = await SuggestionWorld.StartAsync();

        Assert.Equal("That revision does not exist. `/topic history` shows those that do.", ReplyText.Of(await world.PressAsync(TestPerson.Mentor, customId)));
    }

    private static async Task ChangeTwiceAsync(SuggestionWorld world)
    {
        await world.SuggestAsync("Summary", "One.");
        await world.ApproveAsync(1);
        await world.SuggestAsync("Summary", "Two.", "Clearer still", who: TestPerson.Bo);
        await world.ApproveAsync(2);
    }
}
