using Nexus.Discord.Model;

namespace Nexus.Bot.Deliveries;

/// <summary>
/// Finds a delivery's message again in its channel. A nonce is forgotten after minutes and is not part of a message that is read
/// back, so the card's component id, which readers do not see, carries a number made from it.
/// </summary>
internal static class DeliveryMark
{
    // Discord numbers components without an id from 1: stay clear of those.
    private const uint Lowest = 1 << 24;

    /// <summary>FNV-1a of the nonce as a positive component id.</summary>
    public static int Of(string nonce)
    {
        var hash = 2_166_136_261u;
        foreach (var c in nonce)
        {
            hash = (hash ^ c) * 16_777_619u;
        }

        return (int)((hash % (int.MaxValue - Lowest)) + Lowest);
    }

    public static bool IsOn(Message message, string nonce) =>
        message.Author is { Bot: true }
        && (message.Nonce == nonce || message.Components.Any(component => component is Container { Id: { } id } && id == Of(nonce)));
}
