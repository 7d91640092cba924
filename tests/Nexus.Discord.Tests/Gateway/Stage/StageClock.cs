using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Nexus.Discord.Tests.Gateway.Stage;

/// <summary>A clock that tests move by hand and that tells them when somebody has begun to wait, so that they never move it too early.</summary>
internal sealed class StageClock : FakeTimeProvider
{
    private static readonly TimeSpan Handshake = TimeSpan.FromSeconds(30);

    private readonly Channel<TimeSpan> _pauses = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime != Timeout.InfiniteTimeSpan && dueTime != Handshake)
        {
            _pauses.Writer.TryWrite(dueTime);
        }

        return timer;
    }

    /// <summary>The length of the next pause the client makes; it has begun when this returns.</summary>
    public async Task<TimeSpan> PauseAsync() => await _pauses.Reader.ReadAsync().AsTask().WaitAsync(Patience.Span);

    /// <summary>Lets the client's next pause pass, however long it is.</summary>
    public async Task<TimeSpan> PassPauseAsync()
    {
        var pause = await PauseAsync();
        Advance(pause);
        return pause;
    }
}
