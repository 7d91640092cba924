using System.Text.Json;

namespace Nexus.Discord.Gateway;

/// <summary>
/// One gateway message, taken apart without copying: its opcode, its sequence number, its event name and the bytes of <c>d</c>.
/// <see href="https://discord.com/developers/docs/events/gateway-events#payload-structure"/>
/// </summary>
internal readonly ref struct GatewayFrame
{
    public required GatewayOpcode Opcode { get; init; }

    /// <summary>Null on everything but a dispatch.</summary>
    public long? Sequence { get; init; }

    /// <summary>The event's name in UTF-8, empty on everything but a dispatch.</summary>
    public ReadOnlySpan<byte> EventName { get; init; }

    /// <summary>The JSON of <c>d</c>; empty when the field is missing.</summary>
    public ReadOnlySpan<byte> Data { get; init; }

    /// <summary>False when <paramref name="message"/> is not one JSON object with a whole-number <c>op</c>.</summary>
    public static bool TryParse(ReadOnlySpan<byte> message, out GatewayFrame frame)
    {
        frame = default;
        int? opcode = null;
        long? sequence = null;
        ReadOnlySpan<byte> name = default, data = default;
        try
        {
            var reader = new Utf8JsonReader(message);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var field = reader.ValueSpan.Length <= 2 ? Field(ref reader) : (byte)0;
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                switch (field)
                {
                    case (byte)'o' when reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var op):
                        opcode = op;
                        break;
                    case (byte)'s' when reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var s):
                        sequence = s;
                        break;
                    case (byte)'t' when reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped:
                        name = reader.ValueSpan;
                        break;
                    case (byte)'d':
                        reader.Skip();
                        data = message[start..(int)reader.BytesConsumed];
                        break;
                    default:
                        reader.Skip();
                        break;
                }
            }

            if (opcode is null || reader.TokenType != JsonTokenType.EndObject || reader.Read())
            {
                return false;
            }
        }
        catch (JsonException)
        {
            return false;
        }

        frame = new GatewayFrame { Opcode = (GatewayOpcode)opcode.Value, Sequence = sequence, EventName = name, Data = data };
        return true;
    }

    private static byte Field(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("op"u8))
        {
            return (byte)'o';
        }

        var one = reader.ValueSpan;
        return one.Length == 1 && (one[0] is (byte)'s' or (byte)'t' or (byte)'d') ? one[0] : (byte)0;
    }
}
