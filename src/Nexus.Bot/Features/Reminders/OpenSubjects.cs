using System.Globalization;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Discord;

namespace Nexus.Bot.Features.Reminders;

/// <summary>Everything of the bot's that a person's reminder can be about.</summary>
internal sealed class OpenSubjects(NexusDb db, IEnumerable<IReminderSubject> kinds)
{
    /// <summary>Nothing in a DM: all of it belongs to a server.</summary>
    public async Task<IReadOnlyList<ReminderSubject>> OfAsync(Snowflake? guild, Snowflake person, CancellationToken ct)
    {
        List<ReminderSubject> open = [];
        if (guild is { } server)
        {
            foreach (var kind in kinds)
            {
                open.AddRange(await kind.OpenAsync(db, server, person, ct));
            }
        }

        return open;
    }

    /// <summary>The one that was picked from the list, or the only one with that name; null when that is not clear.</summary>
    public static ReminderSubject? Named(IReadOnlyList<ReminderSubject> open, string about)
    {
        if (about.Split('/') is [var kind, var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && open.FirstOrDefault(subject => subject.Kind == kind && subject.Id == id) is { } picked)
        {
            return picked;
        }

        return open.Where(subject => subject.Name.Equals(about, StringComparison.OrdinalIgnoreCase)).ToList() is [var only] ? only : null;
    }
}
