using System.Diagnostics;
using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Every interaction whose token still lives: sends them to the bot and takes its answers.</summary>
internal sealed class Interactions(World world, Metrics metrics, Random random)
{
    private readonly Dictionary<string, Interaction> byToken = new(StringComparer.Ordinal);
    private readonly Queue<Interaction> inOrder = new();

    /// <summary>Sends an interaction; the person waits for <see cref="Interaction.Settled"/>.</summary>
    /// <param name="path">The whole name of a subcommand, which messages show; null takes the command's.</param>
    public Interaction Start(
        InteractionType type, User user, Channel channel, Action<Utf8JsonWriter> data, StoredMessage? source = null, RegisteredCommand? command = null, string? path = null)
    {
        lock (world.Gate)
        {
            Forget();
            var interaction = new Interaction(world.Ids.Next(), NewToken(), type, user, channel, world.Now)
            {
                Source = source,
                CommandName = path ?? command?.Name,
                CommandType = command?.Type ?? 0,
            };
            byToken.Add(interaction.Token, interaction);
            inOrder.Enqueue(interaction);
            metrics.Count(Counter.Interactions);
            var payload = InteractionPayload.Write(world, interaction, data);
            interaction.Expiry = world.Clock.CreateTimer(
                static state => (((Interactions, Interaction))state!).Item1.Expire((((Interactions, Interaction))state).Item2),
                (this, interaction), Interaction.AckTime, Timeout.InfiniteTimeSpan);
            interaction.SentAt = Stopwatch.GetTimestamp();
            world.Dispatch(new DispatchEvent("INTERACTION_CREATE", Intents.None, payload) { Direct = channel.IsDirect }, channel.Id);
            return interaction;
        }
    }

    /// <summary>The interaction of a callback; unknown ones and wrong tokens are 10062.</summary>
    public Interaction Find(string id, string token) =>
        byToken.TryGetValue(token, out var interaction) && Snowflakes.Text(interaction.Id) == id
            ? interaction
            : throw DiscordError.UnknownInteraction();

    /// <summary>The interaction behind a webhook token; 50027 for unknown ones and once it is older than 15 minutes.</summary>
    public Interaction FindByToken(string token)
    {
        if (!byToken.TryGetValue(token, out var interaction) || world.Now - interaction.CreatedAt > Interaction.TokenTime)
        {
            throw DiscordError.InvalidWebhookToken();
        }

        return interaction.Ack is AckState.None or AckState.Expired ? throw DiscordError.UnknownWebhook() : interaction;
    }

    /// <summary>The form a person has open, by the id of the interaction that opened it.</summary>
    public Interaction? OpenModal(ulong id, User user)
    {
        lock (world.Gate)
        {
            return inOrder.LastOrDefault(open => open.Id == id && open.User == user && open.Ack == AckState.Modal);
        }
    }

    /// <summary>Takes the first response. Call with the gate held and the body checked.</summary>
    public void Acknowledge(Interaction interaction, JsonElement body, IReadOnlyList<UploadedFile> files)
    {
        var data = body.TryGetProperty("data", out var given) && given.ValueKind == JsonValueKind.Object ? given : default;
        var flags = (MessageFlags)(data.Int("flags") ?? 0);
        interaction.Ephemeral = flags.HasFlag(MessageFlags.Ephemeral);
        switch (body.Int("type"))
        {
            case 4:
                interaction.Original = MessageFactory.Create(world, OriginOf(interaction, interaction.Ephemeral), data, files);
                Acked(interaction, AckState.Replied);
                world.Post(interaction.Original);
                interaction.Settle();
                break;
            case 5:
                var origin = OriginOf(interaction, interaction.Ephemeral);
                interaction.Original = MessageFactory.Placeholder(world, origin with { Flags = origin.Flags | MessageFlags.Loading });
                Acked(interaction, AckState.Deferred);
                world.Post(interaction.Original);
                break;
            case 6:
                interaction.Original = interaction.Source;
                Acked(interaction, AckState.DeferredUpdate);
                break;
            case 7:
                interaction.Original = interaction.Source;
                MessageFactory.Edit(world, interaction.Source!, data, files);
                Acked(interaction, AckState.Updated);
                world.Update(interaction.Source!);
                interaction.Settle();
                break;
            case 8:
                interaction.Choices = data.TryGetProperty("choices", out var choices) ? choices : default;
                Acked(interaction, AckState.Choices);
                interaction.Settle();
                break;
            case 9:
                interaction.Modal = data;
                Acked(interaction, AckState.Modal);
                interaction.Settle();
                break;
            default:
                throw DiscordError.Form("type", "INTERACTION_RESPONSE_TYPE_INVALID", "This response type is not supported here.");
        }
    }

    /// <summary>Refuses a response that comes too late or twice. Call with the gate held.</summary>
    public void RequireUnanswered(Interaction interaction)
    {
        if (interaction.Ack == AckState.Expired || (interaction.Ack == AckState.None && world.Now - interaction.CreatedAt > Interaction.AckTime))
        {
            metrics.Count(Counter.Late);
            throw DiscordError.UnknownInteraction();
        }

        if (interaction.Ack != AckState.None)
        {
            metrics.Count(Counter.DoubleAcks);
            throw DiscordError.AlreadyAcknowledged();
        }
    }

