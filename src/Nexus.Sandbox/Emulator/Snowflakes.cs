using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nexus.Sandbox.Emulator;

/// <summary>Makes ids from the clock, each greater than the one before, and reads them from strings and numbers.</summary>
internal sealed class Snowflakes(TimeProvider clock)
{
    private const long Epoch = 1420070400000;
    private readonly Lock gate = new();
    private ulong last;

    public ulong Next()
    {
        lock (gate)
        {
            return last = Math.Max(last + 1, At(clock.GetUtcNow()));
        }
    }

    /// <summary>The smallest id of that millisecond.</summary>
    public static ulong At(DateTimeOffset time) => (ulong)Math.Max(0, time.ToUnixTimeMilliseconds() - Epoch) << 22;

    public static DateTimeOffset TimeOf(ulong id) => DateTimeOffset.FromUnixTimeMilliseconds((long)(id >> 22) + Epoch);

    public static bool TryParse(ReadOnlySpan<char> text, out ulong id) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);

    /// <summary>Clients send ids as strings, and discord.py some of them as numbers.</summary>
    public static bool TryRead(JsonElement value, out ulong id)
    {
        id = 0;
        return value.ValueKind switch
        {
            JsonValueKind.String => TryParse(value.GetString(), out id),
            JsonValueKind.Number => value.TryGetUInt64(out id),
            _ => false,
        };
    }

    public static bool TryRead(JsonNode? value, out ulong id)
    {
        id = 0;
        return value is JsonValue leaf
            && (leaf.TryGetValue<string>(out var text) ? TryParse(text, out id) : leaf.TryGetValue(out id));
    }

    public static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
