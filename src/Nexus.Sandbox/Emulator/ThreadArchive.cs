namespace Nexus.Sandbox.Emulator;

/// <summary>Archives threads in which nothing was said for as long as their <c>auto_archive_duration</c>.</summary>
internal sealed class ThreadArchive
{
    private const int Pinned = 1 << 1;
    private readonly World world;
    private readonly ITimer timer;

    public ThreadArchive(World world)
    {
        this.world = world;
        timer = world.Clock.CreateTimer(_ => ArchiveDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        world.Changed += change =>
        {
            // A message only puts the time off: the timer then finds nothing due and is set anew.
            if (change.Type is "THREAD_CREATE" or "THREAD_UPDATE")
            {
                SetTimer();
            }
        };
    }

    private static DateTimeOffset DueAt(Channel thread) => thread.Thread!.ActiveAt + TimeSpan.FromMinutes(thread.Thread.AutoArchiveMinutes);

    private IEnumerable<Channel> Waiting => world.Guild.ActiveThreads.Where(thread => (thread.Flags & Pinned) == 0);

    private void ArchiveDue()
    {
        lock (world.Gate)
        {
            foreach (var thread in Waiting.Where(thread => DueAt(thread) <= world.Now).ToList())
            {
                thread.Thread!.Archived = true;
                thread.Thread.ArchiveTimestamp = world.Now;
                world.DispatchChannel("THREAD_UPDATE", thread);
            }

            SetTimer();
        }
    }

    private void SetTimer()
    {
        lock (world.Gate)
        {
            var next = Waiting.Select(DueAt).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
            var wait = next == DateTimeOffset.MaxValue ? Timeout.InfiniteTimeSpan : next > world.Now ? next - world.Now : TimeSpan.Zero;
            timer.Change(wait, Timeout.InfiniteTimeSpan);
        }
    }
}
