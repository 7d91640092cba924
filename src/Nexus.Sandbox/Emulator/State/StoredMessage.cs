using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>A message as it stands now. JSON parts are immutable: replace them, then tell the world that the message changed.</summary>
internal sealed class StoredMessage(ulong id, Channel channel, User author, DateTimeOffset timestamp) : IJsonWritable
{
    public static readonly JsonElement None = Json.Parse("[]");

    public ulong Id { get; } = id;

    public Channel Channel { get; } = channel;

    public User Author { get; } = author;

    public DateTimeOffset Timestamp { get; } = timestamp;

    public DateTimeOffset? EditedAt { get; set; }

    /// <summary>https://discord.com/developers/docs/resources/message#message-object-message-types</summary>
    public int Type { get; init; }

    public string Content { get; set; } = "";

    public MessageFlags Flags { get; set; }

    public bool Tts { get; init; }

    /// <summary>JSON arrays, checked and complete: components carry their ids, attachments their URLs.</summary>
    public JsonElement Embeds { get; set; } = None;

    public JsonElement Components { get; set; } = None;

    public JsonElement Attachments { get; set; } = None;

    public JsonElement? Stickers { get; init; }

    public StoredPoll? Poll { get; set; }

    /// <summary>What the text mentions, whoever is pinged.</summary>
    public List<User> Mentions { get; set; } = [];

    public List<ulong> MentionRoles { get; set; } = [];

    public bool MentionEveryone { get; set; }

    /// <summary>People whom this message pings, by <c>allowed_mentions</c> and the reply's ping.</summary>
    public HashSet<ulong> Pinged { get; set; } = [];

    /// <summary>JSON string or number as the client sent it.</summary>
    public JsonElement? Nonce { get; init; }

    public StoredMessage? RepliedTo { get; set; }

    /// <summary><c>message_reference</c> when it is more than the reply's: a pin, a crosspost, a forward.</summary>
    public JsonElement? Reference { get; init; }

    public bool HasReference => RepliedTo is not null || Reference is not null;

    public bool Pinned { get; set; }

    public DateTimeOffset? PinnedAt { get; set; }

    public List<Reaction> Reactions { get; } = [];

    public ulong? WebhookId { get; init; }

    public ulong? ApplicationId { get; init; }

    /// <summary>Name shown instead of the author's, for webhooks.</summary>
    public string? WebhookName { get; init; }

    /// <summary><c>interaction_metadata</c> of a message that answers an interaction.</summary>
    public JsonElement? InteractionMetadata { get; init; }

    /// <summary>The only person who sees it.</summary>
    public ulong? EphemeralTo { get; init; }

    /// <summary>Hidden by its reader ("Dismiss message"); ephemeral ones only.</summary>
    public bool Dismissed { get; set; }

    public bool Deleted { get; set; }

    /// <summary>The thread started from this message.</summary>
    public Channel? Thread { get; set; }

    public void WriteTo(Utf8JsonWriter json) => Write(json, viewer: 0, MessageParts.All, nested: false);

    /// <summary><paramref name="viewer"/> decides <c>me</c> of reactions and votes.</summary>
    public void Write(Utf8JsonWriter json, ulong viewer, MessageParts parts, bool nested = false, Member? eventMember = null)
    {
        var all = parts.HasFlag(MessageParts.Content);
        json.WriteStartObject();
        json.WriteId("id", Id);
        json.WriteId("channel_id", Channel.Id);
        if (parts.HasFlag(MessageParts.EventFields) && EphemeralTo is null && Channel.GuildId is { } guild)
        {
            json.WriteId("guild_id", guild);
            if (eventMember is not null)
            {
                json.WritePropertyName("member");
                eventMember.Write(json, withUser: false, null);
            }
        }

        WriteAuthor(json);
        json.WriteNumber("type", Type);
        json.WriteString("content", all ? Content : "");
        json.WriteTime("timestamp", Timestamp);
        json.WriteTime("edited_timestamp", EditedAt);
        json.WriteBoolean("tts", Tts);
        json.WriteBoolean("mention_everyone", MentionEveryone);
        json.WriteArray("mentions", Mentions);
        json.WriteIds("mention_roles", MentionRoles);
        json.WriteRaw("attachments", all ? Attachments : None);
        json.WriteRaw("embeds", all ? Embeds : None);
        json.WriteRaw("components", all ? Components : None);
        json.WriteBoolean("pinned", Pinned);
        json.WriteNumber("flags", (int)Flags);
        WriteOptional(json, viewer, all, nested, parts);
        json.WriteEndObject();
    }

