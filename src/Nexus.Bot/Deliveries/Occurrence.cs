namespace Nexus.Bot.Deliveries;

/// <summary>One time at which a recurring subject is due.</summary>
/// <param name="Number">Counts them from 0, the missed ones too.</param>
internal sealed record Occurrence(int Number, DateTimeOffset DueAt)
{
    /// <summary>
    /// What comes after an occurrence: the last missed one when any were missed, so that a missed series is one late message;
    /// else the next to come; null when the series has ended.
    /// </summary>
    /// <param name="later">The instants after it, in order; may be endless.</param>
    public static Occurrence? After(int number, IEnumerable<DateTimeOffset> later, DateTimeOffset now)
    {
        Occurrence? next = null;
        foreach (var due in later)
        {
            if (due > now && next is not null)
            {
                break;
            }

            next = new Occurrence(++number, due);
            if (due > now)
            {
                break;
            }
        }

        return next;
    }
}
