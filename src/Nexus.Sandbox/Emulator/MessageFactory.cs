using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Turns checked request bodies into messages, and edits of them. Call with the world's gate held.</summary>
internal static class MessageFactory
{
    private const MessageFlags Settable = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.ComponentsV2 | MessageFlags.VoiceMessage;

    /// <summary>Makes a message; the caller posts it with <see cref="World.Post"/>.</summary>
    public static StoredMessage Create(World world, MessageOrigin origin, JsonElement body, IReadOnlyList<UploadedFile> files)
    {
        var (channel, author) = origin;
        var replyTo = origin.RepliedTo ?? ReplyTarget(channel, body);
        var flags = ((MessageFlags)(body.Int("flags") ?? 0) & Settable) | origin.Flags;
        var id = origin.Id ?? world.Ids.Next();
        var attachments = world.Attachments.Add(channel.Id, body, files);
        var message = new StoredMessage(id, channel, author, world.Now)
        {
            Type = replyTo is not null && origin.Type == 0 ? 19 : origin.Type,
            Content = body.Text("content")?.Trim() ?? "",
            Flags = flags,
            Tts = body.Bool("tts") ?? false,
            Embeds = EmbedJson.Complete(body, attachments, out var shownInEmbeds),
            Components = ComponentJson.Complete(body, attachments),
            Attachments = AttachmentStore.Json(attachments.Where(a => !shownInEmbeds.Contains(a.Id))),
            Poll = body.TryGetProperty("poll", out var poll) && poll.ValueKind == JsonValueKind.Object ? Polls.Create(poll, world.Now) : null,
            Nonce = body.TryGetProperty("nonce", out var nonce) && nonce.ValueKind is JsonValueKind.String or JsonValueKind.Number ? nonce : null,
            RepliedTo = replyTo,
            WebhookId = origin.WebhookId,
            WebhookName = origin.WebhookName,
            ApplicationId = origin.ApplicationId ?? (author.Bot && origin.WebhookId is null ? world.Application.Id : null),
            InteractionMetadata = origin.InteractionMetadata,
            EphemeralTo = origin.EphemeralTo,
        };
        MentionResolver.Resolve(world, message, body, origin.MentionsUsersOnly);
        if (message.EphemeralTo is not null)
        {
            message.Pinged = [];
        }

        world.Nonces.Remember(author, body, message);
        if (message.Poll is not null)
        {
            Polls.CloseWhenDue(world, message);
        }

        return message;
    }

    /// <summary>The empty message that a deferral shows until it is edited.</summary>
    public static StoredMessage Placeholder(World world, MessageOrigin origin) => new(origin.Id ?? world.Ids.Next(), origin.Channel, origin.Author, world.Now)
    {
        Type = origin.Type,
        Flags = origin.Flags,
        RepliedTo = origin.RepliedTo,
        WebhookId = origin.WebhookId,
        WebhookName = origin.WebhookName,
        ApplicationId = origin.ApplicationId,
        InteractionMetadata = origin.InteractionMetadata,
        EphemeralTo = origin.EphemeralTo,
    };

    /// <summary>Applies a PATCH; the caller sends it with <see cref="World.Update"/>. Throws, with nothing changed, when the result could not stand.</summary>
    public static void Edit(World world, StoredMessage message, JsonElement body, IReadOnlyList<UploadedFile> files)
    {
        var wasLoading = message.Flags.HasFlag(MessageFlags.Loading);
        var attachments = world.Attachments.Replace(message.Channel.Id, message.Attachments, body, files);
        var content = Present(body, "content", out var text) ? text.ValueKind == JsonValueKind.String ? text.GetString()!.Trim() : "" : message.Content;
        HashSet<ulong> shownInEmbeds = [];
        var embeds = Present(body, "embeds", out _) ? EmbedJson.Complete(body, attachments, out shownInEmbeds) : message.Embeds;
        var components = Present(body, "components", out _) ? ComponentJson.Complete(body, attachments) : message.Components;
        var flags = EditedFlags(message.Flags, body);
        var poll = message.Poll ?? (wasLoading && Present(body, "poll", out var asked) && asked.ValueKind == JsonValueKind.Object ? Polls.Create(asked, world.Now) : null);
        var refusal = PayloadRules.AfterEdit(
            (long)flags, content.Length > 0, embeds.GetArrayLength() > 0, poll is not null, message.Stickers is not null,
            components.GetArrayLength() > 0, attachments.Count > 0);
        if (refusal is not null)
        {
            throw refusal;
        }

        message.Content = content;
        message.Embeds = embeds;
        message.Components = components;
        message.Attachments = AttachmentStore.Json(attachments.Where(a => !shownInEmbeds.Contains(a.Id)));
        message.Flags = flags & ~MessageFlags.Loading;
        if (poll is not null && message.Poll is null)
        {
            message.Poll = poll;
            Polls.CloseWhenDue(world, message);
        }

        if (!wasLoading)
        {
            message.EditedAt = world.Now;
        }

        // An edit shows mentions by its own allowed_mentions but pings nobody anew.
        var pinged = message.Pinged;
        MentionResolver.Resolve(world, message, body, usersOnly: message.WebhookId is not null);
        message.Pinged = pinged;
    }

    private static MessageFlags EditedFlags(MessageFlags flags, JsonElement body)
    {
        if (body.Int("flags") is not { } asked)
        {
            return flags;
        }

        var suppress = (MessageFlags)asked & MessageFlags.SuppressEmbeds;

        // Components V2 can be switched on by an edit and never off again.
        return (flags & ~MessageFlags.SuppressEmbeds) | suppress | ((MessageFlags)asked & MessageFlags.ComponentsV2);
    }

    private static bool Present(JsonElement body, string field, out JsonElement value) => body.TryGetProperty(field, out value);

    private static StoredMessage? ReplyTarget(Channel channel, JsonElement body)
    {
        if (!body.TryGetProperty("message_reference", out var reference) || reference.Id("message_id") is not { } id)
        {
            return null;
        }

        if (reference.Int("type") == 1)
        {
            throw DiscordError.Form("message_reference.type", "BASE_TYPE_CHOICES", "Forwarded messages are outside what this emulator knows.");
        }

        var target = World.Message(channel, id);
        if (target is null && (reference.Bool("fail_if_not_exists") ?? true))
        {
            throw DiscordError.Form("message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message");
        }

        return target;
    }
}
