using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;

namespace Nexus.Bot.People;

/// <summary>Keeps who was seen where. Most of what happens is by somebody who is known as they are, and costs no query.</summary>
internal sealed class SeenMembers(INexusDbFactory databases, TimeProvider clock)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromDays(1);
    private const int MostKnown = 20_000;

    private readonly ConcurrentDictionary<(Snowflake Guild, Snowflake Person), (string Roles, DateTimeOffset At)> _known = new();

    public async Task SawAsync(Snowflake guild, Snowflake person, Member member, CancellationToken ct)
    {
        var (now, key) = (clock.GetUtcNow(), string.Join(' ', member.Roles));
        if (_known.TryGetValue((guild, person), out var known) && known.Roles == key && now - known.At < Freshness)
        {
            return;
        }

        await using var db = databases.Create();
        var row = await db.In<SeenMember>(guild).SingleOrDefaultAsync(it => it.PersonId == person, ct);
        if (row is null)
        {
            row = new SeenMember { GuildId = guild, PersonId = person };
            db.Add(row);
        }

        (row.JoinedAt, row.Roles, row.SeenAt) = (member.JoinedAt ?? row.JoinedAt, [.. member.Roles.Select(role => role.ToString())], now);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
        {
            // Another event of theirs was quicker.
        }

        if (_known.Count >= MostKnown)
        {
            _known.Clear();
        }

        _known[(guild, person)] = (key, now);
    }

    public async Task LeftAsync(Snowflake guild, Snowflake person, CancellationToken ct)
    {
        await using var db = databases.Create();
        await db.In<SeenMember>(guild).Where(it => it.PersonId == person).ExecuteDeleteAsync(ct);
        _known.TryRemove((guild, person), out _);
    }
}

/// <summary>Who writes is there, with their roles.</summary>
internal sealed class SeesWriters(SeenMembers seen) : IEventHandler<MessageCreateEvent>
{
    public Task HandleAsync(MessageCreateEvent happened, CancellationToken ct) =>
        happened.Message is { GuildId: { } guild, WebhookId: null, Author: { Bot: false } author, Member: { } member }
            ? seen.SawAsync(guild, author.Id, member, ct)
            : Task.CompletedTask;
}

/// <summary>Who uses a command or presses a button as well.</summary>
internal sealed class SeesUsers(SeenMembers seen) : IEventHandler<InteractionCreateEvent>
{
    public Task HandleAsync(InteractionCreateEvent happened, CancellationToken ct) =>
        happened.Interaction is { GuildId: { } guild, Member: { User: { Bot: false } user } member } ? seen.SawAsync(guild, user.Id, member, ct) : Task.CompletedTask;
}

/// <summary>Told only with the members intent.</summary>
internal sealed class ForgetsWhoLeft(SeenMembers seen) : IEventHandler<GuildMemberRemoveEvent>
{
    public Task HandleAsync(GuildMemberRemoveEvent happened, CancellationToken ct) => seen.LeftAsync(happened.Member.GuildId, happened.Member.User.Id, ct);
}
