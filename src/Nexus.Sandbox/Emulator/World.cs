namespace Nexus.Sandbox.Emulator;

/// <summary>Everything the emulated Discord knows. Whoever reads or changes it holds <see cref="Gate"/>; no await inside.</summary>
/// <remarks>The gate is re-entrant. Methods of the world take it themselves; take it around several calls that belong together.</remarks>
internal sealed partial class World
{
    private readonly Dictionary<ulong, User> users = [];
    private readonly SortedDictionary<ulong, Channel> directChannels = [];

    public World(TimeProvider clock, Guild guild, BotApplication application)
    {
        Clock = clock;
        Guild = guild;
        Application = application;
        Ids = new Snowflakes(clock);
        AddUser(application.User);
    }

    public Lock Gate { get; } = new();

    public TimeProvider Clock { get; }

    public Snowflakes Ids { get; }

    public Guild Guild { get; }

    public BotApplication Application { get; }

    public User BotUser => Application.User;

    public Member BotMember => Guild.Members[BotUser.Id];

    /// <summary>Global and server commands by id.</summary>
    public SortedDictionary<ulong, RegisteredCommand> Commands { get; } = [];

    public IReadOnlyDictionary<ulong, User> Users => users;

    public IReadOnlyDictionary<ulong, Channel> DirectChannels => directChannels;

    public DateTimeOffset Now => Clock.GetUtcNow();

    public User AddUser(User user)
    {
        lock (Gate)
        {
            return users[user.Id] = user;
        }
    }

    /// <summary>A person by user name, case-insensitive, or by id.</summary>
    public User? FindUser(string nameOrId)
    {
        lock (Gate)
        {
            var name = nameOrId.TrimStart('@');
            return users.Values.FirstOrDefault(user => string.Equals(user.Username, name, StringComparison.OrdinalIgnoreCase))
                ?? (Snowflakes.TryParse(name, out var id) ? users.GetValueOrDefault(id) : null);
        }
    }

    /// <summary>A channel, thread or direct message by id.</summary>
    public Channel? Channel(ulong id)
    {
        lock (Gate)
        {
            return Guild.Channels.GetValueOrDefault(id) ?? directChannels.GetValueOrDefault(id);
        }
    }

    /// <summary>A channel of the server by name (newest thread last) or any by id.</summary>
    public Channel? FindChannel(string nameOrId)
    {
        lock (Gate)
        {
            if (Snowflakes.TryParse(nameOrId, out var id) && Channel(id) is { } byId)
            {
                return byId;
            }

            var name = nameOrId.TrimStart('#');
            return Guild.Channels.Values
                .Where(channel => string.Equals(channel.Name, name, StringComparison.OrdinalIgnoreCase))
                .OrderBy(channel => channel.IsThread || channel.Type == ChannelType.Category)
                .ThenByDescending(channel => channel.Id)
                .FirstOrDefault();
        }
    }

    /// <summary>A message by channel and id, unless it was deleted; ephemeral ones too.</summary>
    public static StoredMessage? Message(Channel channel, ulong id)
    {
        var messages = channel.Messages;
        var (low, high) = (0, messages.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (messages[middle].Id == id)
            {
                return messages[middle];
            }

            if (messages[middle].Id < id)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return null;
    }

    /// <summary>A message by id in any channel: ids are unique and carry no channel.</summary>
    public StoredMessage? FindMessage(ulong id)
    {
        lock (Gate)
        {
            return Guild.Channels.Values.Concat(directChannels.Values)
                .Select(channel => Message(channel, id))
                .FirstOrDefault(message => message is not null);
        }
    }

    /// <summary>The direct message between the bot and a person; opens it when there is none yet.</summary>
    public Channel DirectChannel(User person)
    {
        lock (Gate)
        {
            var open = directChannels.Values.FirstOrDefault(channel => channel.Recipients.Contains(person));
            if (open is null)
            {
                open = new Channel(Ids.Next(), ChannelType.DirectMessage, guildId: null) { Recipients = [person, BotUser] };
                directChannels.Add(open.Id, open);
                RaiseChanged("CHANNEL_CREATE", open.Id);
            }

            return open;
        }
    }
}
