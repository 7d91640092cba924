using Microsoft.Extensions.Configuration;
using Nexus.Bot;
using Nexus.Bot.Hosting;
using Nexus.Sandbox;

try
{
    var data = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "nexus-sandbox");
    var line = CommandLine.Parse(args, data);
    if (line.Help)
    {
        Console.WriteLine(CommandLine.Usage);
        return 0;
    }

    // The bot's log is read by a person here.
    if (Environment.GetEnvironmentVariable("NEXUS_ENVIRONMENT") is null)
    {
        Environment.SetEnvironmentVariable("NEXUS_ENVIRONMENT", Environments.Development);
    }

    var knowsNobody = line.Options.Fresh || !File.Exists(line.Options.DatabasePath);
    await using var sandbox = await SandboxHost.StartAsync(line.Options, line.WithBot ? BuildBot : null);
    if (line.WithBot && knowsNobody && await DemoProfiles.SayAsync(sandbox) is { } trouble)
    {
        await Console.Error.WriteLineAsync($"The people of the demo server could not all make their profiles: {trouble}");
    }

    Console.WriteLine(Banner.Of(sandbox, line.WithBot));
    await sandbox.WaitForShutdownAsync();
    return 0;
}
catch (Exception exception) when (exception is ArgumentException or IOException or TimeoutException or BotConfigurationException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}

static IHost BuildBot(BotConnection connection) =>
    NexusBot.Build(
        [],
        builder =>
        {
            // Run from a clone, the pages in the sources are served: an edit shows at once, not after the next build.
            if (string.IsNullOrEmpty(builder.Configuration["Content:Topics"]) && SourceTree.Find("src/Nexus.Bot/Content/topics") is { } topics)
            {
                builder.Configuration.AddInMemoryCollection([new("Content:Topics", topics)]);
            }

            builder.Configuration.AddInMemoryCollection(connection.Settings);
        },
        connection.Clock);
