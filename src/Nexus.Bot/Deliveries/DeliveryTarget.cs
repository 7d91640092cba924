using Nexus.Discord;

namespace Nexus.Bot.Deliveries;

/// <summary>Where a message goes, and where it goes instead when it cannot go there.</summary>
internal sealed record DeliveryTarget(Snowflake? Channel, Snowflake? Person, bool DmFirst)
{
    public Snowflake First => (DmFirst ? Person : Channel) ?? throw new InvalidOperationException("The first place is missing.");

    /// <param name="orDmOf">Who gets it as a DM when the channel is gone or closed to the bot.</param>
    public static DeliveryTarget In(Snowflake channel, Snowflake? orDmOf = null) => new(channel, orDmOf, DmFirst: false);

    /// <param name="orIn">The channel it goes to when the person takes no DMs.</param>
    public static DeliveryTarget DmOf(Snowflake person, Snowflake? orIn = null) => new(orIn, person, DmFirst: true);
}
