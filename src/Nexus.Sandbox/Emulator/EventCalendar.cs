namespace Nexus.Sandbox.Emulator;

/// <summary>Begins and ends the scheduled events that take place outside Discord; those in a voice channel wait for people.</summary>
internal sealed class EventCalendar
{
    private const int External = 3;
    private const int Scheduled = 1, Active = 2, Completed = 3;

    private readonly World world;
    private readonly ITimer timer;

    public EventCalendar(World world)
    {
        this.world = world;
        timer = world.Clock.CreateTimer(_ => MoveOn(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        world.Changed += change =>
        {
            if (change.Type.StartsWith("GUILD_SCHEDULED_EVENT_", StringComparison.Ordinal))
            {
                SetTimer();
            }
        };
    }

    private IEnumerable<(ScheduledEvent Event, DateTimeOffset At)> Waiting =>
        from scheduled in world.Guild.ScheduledEvents.Values
        where scheduled is { EntityType: External, RecurrenceRule: null }
        let at = scheduled.Status switch { Scheduled => scheduled.StartsAt, Active => scheduled.EndsAt, _ => null }
        where at is not null
        select (scheduled, at.Value);

    private void MoveOn()
    {
        lock (world.Gate)
        {
            while (Waiting.Where(next => next.At <= world.Now).Select(next => next.Event).FirstOrDefault() is { } due)
            {
                due.Status = due.Status == Scheduled ? Active : Completed;
                world.Dispatch("GUILD_SCHEDULED_EVENT_UPDATE", Intents.ScheduledEvents, due);
            }

            SetTimer();
        }
    }

    private void SetTimer()
    {
        lock (world.Gate)
        {
            var next = Waiting.Select(waiting => waiting.At).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
            var wait = next == DateTimeOffset.MaxValue ? Timeout.InfiniteTimeSpan : next > world.Now ? next - world.Now : TimeSpan.Zero;
            timer.Change(wait, Timeout.InfiniteTimeSpan);
        }
    }
}
