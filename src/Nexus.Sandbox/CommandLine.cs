using System.Globalization;

namespace Nexus.Sandbox;

/// <summary>Reads <c>--urls, --no-bot, --members, --fresh, --token</c>.</summary>
internal sealed record CommandLine(SandboxOptions Options, bool WithBot, bool Help)
{
    public const string Usage = """
        dotnet run --project src/Nexus.Sandbox -- [options]

          --urls http://127.0.0.1:PORT   where everything listens; loopback only (default http://127.0.0.1:5080)
          --no-bot                       emulator and page only, for another client
          --members N                    fills the demo server up to N members
          --fresh                        forgets the bot's sandbox database and starts clean
          --token T                      the bot token the emulator accepts
        """;

    private const string DefaultUrls = "http://127.0.0.1:5080";

    /// <exception cref="ArgumentException">An option is unknown or wrong; the message says what to write instead.</exception>
    public static CommandLine Parse(IReadOnlyList<string> args, string dataFolder)
    {
        var options = new SandboxOptions { Urls = DefaultUrls };
        var (withBot, help) = (true, false);
        for (var i = 0; i < args.Count; i++)
        {
            var (name, inline) = args[i].Split('=', 2) is [var left, var right] ? (left, right) : (args[i], null);
            switch (name)
            {
                case "--urls":
                    options = options with { Urls = Value() };
                    LoopbackAddress.Require(options.Urls);
                    break;
                case "--no-bot":
                    withBot = false;
                    break;
                case "--members":
                    options = options with { Members = Members(Value()) };
                    break;
                case "--fresh":
                    options = options with { Fresh = true };
                    break;
                case "--token":
                    options = options with { Token = Value() };
                    break;
                case "--help" or "-h":
                    help = true;
                    break;
                default:
                    throw new ArgumentException($"Unknown option {args[i]}.\n\n{Usage}");
            }

            string Value() => inline ?? (++i < args.Count ? args[i] : throw new ArgumentException($"{name} needs a value.\n\n{Usage}"));
        }

        return new CommandLine(options with { DatabasePath = DatabaseFor(options.Urls, dataFolder) }, withBot, help);
    }

    // Two sandboxes side by side must not share a file; on a port picked by the system nobody would find it again.
    private static string? DatabaseFor(string urls, string dataFolder) => urls == DefaultUrls
        ? Path.Combine(dataFolder, "sandbox.db")
        : new Uri(urls).Port is > 0 and var port ? Path.Combine(dataFolder, string.Create(CultureInfo.InvariantCulture, $"sandbox-{port}.db")) : null;

    private static int Members(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 100_000
            ? number
            : throw new ArgumentException($"--members {text}: a number from 0 to 100000.");
}
