using System.Collections.Concurrent;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.People;

/// <summary>Who is on a server. For jobs and follow-ups: it asks Discord, and a large server takes several requests.</summary>
internal sealed class GuildMembers(IDiscordRest discord, TimeProvider clock)
{
    public static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private const int PageSize = 1000;

    private readonly ConcurrentDictionary<Snowflake, (IReadOnlyList<Member> Members, long ReadAt)> _known = new();

    /// <summary>Everyone but bots; null when Discord does not tell, because the privileged members intent is not granted.</summary>
    public async Task<IReadOnlyList<Member>?> OfAsync(Snowflake guild, RequestOptions? options, CancellationToken ct)
    {
        if (_known.TryGetValue(guild, out var known) && clock.GetElapsedTime(known.ReadAt) < Freshness)
        {
            return known.Members;
        }

        var members = new List<Member>();
        Snowflake? after = null;
        while (true)
        {
            IReadOnlyList<Member> page;
            try
            {
                page = await discord.GetMembersAsync(guild, after, PageSize, options, ct);
            }
            catch (DiscordApiException refused) when (refused is { Status: 403 })
            {
                return null;
            }

            members.AddRange(page.Where(member => member.User is { Bot: not true }));
            if (page.Count < PageSize)
            {
                break;
            }

            after = page.Max(member => member.User?.Id);
        }

        _known[guild] = (members, clock.GetTimestamp());
        return members;
    }
}
