using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Times;
using Nexus.Discord;
using NodaTime;

namespace Nexus.Bot.People;

/// <param name="IsOwn">The person chose it; else it is the server's, or UTC.</param>
internal sealed record PersonZone(DateTimeZone Zone, bool IsOwn);

/// <summary>
/// The time zone of each person, kept in memory: it is read with every letter of a time that is typed. Another instance notices a
/// change within <see cref="GuildConfigurations.Freshness"/>.
/// </summary>
internal sealed class PersonZones(INexusDbFactory databases, GuildConfigurations configurations, TimeProvider clock)
{
    private const int MostKnown = 20_000;

    private readonly ConcurrentDictionary<Snowflake, (string? Id, long ReadAt)> _known = new();

    /// <param name="guild">Whose zone holds for somebody who has chosen none.</param>
    public async ValueTask<PersonZone> OfAsync(Snowflake person, Snowflake? guild, CancellationToken ct)
    {
        if (await ChosenAsync(person, ct) is { } chosen)
        {
            return new PersonZone(Zones.Named(chosen), IsOwn: true);
        }

        return new PersonZone(Zones.Named(guild is { } server ? (await configurations.OfAsync(server, ct)).TimeZone : null), IsOwn: false);
    }

    /// <summary>Of many people at once, for jobs.</summary>
    public async Task<IReadOnlyDictionary<Snowflake, DateTimeZone>> ChosenByAsync(IReadOnlyCollection<Snowflake> people, CancellationToken ct)
    {
        await using var db = databases.Create();
        return await db.OfEverybody<PersonSettings>()
            .Where(person => people.Contains(person.UserId) && person.TimeZone != null)
            .ToDictionaryAsync(person => person.UserId, person => Zones.Named(person.TimeZone), ct);
    }

    /// <param name="zone">An IANA name as <see cref="Zones.Spelled"/> gives it; null takes the choice back.</param>
    public async Task ChooseAsync(NexusDb db, Snowflake person, string? zone, CancellationToken ct)
    {
        var settings = await db.Of<PersonSettings>(person).SingleOrDefaultAsync(ct);
        if (settings is null)
        {
            settings = new PersonSettings { UserId = person };
            db.Add(settings);
        }

        (settings.TimeZone, settings.UpdatedAt) = (zone, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        _known.TryRemove(person, out _);
    }

    /// <summary>Whether to ask somebody who has chosen no zone for theirs: true once, and never again.</summary>
    public async Task<bool> AsksAsync(Snowflake person, CancellationToken ct)
    {
        await using var db = databases.Create();
        var settings = await db.Of<PersonSettings>(person).SingleOrDefaultAsync(ct);
        if (settings is { TimeZone: not null } or { AskedAt: not null })
        {
            return false;
        }

        if (settings is null)
        {
            settings = new PersonSettings { UserId = person };
            db.Add(settings);
        }

        settings.AskedAt = clock.GetUtcNow();
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
        {
            return false; // two reminders at once: the other one asks
        }

        return true;
    }

    private async ValueTask<string?> ChosenAsync(Snowflake person, CancellationToken ct)
    {
        if (_known.TryGetValue(person, out var known) && clock.GetElapsedTime(known.ReadAt) < GuildConfigurations.Freshness)
        {
            return known.Id;
        }

        await using var db = databases.Create();
        var chosen = await db.Of<PersonSettings>(person).Select(settings => settings.TimeZone).SingleOrDefaultAsync(ct);
        if (_known.Count >= MostKnown)
        {
            _known.Clear();
        }

        _known[person] = (chosen, clock.GetTimestamp());
        return chosen;
    }
}
