using Nexus.Bot.Tests.Support;
using Nexus.Sandbox.Control;
using Nexus.Sandbox.Emulator;

namespace Nexus.Bot.Tests.Stories;

/// <summary>The network misbehaves in every way the sandbox knows; people must not notice more than they have to.</summary>
[Collection(Alone.Name)]
public sealed class FaultStories
{
    private const int Commands = 500;
    private const int PerRound = 25;

    /// <summary>One a round, in turn. Only a lost session is not here: Discord itself forgets what happens without one.</summary>
    private static readonly string[] s_faults =
    [
        """{"gateway":{"close":"drop"}}""",
        """{"rest":{"status":429,"scope":"user","count":3}}""",
        """{"gateway":{"op":7}}""",
        """{"rest":{"status":500,"count":3}}""",
        """{"gateway":{"op":9,"d":true}}""",
        """{"rest":{"status":429,"scope":"shared","count":3}}""",
        """{"gateway":{"duplicate":true}}""",
        """{"gateway":{"close":4000}}""",
        """{"rest":{"status":429,"scope":"global","count":2}}""",
        """{"rest":{"status":502,"count":3}}""",
    ];

    [Fact]
    public async Task Five_hundred_commands_are_each_answered_once_and_in_time_while_everything_breaks()
    {
        await using var world = await SandboxWorld.StartAsync();
        var people = world.Everyone;
        var (identifies, resumes) = (world.Count(Counter.Identifies), world.Count(Counter.Resumes));
        var outcomes = new List<Outcome>();

        for (var round = 0; round < Commands / PerRound; round++)
        {
            // A refused request is planned before the people act, so that it meets their answers; a broken connection is met midway.
            var fault = s_faults[round % s_faults.Length];
            var planned = fault.Contains("rest", StringComparison.Ordinal);
            if (planned)
            {
                await world.BreakAsync(fault);
            }

            var running = Enumerable.Range(0, PerRound).Select(n => people[((round * PerRound) + n) % people.Count]
                .RunAsync("/topic lookup", new { query = n % 2 == 0 ? "drf" : "celry", @private = true })).ToList();
            if (!planned)
            {
                await world.BreakAsync(fault);
            }

            outcomes.AddRange(await Task.WhenAll(running));
            await world.MendAsync();
            await world.WaitForSessionAsync();
            if (round == 10)
            {
                await world.BreakAsync("""{"gateway":{"op":9,"d":false}}""");
                await world.WaitForSessionAsync();
            }
        }

        Assert.Equal(Commands, outcomes.Count);
        Assert.All(outcomes, outcome =>
        {
            Assert.Equal(OutcomeStatus.Replied, outcome.Status);
            Assert.Contains("hub: ", outcome.Text, StringComparison.Ordinal);
            Assert.InRange(outcome.AckMs ?? double.MaxValue, 0, 3000);
        });

        Assert.Equal(0, world.Count(Counter.DoubleAcks));
        Assert.Equal(0, world.Count(Counter.Late));
        Assert.Equal(identifies + 1, world.Count(Counter.Identifies));
        Assert.InRange(world.Count(Counter.Resumes) - resumes, 6, long.MaxValue);
    }

    [Fact]
    public async Task A_restart_in_the_middle_of_work_finishes_what_runs_and_takes_up_the_rest()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (identifies, resumes) = (world.Count(Counter.Identifies), world.Count(Counter.Resumes));

        // Slow answers keep the bot busy while it is told to stop.
        await world.BreakAsync("""{"rest":{"delay_ms":400,"count":20,"route":"POST /interactions"}}""");
        var running = world.Everyone.Select(person => person.RunAsync("/topic lookup", new { query = "drf" })).ToList();
        await world.RestartBotAsync();

        Assert.All(await Task.WhenAll(running), outcome => Assert.Equal(OutcomeStatus.Replied, outcome.Status));
        Assert.Equal(running.Count, SandboxWorld.Read(world.As("ada"), "general", "hub: django-rest-framework").Count);
        Assert.Equal((identifies, resumes + 1), (world.Count(Counter.Identifies), world.Count(Counter.Resumes)));
    }
}
