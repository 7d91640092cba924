using Moq;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Announcements;

/// <summary>
/// The channels of Discord as far as a delivery needs them: keeps what is posted, knows a nonce for two minutes, gives messages
/// back without their nonce, and fails when told to.
/// </summary>
internal sealed class ChannelOnDiscord
{
    private static readonly TimeSpan NonceMemory = TimeSpan.FromMinutes(2);

    private readonly TimeProvider _clock;
    private readonly List<(Message Message, MessageCreate Sent)> _posted = [];
    private readonly Queue<Fault> _faults = new();

    public ChannelOnDiscord(SliceWorld world)
    {
        _clock = world.Clock;
        world.Discord
            .Setup(discord => discord.CreateMessageAsync(It.IsAny<Snowflake>(), It.IsAny<MessageCreate>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake channel, MessageCreate message, RequestOptions? _, CancellationToken _) => Post(channel, message));
        world.Discord
            .Setup(discord => discord.GetMessagesAsync(It.IsAny<Snowflake>(), It.IsAny<int>(), It.IsAny<Snowflake?>(), It.IsAny<Snowflake?>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake channel, int limit, Snowflake? _, Snowflake? after, RequestOptions? _, CancellationToken _) => Read(channel, limit, after));
    }

    public IEnumerable<MessageCreate> Sent => _posted.Select(post => post.Sent);

    /// <summary>What a reader of the channels sees, one text a message.</summary>
    public IReadOnlyList<string> Texts => [.. _posted.Select(post => ReplyText.Of(post.Message.Components[0]))];

    public int Requests { get; private set; }

    /// <summary>The next request fails like this.</summary>
    public void Fail(Fault fault) => _faults.Enqueue(fault);

    public static Fault Refuses(int status, int code = 0, TimeSpan? retryAfter = null) =>
        new(BeforeIt: true, new DiscordApiException("POST /channels/{channel}/messages", status, code, "no", retryAfter: retryAfter));

    /// <summary>The program dies before the request reaches Discord.</summary>
    public static Fault CrashBefore { get; } = new(BeforeIt: true, new Crash());

    /// <summary>The program dies after Discord has taken the message, before it is recorded.</summary>
    public static Fault CrashAfter { get; } = new(BeforeIt: false, new Crash());

    /// <summary>The message arrives, its answer does not.</summary>
    public static Fault AnswerLost { get; } = new(BeforeIt: false, new DiscordApiException("POST /channels/{channel}/messages", 0, 0, "no answer"));

    private Task<Message> Post(Snowflake channel, MessageCreate create)
    {
        Requests++;
        var fault = _faults.TryDequeue(out var next) ? next : null;
        if (fault is { BeforeIt: true })
        {
            throw fault.Exception;
        }

        var now = _clock.GetUtcNow();
        var known = _posted.FirstOrDefault(post =>
            create.EnforceNonce == true && post.Sent.Nonce == create.Nonce && now - post.Message.Id.CreatedAt < NonceMemory);
        if (known.Message is null)
        {
            var message = new Message
            {
                Id = new Snowflake(Snowflake.At(now).Value + (ulong)_posted.Count),
                ChannelId = channel,
                Author = new User { Id = new Snowflake(77), Bot = true },
                Components = create.Components!,
            };
            known = (message, create);
            _posted.Add(known);
        }

        return fault is null ? Task.FromResult(known.Message) : throw fault.Exception;
    }

    private Task<IReadOnlyList<Message>> Read(Snowflake channel, int limit, Snowflake? after) =>
        Task.FromResult<IReadOnlyList<Message>>(
        [
            .. _posted.Select(post => post.Message)
                .Where(message => message.ChannelId == channel && (after is null || message.Id > after))
                .OrderBy(message => message.Id)
                .Take(limit)
                .Reverse(),
        ]);

    internal sealed record Fault(bool BeforeIt, Exception Exception);

    internal sealed class Crash : Exception;
}
