using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Discord.Tests.Rest;

/// <summary>Neither token shows up anywhere but on the wire.</summary>
public sealed class SecretsTests : IDisposable
{
    private const string Mark = "SECRET";

    private readonly RestWorld _world = new();

    public void Dispose() => _world.Dispose();

    public static TheoryData<string> Endings =>
    [
        "an answer", "an unreadable answer", "a refusal", "a 401", "a 403", "a 429", "a 429 of the edge", "trouble", "a reset", "no connection", "no answer", "an error that quotes the address",
    ];

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task However_a_request_ends_no_log_line_and_no_exception_holds_a_token(string ending)
    {
        var shown = new List<string>();
        foreach (var call in Calls())
        {
            Script(ending);
            var request = call();
            while (!request.IsCompleted)
            {
                _world.After(0.1);
                await Task.Yield();
            }

            if (await Record.ExceptionAsync(() => request) is { } error)
            {
                shown.Add(error.ToString());
                shown.Add(string.Join(" ", error.Data.Values.Cast<object>()));
            }
        }

        shown.AddRange(_world.Log.Lines);
        Assert.NotEmpty(shown);
        Assert.DoesNotContain(shown, text => text.Contains(Mark, StringComparison.Ordinal));
        Assert.Contains(_world.Discord.Requests, sent => sent.Address.Contains(Mark, StringComparison.Ordinal));
    }

    [Fact]
    public void Printing_an_interaction_or_a_request_shows_no_token()
    {
        Assert.DoesNotContain(Mark, RestWorld.Interaction.ToString());
        Assert.DoesNotContain(Mark, new RestRequest(RestRoutes.FollowUp, 1, "webhooks/1/" + Mark).ToString());
    }

    private IEnumerable<Func<Task>> Calls() =>
    [
        () => _world.Respond(),
        () => _world.Rest.EditOriginalResponseAsync(RestWorld.Interaction, new MessageEdit { Content = "x" }),
        () => _world.Rest.FollowUpAsync(RestWorld.Interaction, new MessageCreate { Content = "x" }),
        () => _world.Rest.GetChannelAsync(RestWorld.Channel),
        () => _world.Say("x"),
    ];

    private void Script(string ending)
    {
        for (var attempt = 0; attempt < RestSender.Tries; attempt++)
        {
            _ = ending switch
            {
                "an answer" => _world.Discord.Answers(200, """{"id":"1"}"""),
                "an unreadable answer" => _world.Discord.Answers(200, $$$"""{"id":{"{{{Mark}}}":"{{{Mark}}}"}}"""),
                "a refusal" => _world.Discord.RefusesWith(404, DiscordErrorCode.UnknownInteraction),
                "a 401" => _world.Discord.RefusesWith(401, 0),
                "a 403" => _world.Discord.RefusesWith(403, DiscordErrorCode.MissingAccess),
                "a 429" => _world.Discord.Limits(1),
                "a 429 of the edge" => _world.Discord.Answers(429, "<html>"),
                "trouble" => _world.Discord.Answers(502),
                "a reset" => _world.Discord.Resets(),
                "no connection" => _world.Discord.CannotBeReached(),
                "no answer" => _world.Discord.Hangs(),
                "an error that quotes the address" => _world.Discord.Throws(new HttpRequestException($"POST https://discord.test/webhooks/22/{RestWorld.InteractionToken} as {RestWorld.BotToken}")),
                _ => throw new ArgumentOutOfRangeException(nameof(ending), ending, null),
            };
        }
    }
}
