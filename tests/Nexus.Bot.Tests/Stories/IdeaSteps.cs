using Nexus.Sandbox.Control;

namespace Nexus.Bot.Tests.Stories;

/// <summary>What stories of ideas begin with.</summary>
internal static class IdeaSteps
{
    /// <summary>Somebody puts an idea up; when one like it is shown first, all the same.</summary>
    /// <returns>The message of its card.</returns>
    public static async Task<ulong> ProposeAsync(this Person who, SandboxWorld world, string title, string problem, string needs = "2 backend, 1-2 frontend")
    {
        var form = await who.RunAsync("idea add", new { title });
        Assert.Equal(OutcomeStatus.Modal, form.Status);
        var answer = await who.SubmitAsync(form.Modal!.ModalId, new { problem, needs });
        if (answer.Text.Contains("is not posted yet", StringComparison.Ordinal))
        {
            await who.PressAsync("Post mine anyway");
        }

        await world.WaitForChannelAsync(who, title);
        await world.WaitForAsync(who, title, "I'd build this");
        await world.RestAsync(); // the card is seen before the bot has noted that it stands
        return who.CardOf(title);
    }

    public static ulong CardOf(this Person who, string title) =>
        who.StoredMessages(title).First(message => MessageText.Of(message).Contains("I'd build this", StringComparison.Ordinal)).Id;
}
