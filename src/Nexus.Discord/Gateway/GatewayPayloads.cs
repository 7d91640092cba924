using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Nexus.Discord.Model;

namespace Nexus.Discord.Gateway;

/// <summary>The frames this client sends. <see href="https://discord.com/developers/docs/events/gateway-events#send-events"/></summary>
internal static class GatewayPayloads
{
    /// <summary>Discord answers a longer frame with close code 4002.</summary>
    public const int MaxBytes = 4096;

    public static byte[] Heartbeat(long? sequence)
    {
        if (sequence is null)
        {
            return """{"op":1,"d":null}"""u8.ToArray();
        }

        Span<byte> frame = stackalloc byte[40];
        """{"op":1,"d":"""u8.CopyTo(frame);
        Utf8Formatter.TryFormat(sequence.Value, frame[12..], out var digits);
        frame[12 + digits] = (byte)'}';
        return frame[..(13 + digits)].ToArray();
    }

    public static byte[] Identify(DiscordOptions options, string? activity, PresenceStatus status) =>
        Frame(GatewayOpcode.Identify, d =>
        {
            d.WriteString("token"u8, options.Token);
            d.WriteNumber("intents"u8, (int)options.Intents);
            d.WriteStartObject("properties"u8);
            d.WriteString("os"u8, OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux");
            d.WriteString("browser"u8, "Nexus");
            d.WriteString("device"u8, "Nexus");
            d.WriteEndObject();
            d.WriteNumber("large_threshold"u8, 50);
            d.WriteStartArray("shard"u8);
            d.WriteNumberValue(options.ShardId);
            d.WriteNumberValue(options.ShardCount);
            d.WriteEndArray();
            d.WriteStartObject("presence"u8);
            WritePresence(d, activity, status);
            d.WriteEndObject();
        });

    public static byte[] Resume(string token, GatewayResume resume) =>
        Frame(GatewayOpcode.Resume, d =>
        {
            d.WriteString("token"u8, token);
            d.WriteString("session_id"u8, resume.SessionId);
            d.WriteNumber("seq"u8, resume.Sequence);
        });

    /// <exception cref="ArgumentException">The frame would be over 4096 bytes.</exception>
    public static byte[] Presence(string? activity, PresenceStatus status) =>
        Frame(GatewayOpcode.PresenceUpdate, d => WritePresence(d, activity, status));

    /// <exception cref="ArgumentException">Over one of the limits of <see cref="GuildMembersRequest"/>.</exception>
    public static byte[] RequestGuildMembers(GuildMembersRequest request)
    {
        if (request.UserIds.Count > 100)
        {
            throw new ArgumentException("At most 100 members can be asked for by id.", nameof(request));
        }

        if (request.Nonce is { } nonce && Encoding.UTF8.GetByteCount(nonce) > 32)
        {
            throw new ArgumentException("The nonce is over 32 bytes; Discord would leave it out of the answer.", nameof(request));
        }

        return Frame(GatewayOpcode.RequestGuildMembers, d =>
        {
            d.WriteString("guild_id"u8, request.Guild.ToString());
            if (request.UserIds.Count > 0)
            {
                d.WriteStartArray("user_ids"u8);
                foreach (var user in request.UserIds)
                {
                    d.WriteStringValue(user.ToString());
                }

                d.WriteEndArray();
            }
            else
            {
                d.WriteString("query"u8, request.Query);
            }

            d.WriteNumber("limit"u8, request.UserIds.Count > 0 ? 0 : request.Limit);
            if (request.Nonce is not null)
            {
                d.WriteString("nonce"u8, request.Nonce);
            }
        });
    }

    private static void WritePresence(Utf8JsonWriter d, string? activity, PresenceStatus status)
    {
        d.WriteNull("since"u8);
        d.WriteStartArray("activities"u8);
        if (!string.IsNullOrEmpty(activity))
        {
            d.WriteStartObject();
            d.WriteString("name"u8, "Custom Status"); // type 4 shows only the state, but the name may not be empty
            d.WriteNumber("type"u8, 4);
            d.WriteString("state"u8, activity);
            d.WriteEndObject();
        }

        d.WriteEndArray();
        d.WriteString("status"u8, status switch
        {
            PresenceStatus.Idle => "idle",
            PresenceStatus.DoNotDisturb => "dnd",
            PresenceStatus.Invisible => "invisible",
            _ => "online",
        });
        d.WriteBoolean("afk"u8, false);
    }

    private static byte[] Frame(GatewayOpcode opcode, Action<Utf8JsonWriter> writeData)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("op"u8, (int)opcode);
            json.WriteStartObject("d"u8);
            writeData(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenCount <= MaxBytes
            ? buffer.WrittenSpan.ToArray()
            : throw new ArgumentException($"A gateway frame may be {MaxBytes} bytes; this one (op {(int)opcode}) would be {buffer.WrittenCount}.");
    }
}
