using System.Collections.Concurrent;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.People;

/// <summary>Who is on a server. For jobs and follow-ups: it asks Discord, and a large server takes several requests.</summary>
internal sealed class GuildMembers(IDiscordRest discord, TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private const int PageSize = 1000;

    private readonly ConcurrentDictionary<Snowflake, (IReadOnlyList<Member>? Members, long ReadAt)> _known = new();

    // Hundreds of messages may ask at once: one reads, the others find it read.
    private readonly SemaphoreSlim _reading = new(1, 1);

    /// <summary>Everyone but bots; null when Discord does not tell, because the privileged members intent is not granted.</summary>
    public async Task<IReadOnlyList<Member>?> OfAsync(Snowflake guild, RequestOptions? options, CancellationToken ct)
    {
        if (IsKnown(guild, out var members))
        {
            return members;
        }

        await _reading.WaitAsync(ct);
        try
        {
            if (!IsKnown(guild, out members))
            {
                members = await ReadAsync(guild, options, ct);
                _known[guild] = (members, clock.GetTimestamp());
            }

            return members;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private bool IsKnown(Snowflake guild, out IReadOnlyList<Member>? members)
    {
        var isKnown = _known.TryGetValue(guild, out var known) && clock.GetElapsedTime(known.ReadAt) < Freshness;
        members = known.Members;
        return isKnown;
    }

    private async Task<IReadOnlyList<Member>?> ReadAsync(Snowflake guild, RequestOptions? options, CancellationToken ct)
    {
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
                return members;
            }

            after = page.Max(member => member.User?.Id);
        }
    }
}
