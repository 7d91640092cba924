using Moq;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Teams.Committing;

/// <summary>Discord as far as commits need it: channels, threads, roles and who holds them; it refuses what Discord refuses, and can fail at any call.</summary>
internal sealed class CommittedServer
{
    public const string Death = "The program dies.";

    public static readonly Snowflake TeamChannel = new(600), Log = new(700), General = new(750), Bot = new(77), BotRole = new(78);

    // Messages go out several at once.
    private readonly Lock _gate = new();
    private readonly Func<DateTimeOffset> _now;
    private readonly Dictionary<string, Snowflake> _nonces = [];
    private ulong _last;
    private TaskCompletionSource _shown = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CommittedServer(Mock<IDiscordRest> discord, Func<DateTimeOffset> now)
    {
        _now = now;
        Channels.AddRange([Channel(TeamChannel, "teams"), Channel(Log, "log"), Channel(General, "general")]);
        Play(discord);
    }

    public const Permissions Usual = Permissions.ViewChannel | Permissions.SendMessages | Permissions.SendMessagesInThreads | Permissions.CreatePrivateThreads | Permissions.ReadMessageHistory;

    /// <summary>Those that were deleted left out.</summary>
    public List<Channel> Channels { get; } = [];

    public List<Role> Roles { get; } =
    [
        new Role { Id = Interactions.Guild, Name = "@everyone", Permissions = Usual },
        new Role { Id = BotRole, Name = "Nexus", Managed = true, Position = 9, Permissions = Permissions.ManageChannels | Permissions.ManageRoles | Permissions.ManageThreads },
    ];

    /// <summary>Who is in which thread.</summary>
    public Dictionary<Snowflake, SortedSet<Snowflake>> InThread { get; } = [];

    /// <summary>Who holds which role.</summary>
    public HashSet<(Snowflake Role, Snowflake Person)> Held { get; } = [];

    public HashSet<Snowflake> Away { get; } = [];

    /// <summary>The members intent is granted.</summary>
    public bool TellsMembers { get; set; } = true;

    /// <summary>Until the card is changed the next time.</summary>
    public Task NextShown => _shown.Task;

    /// <summary>What a mentor's card said while it was kept up to date.</summary>
    public List<string> Shown { get; } = [];

    public List<Posted> Messages { get; } = [];

    /// <summary>What people wrote.</summary>
    public List<(Snowflake Channel, Snowflake Author)> Talk { get; } = [];

    public List<string> Calls { get; } = [];

    /// <summary>The call, counted from 1, at which it fails once.</summary>
    public (int Call, Fault Fault)? Fails { get; set; }

    public IReadOnlyList<Channel> Threads => [.. Channels.Where(channel => channel.IsThread)];

    public IEnumerable<Channel> Made => Channels.Where(channel => channel.Id.Value > 1_000_000);

    public IEnumerable<Role> RolesMade => Roles.Where(role => role.Id.Value > 1_000_000);

    public Channel Named(string name) => Channels.Single(channel => channel.Name == name);

    /// <summary>The people of a place, such as "101, 102".</summary>
    public string Sees(Channel channel) => string.Join(", ", (channel.IsThread
        ? InThread[channel.Id].AsEnumerable()
        : channel.PermissionOverwrites!.Where(it => it.Type == OverwriteType.Member && it.Id != Bot && it.Allow.HasFlag(Permissions.ViewChannel)).Select(it => it.Id)).Order());

    public string Holding(string role) => string.Join(", ", Held.Where(it => it.Role == Roles.Single(one => one.Name == role).Id).Select(it => it.Person).Order());

    public IReadOnlyList<string> Texts(Snowflake channel) => [.. Messages.Where(message => message.Channel == channel).Select(message => message.Text)];

    public void Allow(Permissions permissions) => Roles[1] = Roles[1] with { Permissions = permissions };

    public Snowflake NewId() => new(Snowflake.At(_now()).Value + ++_last);