    private void WriteAuthor(Utf8JsonWriter json)
    {
        if (WebhookName is null)
        {
            json.WriteValue("author", Author);
            return;
        }

        json.WriteStartObject("author");
        json.WriteId("id", WebhookId ?? Author.Id);
        json.WriteString("username", WebhookName);
        json.WriteString("discriminator", "0000");
        json.WriteNull("global_name");
        json.WriteNull("avatar");
        json.WriteBoolean("bot", true);
        json.WriteEndObject();
    }

    private void WriteOptional(Utf8JsonWriter json, ulong viewer, bool all, bool nested, MessageParts parts)
    {
        if (Stickers is { } stickers)
        {
            json.WriteRaw("sticker_items", stickers);
        }

        if (all && Poll is { } poll)
        {
            json.WritePropertyName("poll");
            poll.Write(json, viewer);
        }

        if (Reactions.Count > 0)
        {
            WriteReactions(json, viewer);
        }

        if (Nonce is { } nonce && parts.HasFlag(MessageParts.Nonce))
        {
            json.WriteRaw("nonce", nonce);
        }

        if (WebhookId is { } webhook)
        {
            json.WriteId("webhook_id", webhook);
        }

        if (ApplicationId is { } application)
        {
            json.WriteId("application_id", application);
        }

        if (InteractionMetadata is { } metadata)
        {
            json.WriteRaw("interaction_metadata", metadata);
        }

        if (Thread is not null)
        {
            json.WriteValue("thread", Thread);
        }

        WriteReference(json, viewer, nested, parts);
    }

    private void WriteReference(Utf8JsonWriter json, ulong viewer, bool nested, MessageParts parts)
    {
        if (Reference is { } reference)
        {
            json.WriteRaw("message_reference", reference);
        }
        else if (RepliedTo is { } target)
        {
            json.WriteStartObject("message_reference");
            json.WriteNumber("type", 0);
            json.WriteId("message_id", target.Id);
            json.WriteId("channel_id", target.Channel.Id);
            if (target.Channel.GuildId is { } guild)
            {
                json.WriteId("guild_id", guild);
            }

            json.WriteEndObject();
        }

        if (RepliedTo is { } original && !nested)
        {
            json.WritePropertyName("referenced_message");
            if (original.Deleted)
            {
                json.WriteNullValue();
            }
            else
            {
                original.Write(json, viewer, parts & MessageParts.Content, nested: true);
            }
        }
    }

    private void WriteReactions(Utf8JsonWriter json, ulong viewer)
    {
        json.WriteStartArray("reactions");
        foreach (var reaction in Reactions)
        {
            json.WriteStartObject();
            json.WriteNumber("count", reaction.Users.Count);
            json.WriteStartObject("count_details");
            json.WriteNumber("burst", 0);
            json.WriteNumber("normal", reaction.Users.Count);
            json.WriteEndObject();
            json.WriteBoolean("me", reaction.Users.Contains(viewer));
            json.WriteBoolean("me_burst", false);
            json.WriteStartObject("emoji");
            json.WriteId("id", reaction.EmojiId);
            json.WriteString("name", reaction.Name);
            json.WriteEndObject();
            json.WriteStartArray("burst_colors");
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
