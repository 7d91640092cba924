using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.People;

/// <summary>Everyone on a server as far as the bot may know. For jobs and follow-ups: it asks Discord.</summary>
internal sealed class KnownMembers(INexusDbFactory databases, GuildMembers members, IDiscordRest discord)
{
    public async Task<MembersKnown> OfAsync(Snowflake guild, RequestOptions? options, CancellationToken ct)
    {
        var server = await discord.GetGuildAsync(guild, withCounts: true, options, ct);
        if (await members.OfAsync(guild, options, ct) is { } all)
        {
            return new MembersKnown(server, [.. all.Select(member => new KnownMember(member.User!.Id, member.Roles, member.JoinedAt))], IsAll: true);
        }

        await using var db = databases.Create();
        var seen = await db.In<SeenMember>(guild).AsNoTracking().ToListAsync(ct);
        return new MembersKnown(server, [.. seen.Select(one => new KnownMember(one.PersonId, [.. one.Roles.Select(role => Snowflake.Parse(role))], one.JoinedAt))], IsAll: false);
    }
}

internal sealed record KnownMember(Snowflake Id, IReadOnlyList<Snowflake> Roles, DateTimeOffset? JoinedAt);

/// <param name="Server">With its counts.</param>
/// <param name="IsAll">False when Discord does not tell who is there: then it is whoever was seen writing or pressing something, some of whom may have left.</param>
internal sealed record MembersKnown(Guild Server, IReadOnlyList<KnownMember> Members, bool IsAll)
{
    private const Permissions Runs = Permissions.Administrator | Permissions.ManageGuild;

    /// <summary>Neither mentors nor those who run the server.</summary>
    public IEnumerable<KnownMember> But(Snowflake? mentorRole)
    {
        var running = Server.Roles.Where(role => (role.Permissions & Runs) != Permissions.None).Select(role => role.Id).ToHashSet();
        return Members.Where(member => member.Id != Server.OwnerId && !(mentorRole is { } mentor && member.Roles.Contains(mentor)) && !member.Roles.Any(running.Contains));
    }
}
