using System.Globalization;
using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Makes polls and ends them, at their time or before.</summary>
/// <remarks>https://discord.com/developers/docs/resources/poll</remarks>
internal static class Polls
{
    private const int PollResult = 46;

    public static StoredPoll Create(JsonElement poll, DateTimeOffset now) => new()
    {
        Question = poll.GetProperty("question"u8),
        Answers = [.. poll.Items("answers").Select(answer => answer.GetProperty("poll_media"u8))],
        Expiry = now + TimeSpan.FromHours(poll.Int("duration") ?? 24),
        Multiselect = poll.Bool("allow_multiselect") ?? false,
    };

    public static void CloseWhenDue(World world, StoredMessage message)
    {
        ITimer? timer = null;
        timer = world.Clock.CreateTimer(
            _ =>
            {
                lock (world.Gate)
                {
                    world.PollTimers.Remove(message.Id);
                    timer?.Dispose();
                    if (message is { Deleted: false, Poll.Finalized: false })
                    {
                        Close(world, message);
                    }
                }
            },
            null, message.Poll!.Expiry - world.Now, Timeout.InfiniteTimeSpan);
        world.PollTimers[message.Id] = timer;
    }

    /// <summary>Fixes the result and posts the message that tells it.</summary>
    public static void Close(World world, StoredMessage message)
    {
        var poll = message.Poll!;
        poll.Finalized = true;
        poll.Expiry = poll.Expiry < world.Now ? poll.Expiry : world.Now;
        world.Update(message);
        world.Post(new StoredMessage(world.Ids.Next(), message.Channel, message.Author, world.Now)
        {
            Type = PollResult,
            Embeds = Json.Parse(Json.Write(poll, WriteResult)),
            Reference = SystemMessages.Reference(message.Channel, message.Id),
        });
    }

    private static void WriteResult(StoredPoll poll, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        json.WriteStartObject();
        json.WriteString("type", "poll_result");
        json.WriteStartArray("fields");
        Field(json, "poll_question_text", poll.Question.Text("text") ?? "");
        var total = poll.Votes.Values.Sum(voters => voters.Count);
        Field(json, "total_votes", total.ToString(CultureInfo.InvariantCulture));
        var most = poll.Votes.Count == 0 ? 0 : poll.Votes.Values.Max(voters => voters.Count);
        var winners = poll.Votes.Where(answer => answer.Value.Count == most && most > 0).ToList();
        Field(json, "victor_answer_votes", most.ToString(CultureInfo.InvariantCulture));
        if (winners is [var winner])
        {
            Field(json, "victor_answer_id", winner.Key.ToString(CultureInfo.InvariantCulture));
            Field(json, "victor_answer_text", poll.Answers[winner.Key - 1].Text("text") ?? "");
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Field(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("value", value);
        json.WriteBoolean("inline", false);
        json.WriteEndObject();
    }
}
