using System.Globalization;

namespace Nexus.Sandbox.Emulator;

/// <summary>Who voted for what, and ending a poll early.</summary>
internal static class PollEndpoints
{
    public static void Map(RestRoutes routes) => routes
        .Get("/channels/{channel}/polls/{message}/answers/{answer}", ListVoters, RateLimitRules.ReadMessages)
        .Post("/channels/{channel}/polls/{message}/expire", Expire, RateLimitRules.EditMessage);

    private static RestAnswer ListVoters(RestCall call)
    {
        var message = call.Message(call.Channel(Permission.ReadMessageHistory));
        var after = call.QueryId("after") ?? 0;
        if (message.Poll is not { } poll || !int.TryParse(call.Text("answer"), NumberStyles.None, CultureInfo.InvariantCulture, out var answer)
            || answer < 1 || answer > poll.Answers.Count)
        {
            throw DiscordError.UnknownMessage();
        }

        var voters = poll.Votes.TryGetValue(answer, out var ids) ? ids : [];
        return RestAnswer.Ok(json =>
        {
            json.WriteStartObject();
            json.WriteArray("users", voters.Where(id => id > after).Order().Take(call.Limit(25, 100)).Select(id => call.World.Users[id]));
            json.WriteEndObject();
        });
    }

    private static RestAnswer Expire(RestCall call)
    {
        var message = call.Message(call.Channel());
        if (message.Author != call.Me)
        {
            throw DiscordError.NotYourMessage();
        }

        if (message.Poll is not { } poll)
        {
            throw DiscordError.UnknownMessage();
        }

        if (poll.Finalized)
        {
            throw DiscordError.PollExpired();
        }

        if (call.World.PollTimers.Remove(message.Id, out var timer))
        {
            timer.Dispose();
        }

        Polls.Close(call.World, message);
        return RestAnswer.Ok(call.Write(message));
    }
}
