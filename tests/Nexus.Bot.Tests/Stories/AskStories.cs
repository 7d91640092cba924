using System.Globalization;
using Nexus.Sandbox.Control;

namespace Nexus.Bot.Tests.Stories;

public sealed class AskStories
{
    private const string Solved = "✅ **#1 My Celery task runs twice**";

    [Fact]
    public async Task Newt_asks_Kwame_answers_and_Bo_who_asks_the_same_is_helped_before_it_is_posted()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (newt, kwame, bo) = (world.As("newt"), world.As("kwame"), world.As("bo"));
        await AskAsync(newt, "My Celery task runs twice", "Each mail is sent two times.");
        await newt.PressAsync("Ask anyway");
        await world.WaitForAsync(newt, "general", "✅ Your question #1 is at");
        var thread = Assert.Single(newt.Channels(), channel => channel.Name == "My Celery task runs twice").Id.ToString(CultureInfo.InvariantCulture);
        var answer = await kwame.SayAsync(thread, "Raise visibility_timeout above your longest task.");
        Assert.StartsWith("✅ Marked as what helped", (await newt.ContextAsync("Mark as answer", answer.Id, thread)).Text, StringComparison.Ordinal);

        Assert.Contains("✅ #1 My Celery task runs twice", (await bo.SuggestAsync("ask", "title", "celery run")).Choices.Select(choice => choice.Name));
        var preview = await AskAsync(bo, "celery executes the same job two times", "Users get every mail two times.");
        Assert.True(preview.Ephemeral);
        Assert.StartsWith($"### This looks like the same question\n{Solved}", preview.Text, StringComparison.Ordinal);
        Assert.Contains("> Raise visibility", preview.Text, StringComparison.Ordinal);
        var helped = await bo.SelectAsync("asking.helpedby.v1:2", "question:1");

        Assert.StartsWith("🎉 Glad it helped! Nothing was posted.", helped.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(bo.Channels(), channel => channel.Name == "celery executes the same job two times");
    }

    private static async Task<Outcome> AskAsync(Person who, string title, string text)
    {
        var form = await who.RunAsync("ask", new { title });
        return await who.SubmitAsync(form.Modal!.ModalId, new { text });
    }
}
