using Microsoft.Extensions.Configuration;
using Nexus.Bot;
using Xunit.Abstractions;

namespace Nexus.Sandbox.Tests;

public sealed class BrowserTests(ITestOutputHelper output)
{
    [PeerFact(browser: true)]
    public async Task A_newcomer_finds_her_way_on_the_page()
    {
        await using var sandbox = await SandboxHost.StartAsync(
            new SandboxOptions(),
            connection => NexusBot.Build([], host => host.Configuration.AddInMemoryCollection(connection.Settings), connection.Clock));
        Assert.Null(await DemoProfiles.SayAsync(sandbox));

        var (exitCode, said) = await Peers.RunAsync(
            "browser.mjs", sandbox.BaseAddress.ToString().TrimEnd('/'), Peers.Chromium!, Path.Combine(Peers.Folder!, "..", "..", "artifacts", "browser"));

        output.WriteLine(said);
        Assert.True(exitCode == 0, said);
    }
}
