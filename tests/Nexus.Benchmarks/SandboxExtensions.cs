using Nexus.Sandbox;

namespace Nexus.Benchmarks;

/// <summary>What a bot outside the sandbox's process needs to be told, and whom the load is made by.</summary>
internal static class SandboxExtensions
{
    public static BotConnection Connection(this SandboxHost sandbox) =>
        new(sandbox.ApiBase, sandbox.World.Application.Token, sandbox.World.Application.Id, sandbox.Clock, sandbox.DatabasePath);

    public static string[] People(this SandboxHost sandbox, int count) =>
        [.. sandbox.World.Guild.Members.Values.Where(member => !member.User.Bot).Take(count).Select(member => member.User.Username)];

    /// <summary>Waits until the connected bot has published a command.</summary>
    public static async Task UntilCommandIsOfferedAsync(this SandboxHost sandbox, string name, CancellationToken ct)
    {
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        while (!Offered())
        {
            await poll.WaitForNextTickAsync(ct);
        }

        bool Offered()
        {
            lock (sandbox.World.Gate)
            {
                return sandbox.World.Commands.Values.Any(command => command.Name == name);
            }
        }
    }
}
