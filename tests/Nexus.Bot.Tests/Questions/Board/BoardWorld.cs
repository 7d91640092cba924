using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions.Board;
using Nexus.Bot.Features.Questions.Settings;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Questions.Board;

/// <summary>A server with a mentors' channel and a log channel; remembers what stands where.</summary>
internal sealed class BoardWorld : IAsyncDisposable
{
    private readonly List<(Snowflake Channel, Snowflake Id, Container Card)> _standing = [];
    private readonly Dictionary<Snowflake, int> _refusing = [];
    private ulong _next = 600;

    private BoardWorld()
    {
        Slice.Discord
            .Setup(discord => discord.CreateMessageAsync(It.IsAny<Snowflake>(), It.IsAny<MessageCreate>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake channel, MessageCreate message, RequestOptions? _, CancellationToken _) => Post(channel, message));
        Slice.Discord
            .Setup(discord => discord.EditMessageAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<MessageEdit>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake channel, Snowflake id, MessageEdit edit, RequestOptions? _, CancellationToken _) => Edit(channel, id, edit));
        Slice.Discord
            .Setup(discord => discord.DeleteMessageAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake channel, Snowflake id, RequestOptions? _, CancellationToken _) =>
            {
                Delete(channel, id);
                return Task.CompletedTask;
            });
    }

    public static Snowflake Mentors { get; } = new(60);

    public static Snowflake Log { get; } = new(61);

    public static Snowflake Other { get; } = new(62);

    public SliceWorld Slice { get; } = new();

    public int Posts { get; private set; }

    public int Edits { get; private set; }

    public static async Task<BoardWorld> StartAsync()
    {
        var world = new BoardWorld();
        await world.Slice.ConfigureAsync(configuration => configuration.LogChannelId = Log);
        return world;
    }

    public IReadOnlyList<string> TextsIn(Snowflake channel) => [.. _standing.Where(it => it.Channel == channel).Select(it => ReplyText.Of(it.Card))];

    public int? ColourOf(Snowflake channel) => _standing.Single(it => it.Channel == channel).Card.AccentColor;

    public Snowflake MessageIn(Snowflake channel) => _standing.Single(it => it.Channel == channel).Id;

    public void Delete(Snowflake channel, Snowflake id) => _standing.RemoveAll(it => it.Channel == channel && it.Id == id);

    /// <summary>From now on Discord answers with this code there; 0 for an outage.</summary>
    public void Refuse(Snowflake channel, int code) => _refusing[channel] = code;

    public void Open(Snowflake channel) => _refusing.Remove(channel);

    public async Task<Reply> PutAsync(Snowflake channel)
    {
        var placing = await Slice.RunAsync(TestPerson.Mentor, "questions board", new { channel });
        return (await Slice.FollowUpAsync(TestPerson.Mentor, placing))!;
    }

    public Task DrawAsync() => Slice.RunJobAsync<DrawBoardsJob>();

    public async Task PassAsync(TimeSpan time)
    {
        Slice.Clock.Advance(time);
        await DrawAsync();
        await Slice.RunJobAsync<SendDueDeliveriesJob>();
    }

    public async Task<QuestionSettings> SettingsAsync() => await Slice.Services.GetRequiredService<QuestionSettingsStore>().OfAsync(Interactions.Guild, CancellationToken.None);

    public Task<Reply> PressOnBoardAsync(TestPerson who, string customId, Snowflake message) =>
        Slice.HandleAsync(Interactions.Press(who, customId, new Message { Id = message, ChannelId = Mentors }));

    public ValueTask DisposeAsync() => Slice.DisposeAsync();

    private Task<Message> Post(Snowflake channel, MessageCreate message)
    {
        Check(channel);
        Assert.Empty(message.AllowedMentions.Parse);
        Assert.True(message.Nonce!.Length <= 25);
        Posts++;
        var id = new Snowflake(_next++);
        _standing.Add((channel, id, (Container)message.Components![0]));
        return Task.FromResult(new Message { Id = id, ChannelId = channel });
    }

    private Task<Message> Edit(Snowflake channel, Snowflake id, MessageEdit edit)
    {
        Check(channel);
        var at = _standing.FindIndex(it => it.Channel == channel && it.Id == id);
        if (at < 0)
        {
            throw new DiscordApiException("PATCH", 404, DiscordErrorCode.UnknownMessage, "Unknown Message");
        }

        Edits++;
        _standing[at] = (channel, id, (Container)edit.Components.Value![0]);
        return Task.FromResult(new Message { Id = id, ChannelId = channel });
    }

    private void Check(Snowflake channel)
    {
        if (_refusing.TryGetValue(channel, out var code))
        {
            throw code == 0 ? new DiscordApiException("POST", 503, 0, "away") : new DiscordApiException("POST", code == DiscordErrorCode.UnknownChannel ? 404 : 403, code, "no");
        }
    }
}
