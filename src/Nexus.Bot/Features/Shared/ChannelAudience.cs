using System.Globalization;
using Nexus.Bot.People;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Shared;

/// <summary>Who can read a channel. Bots are nobody. For jobs and follow-ups: it asks Discord.</summary>
internal sealed class ChannelAudience(IDiscordRest discord, GuildMembers members)
{
    /// <param name="role">Only its holders count; the server's own id is everyone.</param>
    /// <exception cref="DiscordApiException">The channel or the server cannot be read.</exception>
    public async Task<Readers> OfAsync(Snowflake guild, Snowflake channel, Snowflake? role, RequestOptions? options, CancellationToken ct)
    {
        var place = await ChannelAccess.PlaceAsync(discord, channel, options, ct);
        return await OfAsync(await discord.GetGuildAsync(guild, withCounts: true, options, ct), place, role, options, ct);
    }

    /// <param name="server">With its counts.</param>
    /// <param name="place">No thread.</param>
    /// <param name="role">Only its holders count; the server's own id is everyone.</param>
    public async Task<Readers> OfAsync(Guild server, Channel place, Snowflake? role, RequestOptions? options, CancellationToken ct)
    {
        var guild = server.Id;
        return await members.OfAsync(guild, options, ct) is { } everyone
            ? new Readers([.. everyone.Where(member => CanRead(member, place, server) && Holds(member, role, guild)).Select(member => member.User!.Id)], null)
            : new Readers(null, server.ApproximateMemberCount);
    }

    private static bool CanRead(Member member, Channel channel, Guild guild) =>
        member.User is { } user
        && (user.Id == guild.OwnerId || ChannelAccess.Of(user.Id, member.Roles, guild.Roles, channel, guild.Id).HasFlag(Permissions.ViewChannel));

    private static bool Holds(Member member, Snowflake? role, Snowflake guild) =>
        role is not { } asked || asked == guild || member.Roles.Contains(asked);
}

/// <param name="People">In no order; null when Discord does not tell, because the members intent is off.</param>
/// <param name="AtMost">Then, about how many the whole server has, bots included.</param>
internal sealed record Readers(IReadOnlyList<Snowflake>? People, int? AtMost)
{
    /// <summary>"1 person", "23 people", "at most about 120 people"; null when nothing is known.</summary>
    public string? Words => (People?.Count, AtMost) switch
    {
        (1, _) => "1 person",
        ({ } exactly, _) => string.Create(CultureInfo.InvariantCulture, $"{exactly} people"),
        (_, { } most) => string.Create(CultureInfo.InvariantCulture, $"at most about {most} people"),
        _ => null,
    };
}
