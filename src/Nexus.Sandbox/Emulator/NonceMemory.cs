using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Remembers enforced nonces for five minutes, so that a repeated request gets the message it already made.</summary>
/// <remarks>Discord publishes no window ("the past few minutes"); five is the sandbox's choice. Call with the world's gate held.</remarks>
internal sealed class NonceMemory(World world)
{
    private const int SweepAbove = 1000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly Dictionary<(ulong Author, string Nonce), (StoredMessage Message, DateTimeOffset At)> known = [];

    /// <summary>The earlier message of the same author and nonce; 10008 when that one is gone by now.</summary>
    public StoredMessage? Repeated(User author, JsonElement body)
    {
        if (Enforced(body) is not { } nonce || !known.TryGetValue((author.Id, nonce), out var earlier) || world.Now - earlier.At > Window)
        {
            return null;
        }

        return earlier.Message.Deleted ? throw DiscordError.UnknownMessage() : earlier.Message;
    }

    public void Remember(User author, JsonElement body, StoredMessage message)
    {
        if (Enforced(body) is not { } nonce)
        {
            return;
        }

        if (known.Count > SweepAbove)
        {
            foreach (var (key, (_, at)) in known)
            {
                if (world.Now - at > Window)
                {
                    known.Remove(key);
                }
            }
        }

        known[(author.Id, nonce)] = (message, world.Now);
    }

    private static string? Enforced(JsonElement body) =>
        body.Bool("enforce_nonce") == true && body.TryGetProperty("nonce", out var nonce) && nonce.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? nonce.ToString()
            : null;
}
