using Xunit.Abstractions;

namespace Nexus.Sandbox.Tests;

public sealed class DiscordJsTests(ITestOutputHelper output)
{
    [PeerFact]
    public async Task Discord_js_does_on_the_sandbox_what_a_bot_does_on_Discord()
    {
        await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions { Page = false });

        var (exitCode, said) = await Peers.RunAsync("discordjs.mjs", sandbox.BaseAddress.ToString().TrimEnd('/'));

        output.WriteLine(said);
        Assert.True(exitCode == 0, said);
    }
}
