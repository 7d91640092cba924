using System.Collections.Concurrent;
using Moq;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Deliveries;

/// <summary>
/// The channels and DMs of Discord as far as a delivery needs them: keeps what is posted, knows a nonce for two minutes, gives
/// messages back without their nonce, and fails when told to.
/// </summary>
internal sealed class ChannelOnDiscord
{
    private static readonly TimeSpan NonceMemory = TimeSpan.FromMinutes(2);

    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private readonly List<(Message Message, MessageCreate Sent)> _posted = [];
    private readonly List<(Fault Fault, Snowflake? Channel)> _faults = [];
    private readonly Dictionary<Snowflake, Fault> _closed = [];
    private readonly ConcurrentDictionary<Snowflake, HeldRequest> _held = new();
    private readonly System.Threading.Channels.Channel<int> _posts = System.Threading.Channels.Channel.CreateUnbounded<int>();

    public ChannelOnDiscord(SliceWorld world)
    {
        _clock = world.Clock;
        world.Discord
            .Setup(discord => discord.CreateMessageAsync(It.IsAny<Snowflake>(), It.IsAny<MessageCreate>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake channel, MessageCreate message, RequestOptions? _, CancellationToken _) => PostWhenLetAsync(channel, message));
        world.Discord
            .Setup(discord => discord.CreateDmAsync(It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake person, RequestOptions? _, CancellationToken _) => Task.FromResult(new Channel { Id = DmOf(person), Type = ChannelType.Dm }));
        world.Discord
            .Setup(discord => discord.GetMessagesAsync(It.IsAny<Snowflake>(), It.IsAny<int>(), It.IsAny<Snowflake?>(), It.IsAny<Snowflake?>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake channel, int limit, Snowflake? _, Snowflake? after, RequestOptions? _, CancellationToken _) => Read(channel, limit, after));
    }

    /// <summary>A person's DM.</summary>
    public static Snowflake DmOf(Snowflake person) => new(person.Value + 9_000);

    /// <summary>Everything that stands somewhere, in the order in which it came.</summary>
    public IReadOnlyList<(Message Message, MessageCreate Sent)> Posts => _posted;

    public IEnumerable<MessageCreate> Sent => _posted.Select(post => post.Sent);

    /// <summary>What a reader of the channels sees, one text a message.</summary>
    public IReadOnlyList<string> Texts => [.. _posted.Select(post => ReplyText.Of(post.Message.Components[0]))];

    public int Requests { get; private set; }

    /// <summary>How often a channel was read.</summary>
    public int Reads { get; private set; }

    /// <summary>What is in one channel, one text a message.</summary>
    public IReadOnlyList<string> TextsIn(Snowflake channel) =>
        [.. _posted.Where(post => post.Message.ChannelId == channel).Select(post => ReplyText.Of(post.Message.Components[0]))];

    /// <summary>The next request fails like this, or the next to one channel.</summary>
    public void Fail(Fault fault, Snowflake? channel = null) => _faults.Add((fault, channel));

    /// <summary>From now on this channel refuses, until it is opened again.</summary>
    public void Close(Snowflake channel, int status, int code) => _closed[channel] = Refuses(status, code);

    public void Open(Snowflake channel) => _closed.Remove(channel);

    /// <summary>The next request to this channel takes its time.</summary>
    public HeldRequest Hold(Snowflake channel) => _held[channel] = new HeldRequest();

    /// <summary>Waits until something has been posted.</summary>
    public async Task UntilAsync(Func<bool> seen)
    {
        while (!seen())
        {
            await _posts.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        }
    }

    /// <summary>Somebody else writes.</summary>
    public void Chat(Snowflake channel, int messages)
    {
        for (var i = 0; i < messages; i++)
        {
            _posted.Add((new Message { Id = NextId(), ChannelId = channel, Author = new User { Id = new Snowflake(5), Bot = true }, Components = [new TextDisplay("chat")] }, new MessageCreate()));
        }
    }

    public static Fault Refuses(int status, int code = 0, TimeSpan? retryAfter = null) =>
        new(BeforeIt: true, new DiscordApiException("POST /channels/{channel}/messages", status, code, "no", retryAfter: retryAfter));

    /// <summary>The program dies before the request reaches Discord.</summary>
    public static Fault CrashBefore { get; } = new(BeforeIt: true, new Crash());

    /// <summary>The program dies after Discord has taken the message, before it is recorded.</summary>
    public static Fault CrashAfter { get; } = new(BeforeIt: false, new Crash());

    /// <summary>The message arrives, its answer does not.</summary>
    public static Fault AnswerLost { get; } = new(BeforeIt: false, new DiscordApiException("POST /channels/{channel}/messages", 0, 0, "no answer"));

    private async Task<Message> PostWhenLetAsync(Snowflake channel, MessageCreate create)
    {
        if (_held.TryGetValue(channel, out var held))
        {
            await held.WaitAsync();
        }

        var message = await Post(channel, create);
        _posts.Writer.TryWrite(0);
        return message;
    }

    private Task<Message> Post(Snowflake channel, MessageCreate create)
    {
        lock (_gate)
        {
            Requests++;
            var next = _faults.FindIndex(fault => fault.Channel is null || fault.Channel == channel);
            var fault = next < 0 ? null : _faults[next].Fault;
            if (next >= 0)
            {
                _faults.RemoveAt(next);
            }

            fault ??= _closed.GetValueOrDefault(channel);
            if (fault is { BeforeIt: true })
            {
                throw fault.Exception;
            }

            var now = _clock.GetUtcNow();
            var known = _posted.FirstOrDefault(post =>
                create.EnforceNonce == true && post.Sent.Nonce == create.Nonce && now - post.Message.Id.CreatedAt < NonceMemory);
            if (known.Message is null)
            {
                known = (new Message { Id = NextId(), ChannelId = channel, Author = new User { Id = new Snowflake(77), Bot = true }, Components = create.Components! }, create);
                _posted.Add(known);
            }

            return fault is null ? Task.FromResult(known.Message) : throw fault.Exception;
        }
    }

    private Snowflake NextId() => new(Snowflake.At(_clock.GetUtcNow()).Value + (ulong)_posted.Count);

    private Task<IReadOnlyList<Message>> Read(Snowflake channel, int limit, Snowflake? after)
    {
        lock (_gate)
        {
            Reads++;
            return Task.FromResult<IReadOnlyList<Message>>(
            [
                .. _posted.Select(post => post.Message)
                    .Where(message => message.ChannelId == channel && (after is null || message.Id > after))
                    .OrderBy(message => message.Id)
                    .Take(limit)
                    .Reverse(),
            ]);
        }
    }

    internal sealed record Fault(bool BeforeIt, Exception Exception);

    /// <summary>A request that is on its way until somebody lets Discord answer.</summary>
    internal sealed class HeldRequest
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _given = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => _asked.Task.WaitAsync(TimeSpan.FromSeconds(20));

        public void Give() => _given.TrySetResult();

        public Task WaitAsync()
        {
            _asked.TrySetResult();
            return _given.Task;
        }
    }

    internal sealed class Crash : Exception;
}
