using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using Nexus.Bot.Data;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Routing;

public sealed class CommandPublisherTests : IAsyncLifetime
{
    private static readonly Snowflake s_application = new(77);

    private readonly SliceWorld _world = new(new RouterSlice().Declare);
    private readonly List<string> _sent = [];
    private IReadOnlyList<ApplicationCommand> _registered = [];

    public CommandPublisherTests()
    {
        _world.Discord.Setup(discord => discord.OverwriteGuildCommandsAsync(s_application, It.IsAny<Snowflake>(), It.IsAny<IReadOnlyList<ApplicationCommand>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Snowflake _, Snowflake guild, IReadOnlyList<ApplicationCommand> commands, CancellationToken _) => Registered($"to {guild}", commands));
        _world.Discord.Setup(discord => discord.OverwriteGlobalCommandsAsync(s_application, It.IsAny<IReadOnlyList<ApplicationCommand>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Snowflake _, IReadOnlyList<ApplicationCommand> commands, CancellationToken _) => Registered("everywhere", commands));
        _world.Discord.Setup(discord => discord.GetGuildCommandsAsync(s_application, It.IsAny<Snowflake>(), It.IsAny<CancellationToken>())).ReturnsAsync(() => _registered);
        _world.Discord.Setup(discord => discord.GetGlobalCommandsAsync(s_application, It.IsAny<CancellationToken>())).ReturnsAsync(() => _registered);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Commands_are_sent_once_and_not_again_while_they_are_the_same()
    {
        Assert.True(await PublishAsync(guild: 1));
        Assert.False(await PublishAsync(guild: 1));

        Assert.Equal(["to 1"], _sent);
    }

    [Fact]
    public async Task Each_server_and_everywhere_are_remembered_apart()
    {
        await PublishAsync(guild: 1);
        await PublishAsync(guild: 2);
        await PublishAsync(guild: null);

        Assert.Equal(["to 1", "to 2", "everywhere"], _sent);
    }

    [Fact]
    public async Task A_changed_word_is_sent()
    {
        await PublishAsync(guild: 1);
        await using (var db = _world.Db())
        {
            db.StoredValues.Single().Value = "the hash of another version";
            await db.SaveChangesAsync();
        }

        Assert.True(await PublishAsync(guild: 1));
        Assert.False(await PublishAsync(guild: 1));
    }

    [Fact]
    public async Task Commands_that_Discord_has_lost_are_sent_again()
    {
        await PublishAsync(guild: 1);
        _registered = [];

        Assert.True(await PublishAsync(guild: 1));
    }

    private Task<bool> PublishAsync(ulong? guild) =>
        new CommandPublisher(_world.Catalogue, _world.Discord.Object, _world.Services.GetRequiredService<INexusDbFactory>(), _world.Clock, NullLogger<CommandPublisher>.Instance)
            .PublishAsync(s_application, guild is { } id ? new Snowflake(id) : null, CancellationToken.None);

    private IReadOnlyList<ApplicationCommand> Registered(string where, IReadOnlyList<ApplicationCommand> commands)
    {
        _sent.Add(where);
        _registered = commands;
        return commands;
    }
}