    /// <summary>A message beyond the first response; directly after a deferral it fills the placeholder.</summary>
    public StoredMessage FollowUp(Interaction interaction, JsonElement body, IReadOnlyList<UploadedFile> files)
    {
        if (interaction.Ack == AckState.Deferred && interaction.Original is { } placeholder && placeholder.Flags.HasFlag(MessageFlags.Loading))
        {
            return EditOriginal(interaction, body, files);
        }

        var flags = (MessageFlags)(body.Int("flags") ?? 0);
        var message = MessageFactory.Create(world, OriginOf(interaction, flags.HasFlag(MessageFlags.Ephemeral)) with { RepliedTo = interaction.Original }, body, files);
        interaction.FollowUps.Add(message);
        world.Post(message);
        interaction.Settle();
        return message;
    }

    public StoredMessage EditOriginal(Interaction interaction, JsonElement body, IReadOnlyList<UploadedFile> files) =>
        Edit(interaction, OriginalOf(interaction), body, files);

    public StoredMessage Edit(Interaction interaction, StoredMessage message, JsonElement body, IReadOnlyList<UploadedFile> files)
    {
        MessageFactory.Edit(world, message, body, files);
        message.Flags &= ~MessageFlags.Loading;
        world.Update(message);
        if (message == interaction.Original)
        {
            interaction.Settle();
        }

        return message;
    }

    public void Delete(Interaction interaction, StoredMessage message)
    {
        world.Delete(message);
        if (message == interaction.Original)
        {
            interaction.Settle();
        }
    }

    public static StoredMessage OriginalOf(Interaction interaction) =>
        interaction.Original is { Deleted: false } original ? original : throw DiscordError.UnknownMessage();

    /// <summary>The answer itself or one of the follow-ups; a token reaches no other message.</summary>
    public static StoredMessage MessageOf(Interaction interaction, ulong id) =>
        interaction.Original is { Deleted: false } original && original.Id == id
            ? original
            : interaction.FollowUps.FirstOrDefault(message => message.Id == id && !message.Deleted) ?? throw DiscordError.UnknownMessage();

    private void Acked(Interaction interaction, AckState state)
    {
        interaction.Ack = state;
        interaction.AckMs = Stopwatch.GetElapsedTime(interaction.SentAt).TotalMilliseconds;
        interaction.Expiry?.Dispose();
        metrics.Count(Counter.AckedInTime);
    }

    private void Expire(Interaction interaction)
    {
        lock (world.Gate)
        {
            if (interaction.Ack == AckState.None)
            {
                interaction.Ack = AckState.Expired;
                interaction.Expiry?.Dispose();
                interaction.Settle();
                world.RaiseChanged("INTERACTION_FAILED", interaction.Channel.Id);
            }
        }
    }

    private MessageOrigin OriginOf(Interaction interaction, bool ephemeral) => new(interaction.Channel, world.BotUser)
    {
        Type = interaction.Type == InteractionType.Command ? (interaction.CommandType == 1 ? 20 : 23) : interaction.Source is null ? 0 : 19,
        RepliedTo = interaction.Source,
        WebhookId = world.Application.Id,
        ApplicationId = world.Application.Id,
        InteractionMetadata = Metadata(interaction),
        EphemeralTo = ephemeral ? interaction.User.Id : null,
        Flags = ephemeral ? MessageFlags.Ephemeral : MessageFlags.None,
        MentionsUsersOnly = true,
    };

    private JsonElement Metadata(Interaction interaction) => Json.Parse(Json.Write((world, interaction), static (state, json) =>
    {
        json.WriteStartObject();
        json.WriteId("id", state.interaction.Id);
        json.WriteNumber("type", (int)state.interaction.Type);
        json.WriteValue("user", state.interaction.User);
        json.WriteStartObject("authorizing_integration_owners");
        json.WriteString("0", state.interaction.Channel.IsDirect ? "0" : Snowflakes.Text(state.world.Guild.Id));
        json.WriteEndObject();
        if (state.interaction.CommandName is { } name)
        {
            json.WriteString("name", name);
            json.WriteNumber("command_type", state.interaction.CommandType);
        }

        if (state.interaction.Source is { } source)
        {
            json.WriteId("interacted_message_id", source.Id);
        }

        json.WriteEndObject();
    }));

    /// <summary>Drops interactions whose token died a while ago; what is dropped answers as unknown.</summary>
    private void Forget()
    {
        var before = world.Now - Interaction.TokenTime - TimeSpan.FromMinutes(1);
        while (inOrder.TryPeek(out var oldest) && oldest.CreatedAt < before)
        {
            inOrder.Dequeue();
            byToken.Remove(oldest.Token);
        }
    }

    private string NewToken()
    {
        Span<byte> bytes = stackalloc byte[48];
        random.NextBytes(bytes);
        return Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_');
    }
}
