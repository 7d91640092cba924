using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Who sends a message where, beside what the request body says.</summary>
internal sealed record MessageOrigin(Channel Channel, User Author)
{
    public int Type { get; init; }

    public ulong? WebhookId { get; init; }

    public string? WebhookName { get; init; }

    public ulong? ApplicationId { get; init; }

    public JsonElement? InteractionMetadata { get; init; }

    public ulong? EphemeralTo { get; init; }

    /// <summary>Flags the sender sets whatever the body says: loading, ephemeral.</summary>
    public MessageFlags Flags { get; init; }

    /// <summary>Id to take, where it is not a new one: the first message of a forum post.</summary>
    public ulong? Id { get; init; }

    /// <summary>Interactions and webhooks mention users only, unless the body says otherwise.</summary>
    public bool MentionsUsersOnly { get; init; }

    public StoredMessage? RepliedTo { get; init; }
}
