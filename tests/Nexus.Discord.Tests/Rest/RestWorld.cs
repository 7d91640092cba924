using Microsoft.Extensions.Time.Testing;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Discord.Tests.Rest;

/// <summary>The REST client against a scripted Discord, on a clock moved by hand.</summary>
internal sealed class RestWorld : IDisposable
{
    public const string BotToken = "bot-token-SECRET";
    public const string InteractionToken = "interaction-token-SECRET";

    public static readonly Snowflake Channel = new(7);

    public static readonly Interaction Interaction = new() { Id = new Snowflake(11), ApplicationId = new Snowflake(22), Token = InteractionToken };

    public RestWorld()
    {
        Discord = new ScriptedDiscord(Clock);
        Rest = new DiscordRest(
            new DiscordOptions { Token = BotToken, ApiBase = new Uri(ScriptedDiscord.Api), UserAgent = "DiscordBot (https://nexus.test, 1.2.3)" },
            Clock, Log, Discord, new Random(1));
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public ScriptedDiscord Discord { get; }

    public RecordingLogger Log { get; } = new();

    public DiscordRest Rest { get; }

    public Task<Message> Say(string text, RequestOptions? options = null) =>
        Rest.CreateMessageAsync(Channel, new MessageCreate { Content = text }, options);

    public Task<Message> SayOnce(string text) =>
        Rest.CreateMessageAsync(Channel, new MessageCreate { Content = text, Nonce = "n1", EnforceNonce = true });

    public Task Respond(string text = "Hello") =>
        Rest.RespondAsync(Interaction, InteractionResponse.Message(new MessageCreate { Content = text }));

    public void After(double seconds)
    {
        // With no context to return to, what waits for the clock goes on within Advance, so tests see its outcome.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        Clock.Advance(TimeSpan.FromSeconds(seconds));
        SynchronizationContext.SetSynchronizationContext(context);
    }

    /// <summary>Until the limiter holds as many requests back; they then only wait for the clock.</summary>
    public async Task HeldBackAsync(int count = 1)
    {
        while (Rest.Limiter.Waiting != count)
        {
            await Task.Yield();
        }
    }

    public void Dispose()
    {
        Rest.Dispose();
        Discord.Dispose();
    }
}
