namespace Nexus.Sandbox.Emulator;

internal sealed partial class World
{
    /// <summary>Uploaded files.</summary>
    public AttachmentStore Attachments => field ??= new AttachmentStore(this);

    /// <summary>Enforced nonces of the last minutes.</summary>
    public NonceMemory Nonces => field ??= new NonceMemory(this);

    /// <summary>Names of the application's own emojis.</summary>
    public SortedDictionary<ulong, string> ApplicationEmojis { get; } = [];

    public SortedDictionary<ulong, Webhook> Webhooks { get; } = [];

    /// <summary>What ends each open poll, by message id.</summary>
    public Dictionary<ulong, ITimer> PollTimers { get; } = [];

    /// <summary>Removes one kind of reaction, or every one, and sends the event for it.</summary>
    public void ClearReactions(StoredMessage message, Reaction? kind = null)
    {
        lock (Gate)
        {
            if (kind is null)
            {
                message.Reactions.Clear();
            }
            else
            {
                message.Reactions.Remove(kind);
            }

            var intent = message.Channel.IsDirect ? Intents.DirectMessageReactions : Intents.GuildMessageReactions;
            Dispatch(kind is null ? "MESSAGE_REACTION_REMOVE_ALL" : "MESSAGE_REACTION_REMOVE_EMOJI", intent, json =>
            {
                json.WriteStartObject();
                WritePlace(json, message);
                if (kind is not null)
                {
                    json.WriteStartObject("emoji");
                    json.WriteId("id", kind.EmojiId);
                    json.WriteString("name", kind.Name);
                    json.WriteEndObject();
                }

                json.WriteEndObject();
            }, message.Channel.Id);
        }
    }
}
