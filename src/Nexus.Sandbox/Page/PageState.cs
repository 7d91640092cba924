using System.Text.Json;
using Nexus.Sandbox.Emulator;
using Nexus.Sandbox.Page.Commands;

namespace Nexus.Sandbox.Page;

/// <summary>One open page: who is acting, what is shown, and what was just done. Lives as long as the browser tab.</summary>
public sealed partial class PageState : IDisposable
{
    private const int MessagesAtOnce = 50;

    /// <summary>A rush of changes redraws the page this often at most.</summary>
    private static readonly TimeSpan RedrawPause = TimeSpan.FromMilliseconds(60);

    private readonly SandboxHost _host;
    private readonly World _world;
    private readonly ITimer _redraw;
    private int _redrawWanted;
    private volatile bool _serverChanged = true;
    private int _limit = MessagesAtOnce;
    private User _reader;

    public PageState(IServiceProvider services)
    {
        _host = services.GetRequiredService<SandboxHost>();
        _world = _host.World;
        _reader = FirstReader(_world);
        _redraw = TimeProvider.System.CreateTimer(_ => Redraw(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _world.Changed += Note;
        Refresh();
    }

    /// <summary>Something to show anew; raised on any thread.</summary>
    public event Action? Changed;

    public ServerOnPage Server { get; private set; } = null!;

    public ChannelOnPage? Channel { get; private set; }

    public IReadOnlyList<JsonElement> Messages { get; private set; } = [];

    public bool HasOlder { get; private set; }

    public IReadOnlyList<PingOnPage> Pings { get; private set; } = [];

    public int UnreadPings => Pings.Count(ping => ping.MessageId > _pingsRead.GetValueOrDefault(_reader.Id));

    public string ReaderName => _reader.Username;

    /// <summary>The emulator's clock.</summary>
    public DateTimeOffset Now => _world.Now;

    public bool BotConnected => _host.Gateway.IsConnected;

    private readonly Dictionary<ulong, ulong> _pingsRead = [];

    /// <summary>Opens a channel by id; 0 or one that cannot be seen opens the first.</summary>
    public void Open(ulong channel)
    {
        _limit = MessagesAtOnce;
        CloseMenus();
        StopComposing();
        CancelReply();
        Channel = Server.Channel(channel) is { IsCategory: false } seen ? seen : FirstChannel(Server);
        ReadCommands();
        ReadMessages();
        MarkSeen();
        Changed?.Invoke();
    }

    /// <summary>Looks at the server through another person's eyes.</summary>
    public void ActAs(string userName)
    {
        if (_world.FindUser(userName) is not { } person)
        {
            return;
        }

        var channel = Channel?.Id ?? 0;
        _reader = person;
        (Modal, SayError) = (null, null);
        _serverChanged = true;
        Refresh();
        Open(channel);
    }

    public Task LoadOlderAsync()
    {
        _limit += MessagesAtOnce;
        ReadMessages();
        Changed?.Invoke();
        return Task.CompletedTask;
    }

    public void ReadPings()
    {
        _pingsRead[_reader.Id] = Pings.Count > 0 ? Pings.Max(ping => ping.MessageId) : 0;
        Changed?.Invoke();
    }

    public void Dispose()
    {
        _world.Changed -= Note;
        _host.Requests.Added -= WantRedraw;
        _redraw.Dispose();
    }

    // Raised with the world's gate held: only remembers, so that the emulator never waits for a browser.
    private void Note(WorldChange change)
    {
        // A message in another channel marks it unread there; reactions and edits change no list.
        if (!change.Type.StartsWith("MESSAGE_", StringComparison.Ordinal) || change.Type == "MESSAGE_CREATE")
        {
            _serverChanged = true;
        }

        WantRedraw();
    }

    private void WantRedraw()
    {
        if (Interlocked.Exchange(ref _redrawWanted, 1) == 0)
        {
            _redraw.Change(RedrawPause, Timeout.InfiniteTimeSpan);
        }
    }

    private void Redraw()
    {
        Interlocked.Exchange(ref _redrawWanted, 0);
        Changed?.Invoke();
    }

    /// <summary>Reads anew what the world has changed; called before drawing, on the page's own thread.</summary>
    public void Refresh()
    {
        if (_serverChanged)
        {
            _serverChanged = false;
            Server = ServerReader.Read(_world, _reader);
            Channel = Server.Channel(Channel?.Id ?? 0) ?? FirstChannel(Server);
            ReadCommands();
        }

        ReadMessages();
        ReadNotifications();
        MarkSeen();
    }

    private void ReadCommands() =>
        Server = Server with { Commands = Channel is null ? [] : ServerReader.Read(Me.Commands(Here)) };

    private void ReadMessages()
    {
        if (Channel is null || _world.Channel(Channel.Id) is not { } channel)
        {
            (Messages, HasOlder) = ([], false);
            return;
        }

        lock (_world.Gate)
        {
            var messages = _world.VisibleMessages(channel, _reader.Id, _limit + 1);
            HasOlder = messages.Count > _limit;
            Messages = [.. messages.Skip(HasOlder ? 1 : 0).Select(message => Parse(message))];
        }

        Forgive();
    }

    private JsonElement Parse(StoredMessage message)
    {
        _world.Attachments.Refresh(message);
        return Json.Parse(Json.Write((message, _reader.Id), static (state, json) => state.message.Write(json, state.Id, MessageParts.All)));
    }

    private void ReadNotifications()
    {
        lock (_world.Gate)
        {
            Pings = [.. _world.Notifications.Where(notification => notification.UserId == _reader.Id).TakeLast(MessagesAtOnce).Reverse()
                .Select(notification => notification.Message)
                .Select(message => new PingOnPage(message.Id, message.Channel.Id,
                    Server.Names.Users.GetValueOrDefault(message.Author.Id, message.Author.DisplayName),
                    message.Channel.IsDirect ? "a direct message" : $"#{message.Channel.Name}",
                    MessageWords.Of(Parse(message)), message.Timestamp))];
        }
    }

    private static ChannelOnPage? FirstChannel(ServerOnPage server) =>
        server.Channels.FirstOrDefault(channel => channel.Name == "general" && channel.Type == 0)
        ?? server.Channels.Where(channel => channel is { IsCategory: false, IsThread: false }).OrderBy(channel => channel.Position).FirstOrDefault();

    private static User FirstReader(World world)
    {
        lock (world.Gate)
        {
            return QuickPicks.Of(world).FirstOrDefault()?.User
                ?? world.Guild.Members.Values.Select(member => member.User).FirstOrDefault(user => !user.Bot)
                ?? world.BotUser;
        }
    }
}
