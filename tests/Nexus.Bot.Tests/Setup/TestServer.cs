using Moq;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Setup;

/// <summary>A small server behind Moq: what is created is there when it is asked for again.</summary>
internal sealed class TestServer
{
    public static readonly Snowflake Bot = new(77);

    private const ulong BotRole = 50;
    private ulong _next = 5000;

    public TestServer(Mock<IDiscordRest> discord)
    {
        discord.Setup(it => it.GetGuildAsync(Interactions.Guild, It.IsAny<bool>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => new Guild { Id = Interactions.Guild, Name = "ProDev", Features = Features });
        discord.Setup(it => it.GetGuildChannelsAsync(Interactions.Guild, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>())).ReturnsAsync(() => [.. Channels]);
        discord.Setup(it => it.GetRolesAsync(Interactions.Guild, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>())).ReturnsAsync(() => [.. Roles]);
        discord.Setup(it => it.GetMemberAsync(Interactions.Guild, Bot, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => new Member { Roles = [new Snowflake(BotRole)] });
        discord.Setup(it => it.CreateGuildChannelAsync(Interactions.Guild, It.IsAny<ChannelCreate>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake _, ChannelCreate channel, RequestOptions? options, CancellationToken _) =>
            {
                Reasons.Add(options?.AuditReason);
                RefuseWhen(channel.Name);
                Add(channel.Name, channel.Type, channel.AvailableTags);
                return Task.FromResult(Channels[^1]);
            });
        discord.Setup(it => it.CreateRoleAsync(Interactions.Guild, It.IsAny<RoleEdit>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake _, RoleEdit role, RequestOptions? _, CancellationToken _) =>
            {
                RefuseWhen(role.Name!);
                Roles.Add(new Role { Id = new Snowflake(_next++), Name = role.Name!, Position = 1 });
                return Task.FromResult(Roles[^1]);
            });
        discord.Setup(it => it.EditChannelAsync(It.IsAny<Snowflake>(), It.IsAny<ChannelEdit>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake id, ChannelEdit edit, RequestOptions? _, CancellationToken _) =>
            {
                var at = Channels.FindIndex(channel => channel.Id == id);
                Channels[at] = Channels[at] with { AvailableTags = edit.AvailableTags };
                return Task.FromResult(Channels[at]);
            });
    }

    public IReadOnlyList<string> Features { get; set; } = ["NEWS", "COMMUNITY"];

    public List<Channel> Channels { get; } = [];

    public List<string?> Reasons { get; } = [];

    public List<Role> Roles { get; } =
    [
        new Role { Id = Interactions.Guild, Name = "@everyone", Permissions = Permissions.ViewChannel | Permissions.SendMessages | Permissions.ReadMessageHistory | Permissions.EmbedLinks | Permissions.SendMessagesInThreads | Permissions.CreatePublicThreads | Permissions.CreatePrivateThreads },
        new Role { Id = new Snowflake(BotRole), Name = "Nexus", Managed = true, Position = 9, Permissions = Permissions.ManageChannels | Permissions.ManageRoles | Permissions.ManageThreads },
    ];

    /// <summary>Discord answers 50013 when a thing of this name is created.</summary>
    public string? Refused { get; set; }

    public string Summary => string.Join(", ", Channels.Select(channel => $"#{channel.Name}").Concat(Roles.Where(role => role.Position == 1).Select(role => $"@{role.Name}")).Order(StringComparer.Ordinal));

    public Snowflake Add(string name, ChannelType type, IReadOnlyList<ForumTag>? tags = null)
    {
        Channels.Add(new Channel { Id = new Snowflake(_next++), Name = name, Type = type, AvailableTags = tags });
        return Channels[^1].Id;
    }

    public void SetBotPermissions(Permissions permissions) => Roles[1] = Roles[1] with { Permissions = permissions };

    private void RefuseWhen(string name)
    {
        if (name == Refused)
        {
            throw new DiscordApiException("POST /guilds/{guild}/channels", 403, DiscordErrorCode.MissingPermissions, "Missing Permissions");
        }
    }
}
