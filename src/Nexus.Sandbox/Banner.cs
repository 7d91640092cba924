using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox;

/// <summary>What is printed once everything listens: how to get in, for people and for clients.</summary>
internal static class Banner
{
    public static string Of(SandboxHost sandbox, bool withBot) => $"""

        The Nexus sandbox is running: a Discord of its own, on this machine only.

          Page            {sandbox.BaseAddress}
          API base        {sandbox.ApiBase.ToString().TrimEnd('/')}
          Bot token       {sandbox.World.Application.Token}
          Application id  {Snowflakes.Text(sandbox.World.Application.Id)}
          Server          {sandbox.World.Guild.Name} ({Snowflakes.Text(sandbox.World.Guild.Id)}), {sandbox.World.Guild.Members.Count} members
          Bot             {(withBot ? "Nexus, in this process" : "none: connect your own client with the token above")}

        Ctrl+C stops it.
        """;
}