    public static Channel Channel(Snowflake id, string name, ChannelType type = ChannelType.GuildText, Snowflake? parent = null) => new() { Id = id, Name = name, Type = type, ParentId = parent };

    /// <summary>A person who says something there.</summary>
    public void Say(Channel channel, Snowflake author) => Talk.Add((channel.Id, author));

    private void Play(Mock<IDiscordRest> discord)
    {
        discord.Setup(it => it.GetCurrentApplicationAsync(It.IsAny<CancellationToken>())).ReturnsAsync(new Application { Id = Bot });
        discord.Setup(it => it.GetGuildAsync(Interactions.Guild, It.IsAny<bool>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>())).ReturnsAsync(() => new Guild { Id = Interactions.Guild, Roles = [.. Roles], OwnerId = new Snowflake(999) });
        discord.Setup(it => it.GetGuildChannelsAsync(Interactions.Guild, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns(() => CallAsync("list channels", IReadOnlyList<Channel> () => [.. Channels.Where(channel => !channel.IsThread)]));
        discord.Setup(it => it.GetRolesAsync(Interactions.Guild, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>())).Returns(() => CallAsync("list roles", IReadOnlyList<Role> () => [.. Roles]));
        discord.Setup(it => it.GetActiveThreadsAsync(Interactions.Guild, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns(() => CallAsync("list threads", () => new ThreadList { Threads = [.. Threads.Where(thread => thread.ThreadMetadata is not { Archived: true })] }));
        discord.Setup(it => it.GetChannelAsync(It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake id, RequestOptions? _, CancellationToken _) => CallAsync("read channel", () => Known(id)));
        discord.Setup(it => it.GetMemberAsync(Interactions.Guild, It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Snowflake _, Snowflake person, RequestOptions? _, CancellationToken _) => Away.Contains(person)
                ? throw new DiscordApiException("GET", 404, DiscordErrorCode.UnknownMember, "Unknown Member")
                : new Member { User = new User { Id = person }, Roles = person == Bot ? [BotRole] : [] });
        discord.Setup(it => it.GetMembersAsync(Interactions.Guild, It.IsAny<Snowflake?>(), It.IsAny<int>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => TellsMembers
                ? [.. new ulong[] { 101, 102, 103, 104 }.Select(id => new Snowflake(id)).Where(id => !Away.Contains(id)).Select(id => new Member { User = new User { Id = id } })]
                : throw new DiscordApiException("GET", 403, DiscordErrorCode.MissingAccess, "Missing Access"));
        discord.Setup(it => it.EditOriginalResponseAsync(It.IsAny<Interaction>(), It.IsAny<MessageEdit>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Interaction _, MessageEdit edit, CancellationToken _) =>
            {
                Shown.Add(ReplyText.Of(edit.Components.Value![0]));
                var shown = _shown;
                _shown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                shown.TrySetResult();
                return new Message();
            });
        discord.Setup(it => it.StartThreadAsync(It.IsAny<Snowflake>(), It.IsAny<ThreadCreate>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake parent, ThreadCreate create, RequestOptions? _, CancellationToken _) => CallAsync($"open {create.Name}", () =>
            {
                Need(Permissions.CreatePrivateThreads);
                var thread = Channel(NewId(), create.Name, create.Type, Known(parent).Id) with { OwnerId = Bot };
                Channels.Add(thread);
                InThread[thread.Id] = [];
                return thread;
            }));
        discord.Setup(it => it.CreateGuildChannelAsync(Interactions.Guild, It.IsAny<ChannelCreate>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake _, ChannelCreate create, RequestOptions? _, CancellationToken _) => CallAsync($"make channel {create.Name}", () =>
            {
                Need(Permissions.ManageChannels);
                if (create.ParentId is { } parent && Channels.All(channel => channel.Id != parent))
                {
                    throw new DiscordApiException("POST", 400, DiscordErrorCode.InvalidFormBody, "Not a category");
                }

                Channels.Add(Channel(NewId(), create.Name, create.Type, create.ParentId) with { Topic = create.Topic, PermissionOverwrites = create.PermissionOverwrites });
                return Channels[^1];
            }));
        discord.Setup(it => it.EditChannelAsync(It.IsAny<Snowflake>(), It.IsAny<ChannelEdit>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake id, ChannelEdit edit, RequestOptions? _, CancellationToken _) => CallAsync($"edit {Channels.Find(it => it.Id == id)?.Name}", () =>
            {
                Channels[Channels.IndexOf(Known(id))] = Known(id) with
                {
                    Name = edit.Name ?? Known(id).Name,
                    PermissionOverwrites = edit.PermissionOverwrites ?? Known(id).PermissionOverwrites,
                    ThreadMetadata = edit.Archived is { } archived ? new ThreadMetadata { Archived = archived } : Known(id).ThreadMetadata,
                };
                return Known(id);
            }));
        discord.Setup(it => it.DeleteChannelAsync(It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake id, RequestOptions? _, CancellationToken _) => CallAsync($"delete {Channels.Find(it => it.Id == id)?.Name}", () =>
            {
                Need(Known(id).IsThread ? Permissions.ManageThreads : Permissions.ManageChannels);
                return Channels.Remove(Known(id));
            }));
        discord.Setup(it => it.AddThreadMemberAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake thread, Snowflake who, RequestOptions? _, CancellationToken _) => CallAsync($"let in {who}", () => InThread[Known(thread).Id].Add(Here(who))));
        discord.Setup(it => it.RemoveThreadMemberAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake thread, Snowflake who, RequestOptions? _, CancellationToken _) => CallAsync($"put out {who}", () => InThread[Known(thread).Id].Remove(Here(who))));
        PlayRoles(discord);
        PlayMessages(discord);
    }

    private void PlayRoles(Mock<IDiscordRest> discord)
    {
        discord.Setup(it => it.CreateRoleAsync(Interactions.Guild, It.IsAny<RoleEdit>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake _, RoleEdit create, RequestOptions? _, CancellationToken _) => CallAsync($"make role {create.Name}", () =>
            {
                Need(Permissions.ManageRoles);
                Roles.Add(new Role { Id = NewId(), Name = create.Name!, Permissions = create.Permissions ?? Usual, Mentionable = create.Mentionable ?? false, Position = 1 });
                return Roles[^1];
            }));
        discord.Setup(it => it.EditRoleAsync(Interactions.Guild, It.IsAny<Snowflake>(), It.IsAny<RoleEdit>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake _, Snowflake id, RoleEdit edit, RequestOptions? _, CancellationToken _) => CallAsync($"rename role {edit.Name}", () =>
            {
                var role = Managed(id);
                Roles[Roles.IndexOf(role)] = role with { Name = edit.Name! };
                return role;
            }));
        discord.Setup(it => it.DeleteRoleAsync(Interactions.Guild, It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake _, Snowflake id, RequestOptions? _, CancellationToken _) => CallAsync("delete role", () =>
            {
                Held.RemoveWhere(it => it.Role == id);
                return Roles.Remove(Managed(id));
            }));
        discord.Setup(it => it.AddMemberRoleAsync(Interactions.Guild, It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake _, Snowflake who, Snowflake role, RequestOptions? _, CancellationToken _) => CallAsync($"give role {who}", () => Held.Add((Managed(role).Id, Here(who)))));
        discord.Setup(it => it.RemoveMemberRoleAsync(Interactions.Guild, It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake _, Snowflake who, Snowflake role, RequestOptions? _, CancellationToken _) => CallAsync($"take role {who}", () => Held.Remove((Managed(role).Id, Here(who)))));
    }

    private void PlayMessages(Mock<IDiscordRest> discord)
    {
        discord.Setup(it => it.CreateDmAsync(It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Snowflake person, RequestOptions? _, CancellationToken _) => new Channel { Id = new Snowflake(5000 + person.Value) });
        discord.Setup(it => it.CreateMessageAsync(It.IsAny<Snowflake>(), It.IsAny<MessageCreate>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake channel, MessageCreate create, RequestOptions? _, CancellationToken _) => CallAsync("post", () =>
            {
                _ = channel.Value is > 5000 and < 10_000 ? null : Known(channel);
                if (!_nonces.TryGetValue(create.Nonce!, out var id))
                {
                    id = _nonces[create.Nonce!] = NewId();
                    Messages.Add(new Posted(channel, id, create.AllowedMentions?.Users ?? [], create.Flags!.Value.HasFlag(MessageFlags.SuppressNotifications)) { Card = (Container)create.Components![0] });
                }

                return new Message { Id = id, ChannelId = channel };
            }));
        discord.Setup(it => it.EditMessageAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<MessageEdit>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake channel, Snowflake id, MessageEdit edit, RequestOptions? _, CancellationToken _) => CallAsync("redraw", () =>
            {
                Messages.Single(message => message.Id == id && message.Channel == Known(channel).Id).Card = (Container)edit.Components.Value![0];
                return new Message { Id = id, ChannelId = channel };
            }));
        discord.Setup(it => it.GetMessagesAsync(It.IsAny<Snowflake>(), It.IsAny<int>(), It.IsAny<Snowflake?>(), It.IsAny<Snowflake?>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Snowflake channel, int limit, Snowflake? _, Snowflake? _, RequestOptions? _, CancellationToken _) => channel.Value > 1_000_000 && Known(channel) is null ? [] :
            [
                .. Talk.Where(said => said.Channel == channel).Reverse().Take(limit).Select(said => new Message { Id = NewId(), ChannelId = channel, Author = new User { Id = said.Author }, Timestamp = _now() }),
                .. Messages.Where(message => message.Channel == channel).Select(message => new Message { Id = message.Id, ChannelId = channel, Author = new User { Id = Bot, Bot = true }, Components = [message.Card] }),
            ]);
    }

    private async Task<T> CallAsync<T>(string name, Func<T> effect)
    {
        Fault? fault;
        lock (_gate)
        {
            Calls.Add(name);
            fault = Fails is var (call, kind) && call == Calls.Count ? kind : null;
        }

        if (fault == Fault.Unavailable)
        {
            throw new DiscordApiException(name, 503, 0, "unavailable");
        }

        await Task.Yield();
        T result;
        lock (_gate)
        {
            result = effect();
        }

        return fault switch
        {
            null => result,
            Fault.AnswerLost => throw new DiscordApiException(name, 0, 0, "no answer"),
            _ => throw new InvalidOperationException(Death),
        };
    }

    private void Need(Permissions permission)
    {
        if (!(Roles[0].Permissions | Roles[1].Permissions).HasFlag(permission))
        {
            throw new DiscordApiException("any", 403, DiscordErrorCode.MissingPermissions, "Missing Permissions");
        }
    }

    private Role Managed(Snowflake id)
    {
        Need(Permissions.ManageRoles);
        var role = Roles.Find(it => it.Id == id) ?? throw new DiscordApiException("any", 404, DiscordErrorCode.UnknownRole, "Unknown Role");
        return role.Position < Roles[1].Position ? role : throw new DiscordApiException("any", 403, DiscordErrorCode.MissingPermissions, "Missing Permissions");
    }

    private Snowflake Here(Snowflake person) => Away.Contains(person) ? throw new DiscordApiException("any", 404, DiscordErrorCode.UnknownMember, "Unknown Member") : person;

    private Channel Known(Snowflake id) => Channels.Find(it => it.Id == id) ?? throw new DiscordApiException("any", 404, DiscordErrorCode.UnknownChannel, "Unknown Channel");
}
