namespace Nexus.Sandbox.Emulator;

/// <summary>Counts identifies: so many a day, and one per shard key every few seconds.</summary>
internal sealed class IdentifyBudget(TimeProvider clock, GatewayLimits limits)
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, DateTimeOffset> latest = [];
    private DateTimeOffset resets;
    private int used;

    public (int Total, int Remaining, TimeSpan ResetAfter, int MaxConcurrency) State()
    {
        lock (gate)
        {
            Renew();
            return (limits.IdentifyBudget, Math.Max(0, limits.IdentifyBudget - used), resets - clock.GetUtcNow(), limits.MaxConcurrency);
        }
    }

    /// <summary>False when this shard's turn has not come or the day's budget is spent.</summary>
    public bool TryTake(int shard)
    {
        lock (gate)
        {
            Renew();
            var now = clock.GetUtcNow();
            var key = shard % limits.MaxConcurrency;
            if (used >= limits.IdentifyBudget || (latest.TryGetValue(key, out var last) && now - last < limits.IdentifyInterval))
            {
                return false;
            }

            latest[key] = now;
            used++;
            return true;
        }
    }

    private void Renew()
    {
        var now = clock.GetUtcNow();
        if (now >= resets)
        {
            resets = now + TimeSpan.FromHours(24);
            used = 0;
        }
    }
}
