using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Nexus.Discord.Gateway;

/// <summary>Turns a dispatch into its event. A kind that is not in the table costs a few comparisons and no memory.</summary>
internal static class GatewayEventReader
{
    // The kind that someone waits for comes first.
    private static readonly Kind[] Kinds =
    [
        new Kind<Model.Interaction>("INTERACTION_CREATE", static json => json.Interaction, static d => new InteractionCreateEvent(d)),
        new Kind<Model.Message>("MESSAGE_CREATE", static json => json.Message, static d => new MessageCreateEvent(d)),
        new Kind<Model.Message>("MESSAGE_UPDATE", static json => json.Message, static d => new MessageUpdateEvent(d)),
        new Kind<MessageDeleteEvent>("MESSAGE_DELETE", static json => json.MessageDeleteEvent, static d => d),
        new Kind<MessageReaction>("MESSAGE_REACTION_ADD", static json => json.MessageReaction, static d => new MessageReactionAddEvent(d)),
        new Kind<MessageReaction>("MESSAGE_REACTION_REMOVE", static json => json.MessageReaction, static d => new MessageReactionRemoveEvent(d)),
        new Kind<PollVote>("MESSAGE_POLL_VOTE_ADD", static json => json.PollVote, static d => new PollVoteAddEvent(d)),
        new Kind<PollVote>("MESSAGE_POLL_VOTE_REMOVE", static json => json.PollVote, static d => new PollVoteRemoveEvent(d)),
        new Kind<ReadyEvent>("READY", static json => json.ReadyEvent, static d => d),
        new NoData("RESUMED", static () => new ResumedEvent()),
        new Kind<Model.Guild>("GUILD_CREATE", static json => json.Guild, static d => new GuildCreateEvent(d)),
        new Kind<Model.Guild>("GUILD_UPDATE", static json => json.Guild, static d => new GuildUpdateEvent(d)),
        new Kind<UnavailableGuild>("GUILD_DELETE", static json => json.UnavailableGuild, static d => new GuildDeleteEvent(d)),
        new Kind<Model.Channel>("CHANNEL_CREATE", static json => json.Channel, static d => new ChannelCreateEvent(d)),
        new Kind<Model.Channel>("CHANNEL_UPDATE", static json => json.Channel, static d => new ChannelUpdateEvent(d)),
        new Kind<Model.Channel>("CHANNEL_DELETE", static json => json.Channel, static d => new ChannelDeleteEvent(d)),
        new Kind<Model.Channel>("THREAD_CREATE", static json => json.Channel, static d => new ThreadCreateEvent(d)),
        new Kind<Model.Channel>("THREAD_UPDATE", static json => json.Channel, static d => new ThreadUpdateEvent(d)),
        new Kind<Model.Channel>("THREAD_DELETE", static json => json.Channel, static d => new ThreadDeleteEvent(d)),
        new Kind<GuildMember>("GUILD_MEMBER_ADD", static json => json.GuildMember, static d => new GuildMemberAddEvent(d)),
        new Kind<GuildMember>("GUILD_MEMBER_UPDATE", static json => json.GuildMember, static d => new GuildMemberUpdateEvent(d)),
        new Kind<GuildMember>("GUILD_MEMBER_REMOVE", static json => json.GuildMember, static d => new GuildMemberRemoveEvent(d)),
        new Kind<GuildMembersChunkEvent>("GUILD_MEMBERS_CHUNK", static json => json.GuildMembersChunkEvent, static d => d),
        new Kind<GuildRole>("GUILD_ROLE_CREATE", static json => json.GuildRole, static d => new GuildRoleCreateEvent(d)),
        new Kind<GuildRole>("GUILD_ROLE_UPDATE", static json => json.GuildRole, static d => new GuildRoleUpdateEvent(d)),
        new Kind<GuildRole>("GUILD_ROLE_DELETE", static json => json.GuildRole, static d => new GuildRoleDeleteEvent(d)),
        new Kind<Model.ScheduledEvent>("GUILD_SCHEDULED_EVENT_CREATE", static json => json.ScheduledEvent, static d => new ScheduledEventCreateEvent(d)),
        new Kind<Model.ScheduledEvent>("GUILD_SCHEDULED_EVENT_UPDATE", static json => json.ScheduledEvent, static d => new ScheduledEventUpdateEvent(d)),
        new Kind<Model.ScheduledEvent>("GUILD_SCHEDULED_EVENT_DELETE", static json => json.ScheduledEvent, static d => new ScheduledEventDeleteEvent(d)),
        new Kind<ScheduledEventInterest>("GUILD_SCHEDULED_EVENT_USER_ADD", static json => json.ScheduledEventInterest, static d => new ScheduledEventUserAddEvent(d)),
        new Kind<ScheduledEventInterest>("GUILD_SCHEDULED_EVENT_USER_REMOVE", static json => json.ScheduledEventInterest, static d => new ScheduledEventUserRemoveEvent(d)),
    ];

    /// <summary>The names of every kind that is read.</summary>
    public static IEnumerable<string> Names => Kinds.Select(kind => kind.Name);

    /// <summary>The kind of that name, or null when nobody here reads it.</summary>
    public static Kind? Find(ReadOnlySpan<byte> name)
    {
        foreach (var kind in Kinds)
        {
            if (name.SequenceEqual(kind.Utf8Name))
            {
                return kind;
            }
        }

        return null;
    }

    internal abstract class Kind(string name)
    {
        public string Name { get; } = name;

        public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

        /// <summary>Null, or any exception of the readers, when the data is not what Discord documents.</summary>
        public abstract GatewayEvent? Read(ReadOnlySpan<byte> data);
    }

    private sealed class Kind<T>(string name, Func<DiscordJson, JsonTypeInfo<T>> type, Func<T, GatewayEvent> wrap) : Kind(name)
    {
        public override GatewayEvent? Read(ReadOnlySpan<byte> data) =>
            JsonSerializer.Deserialize(data, type(DiscordJson.Default)) is { } value ? wrap(value) : null;
    }

    private sealed class NoData(string name, Func<GatewayEvent> create) : Kind(name)
    {
        public override GatewayEvent Read(ReadOnlySpan<byte> data) => create();
    }
}
