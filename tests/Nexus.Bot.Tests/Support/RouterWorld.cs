using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moq;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Support;

/// <summary>The router over a slice: everything between a gateway event and the calls that reach Discord, in order.</summary>
internal sealed class RouterWorld : IAsyncDisposable
{
    private readonly InteractionRouter _router;

    public RouterWorld(Action<SliceBuilder> declare, RoutingOptions? options = null, ILoggerProvider? logs = null)
    {
        Slice = new SliceWorld(declare, services =>
        {
            services.AddSingleton(options ?? new RoutingOptions());
            services.AddSingleton<Cooldowns>();
            services.AddSingleton<InteractionRouter>();
            if (logs is not null)
            {
                services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(logs));
            }
        });
        _router = Slice.Services.GetRequiredService<InteractionRouter>();
        Discord.Setup(discord => discord.RespondAsync(It.IsAny<Interaction>(), It.IsAny<InteractionResponse>(), It.IsAny<CancellationToken>()))
            .Returns((Interaction _, InteractionResponse response, CancellationToken _) => RecordAsync(Describe(response)));
        Discord.Setup(discord => discord.EditOriginalResponseAsync(It.IsAny<Interaction>(), It.IsAny<MessageEdit>(), It.IsAny<CancellationToken>()))
            .Returns((Interaction _, MessageEdit edit, CancellationToken _) => RecordMessageAsync($"edit original: {Text(edit)}"));
        Discord.Setup(discord => discord.DeleteOriginalResponseAsync(It.IsAny<Interaction>(), It.IsAny<CancellationToken>()))
            .Returns(() => RecordAsync("delete original"));
        Discord.Setup(discord => discord.FollowUpAsync(It.IsAny<Interaction>(), It.IsAny<MessageCreate>(), It.IsAny<CancellationToken>()))
            .Returns((Interaction _, MessageCreate message, CancellationToken _) => RecordMessageAsync($"follow-up{Privacy(message)}: {Text(message)}"));
    }

    public SliceWorld Slice { get; }

    public Mock<IDiscordRest> Discord => Slice.Discord;

    /// <summary>What Discord saw, one line a call.</summary>
    public List<string> Calls { get; } = [];

    public string OnlyCall => Assert.Single(Calls);

    public Task RouteAsync(Interaction interaction) => _router.RouteAsync(interaction, CancellationToken.None);

    public ValueTask DisposeAsync() => Slice.DisposeAsync();

    private Task RecordAsync(string call)
    {
        lock (Calls)
        {
            Calls.Add(call);
        }

        return Task.CompletedTask;
    }

    private async Task<Message> RecordMessageAsync(string call)
    {
        await RecordAsync(call);
        return new Message();
    }

    private static string Describe(InteractionResponse response) => response.Type switch
    {
        InteractionCallbackType.ChannelMessageWithSource => $"message{Privacy((MessageCreate)response.Data!)}: {Text((MessageCreate)response.Data!)}",
        InteractionCallbackType.DeferredChannelMessageWithSource => $"thinking{Privacy((MessageCreate)response.Data!)}",
        InteractionCallbackType.DeferredUpdateMessage => "acknowledged",
        InteractionCallbackType.UpdateMessage => $"change: {Text((MessageEdit)response.Data!)}",
        InteractionCallbackType.ApplicationCommandAutocompleteResult => "choices: " + string.Join(", ", ((IReadOnlyList<ApplicationCommandOptionChoice>)response.Data!).Select(choice => choice.Name)),
        InteractionCallbackType.Modal => $"form: {((Modal)response.Data!).Title}",
        _ => response.Type.ToString(),
    };

    private static string Privacy(MessageCreate message) => (message.Flags & MessageFlags.Ephemeral) == MessageFlags.Ephemeral ? " (private)" : "";

    private static string Text(MessageCreate message) => string.Join('\n', [message.Content ?? "", .. (message.Components ?? []).Select(ReplyText.Of)]).Trim();

    private static string Text(MessageEdit edit) => string.Join('\n', [edit.Content.Value ?? "", .. (edit.Components.Value ?? []).Select(ReplyText.Of)]).Trim();
}
