using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

internal sealed partial class World
{
    /// <summary>Raised with the gate held, once per change: take note, do the work elsewhere.</summary>
    public event Action<WorldChange>? Changed;

    /// <summary>The gateway, once it is there.</summary>
    public IDispatchSink? Gateway { get; set; }

    /// <summary>Sends an event to every session that asked for one of the intents and tells the page.</summary>
    public void Dispatch(string type, Intents intents, Action<Utf8JsonWriter> payload, ulong? channelId = null) =>
        Dispatch(new DispatchEvent(type, intents, Json.Write(payload)), channelId);

    public void Dispatch(string type, Intents intents, IJsonWritable payload, ulong? channelId = null) =>
        Dispatch(new DispatchEvent(type, intents, Json.Write(payload)), channelId);

    public void Dispatch(DispatchEvent dispatch, ulong? channelId = null)
    {
        lock (Gate)
        {
            Gateway?.Dispatch(dispatch);
            Changed?.Invoke(new WorldChange(dispatch.Type, channelId));
        }
    }

    /// <summary>An event about a channel or thread: nobody but those who see the channel may learn of it.</summary>
    public void DispatchChannel(string type, Channel channel, bool? newlyCreated = null)
    {
        lock (Gate)
        {
            if (BotSees(channel))
            {
                Dispatch(type, Intents.Guilds, json => channel.Write(json, BotUser.Id, null, newlyCreated), channel.Id);
            }
            else
            {
                RaiseChanged(type, channel.Id);
            }
        }
    }

    /// <summary>An event of a member: MEMBER_UPDATE and the like, with guild_id beside the member's fields.</summary>
    public void DispatchMember(string type, Member member)
    {
        lock (Gate)
        {
            member.Touch();
            Dispatch(type, Intents.GuildMembers, json =>
            {
                json.WriteStartObject();
                json.WriteId("guild_id", Guild.Id);
                json.WriteValue("user", member.User);
                json.WriteString("nick", member.Nick);
                json.WriteNull("avatar");
                json.WriteIds("roles", member.Roles);
                json.WriteTime("joined_at", member.JoinedAt);
                json.WriteBoolean("deaf", false);
                json.WriteBoolean("mute", false);
                json.WriteBoolean("pending", false);
                json.WriteTime("communication_disabled_until", member.TimedOutUntil);
                json.WriteNumber("flags", 0);
                json.WriteEndObject();
            });
        }
    }

    /// <summary>Tells the page of something that is no gateway event.</summary>
    public void RaiseChanged(string type, ulong? channelId = null)
    {
        lock (Gate)
        {
            Changed?.Invoke(new WorldChange(type, channelId));
        }
    }
}
