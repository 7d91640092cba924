namespace Nexus.Bot.Features.Ideas.Card;

/// <summary>
/// Writes of votes and of what is drawn of them, one after another. SQLite takes one writer at a time: who waits for it there holds
/// a thread, and in a rush may wait in vain, since nobody there stands in line.
/// </summary>
internal static class VoteTurn
{
    private static readonly SemaphoreSlim s_turn = new(1, 1);

    public static async Task TakeAsync(Func<Task> write, CancellationToken ct)
    {
        await s_turn.WaitAsync(ct);
        try
        {
            await write();
        }
        finally
        {
            s_turn.Release();
        }
    }
}
