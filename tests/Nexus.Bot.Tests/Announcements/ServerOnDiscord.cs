using Moq;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Announcements;

/// <summary>Who is on the test server, and who of them reads the announcement channel.</summary>
internal sealed class ServerOnDiscord
{
    public static Snowflake Backend { get; } = new(800);

    private readonly List<Member> _members = [];

    public ServerOnDiscord(SliceWorld world)
    {
        var server = new Guild
        {
            Id = Interactions.Guild,
            OwnerId = new Snowflake(999),
            ApproximateMemberCount = 120,
            Roles = [new Role { Id = Interactions.Guild, Permissions = Permissions.ViewChannel }, new Role { Id = Backend }],
        };
        world.Discord
            .Setup(discord => discord.GetGuildAsync(Interactions.Guild, true, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(server);
        world.Discord
            .Setup(discord => discord.GetChannelAsync(It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake channel, RequestOptions? _, CancellationToken _) => Task.FromResult(new Channel { Id = channel, PermissionOverwrites = Overwrites }));
        world.Discord
            .Setup(discord => discord.GetMembersAsync(Interactions.Guild, It.IsAny<Snowflake?>(), It.IsAny<int>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns(() => TellsMembers
                ? Task.FromResult<IReadOnlyList<Member>>([.. _members])
                : throw new DiscordApiException("GET /guilds/{guild}/members", 403, 50001, "Missing Access"));
    }

    /// <summary>False without the members intent.</summary>
    public bool TellsMembers { get; set; } = true;

    public IReadOnlyList<PermissionOverwrite> Overwrites { get; set; } = [];

    public void Join(ulong id, bool bot = false, params Snowflake[] roles) =>
        _members.Add(new Member { User = new User { Id = new Snowflake(id), Bot = bot }, Roles = roles });

    public void Leave(ulong id) => _members.RemoveAll(member => member.User!.Id == new Snowflake(id));
}
