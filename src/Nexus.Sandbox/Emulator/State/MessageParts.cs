namespace Nexus.Sandbox.Emulator;

/// <summary>Which parts of a message one view of it has.</summary>
[Flags]
internal enum MessageParts
{
    None = 0,

    /// <summary>content, embeds, attachments, components, poll: absent in events for those without the MESSAGE_CONTENT intent.</summary>
    Content = 1,

    /// <summary>guild_id and member, which events have and REST answers lack.</summary>
    EventFields = 2,

    /// <summary>The creator's nonce.</summary>
    Nonce = 4,

    All = Content | Nonce,
}
