using Moq;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Announcements;

/// <summary>Who is on the test server, and who of them reads the announcement channel.</summary>
internal sealed class ServerOnDiscord
{
    /// <summary>A role that anyone may mention.</summary>
    public static Snowflake Backend { get; } = new(800);

    /// <summary>A role that takes the permission.</summary>
    public static Snowflake Frontend { get; } = new(801);

    private static readonly Snowflake Bot = new(77);

    private readonly List<Member> _members = [];

    public ServerOnDiscord(SliceWorld world)
    {
        Join(TestPerson.Mentor.Number, roles: new Snowflake(TestPerson.MentorRole));
        Join(Bot.Value, bot: true);
        world.Discord
            .Setup(discord => discord.GetGuildAsync(Interactions.Guild, It.IsAny<bool>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns(() => Task.FromResult(new Guild { Id = Interactions.Guild, OwnerId = new Snowflake(999), ApproximateMemberCount = 120, Roles = [.. Roles] }));
        world.Discord
            .Setup(discord => discord.GetChannelAsync(It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake channel, RequestOptions? _, CancellationToken _) => Task.FromResult(new Channel { Id = channel, GuildId = Interactions.Guild, Type = ChannelType, PermissionOverwrites = Overwrites }));
        world.Discord
            .Setup(discord => discord.GetCurrentApplicationAsync(It.IsAny<CancellationToken>()))
            .ReturnsAsync(new Application { Id = Bot });
        world.Discord
            .Setup(discord => discord.GetMemberAsync(Interactions.Guild, It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake _, Snowflake user, RequestOptions? _, CancellationToken _) => Task.FromResult(
                _members.Find(member => member.User!.Id == user) ?? throw new DiscordApiException("GET /guilds/{guild}/members/{user}", 404, 10007, "Unknown Member")));
        world.Discord
            .Setup(discord => discord.GetMembersAsync(Interactions.Guild, It.IsAny<Snowflake?>(), It.IsAny<int>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns(() => TellsMembers
                ? Task.FromResult<IReadOnlyList<Member>>([.. _members])
                : throw new DiscordApiException("GET /guilds/{guild}/members", 403, 50001, "Missing Access"));
    }

    /// <summary>False without the members intent.</summary>
    public bool TellsMembers { get; set; } = true;

    public List<Role> Roles { get; } =
    [
        new Role { Id = Interactions.Guild, Permissions = Permissions.ViewChannel | Permissions.SendMessages | Permissions.ReadMessageHistory },
        new Role { Id = Backend, Mentionable = true },
        new Role { Id = Frontend },
        new Role { Id = new Snowflake(TestPerson.MentorRole) },
    ];

    public ChannelType ChannelType { get; set; } = ChannelType.GuildText;

    public IReadOnlyList<PermissionOverwrite> Overwrites { get; set; } = [];

    public void Join(ulong id, bool bot = false, params Snowflake[] roles) =>
        _members.Add(new Member { User = new User { Id = new Snowflake(id), Bot = bot }, Roles = roles });

    /// <summary>A role gets a permission, or loses its own.</summary>
    public void Let(Snowflake role, Permissions permissions) =>
        Roles[Roles.FindIndex(it => it.Id == role)] = Roles.Find(it => it.Id == role)! with { Permissions = permissions };

    public void Leave(ulong id) => _members.RemoveAll(member => member.User!.Id == new Snowflake(id));
}
