using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Nexus.Bot;
using Nexus.Bot.Hosting;

if (args.Contains("--healthcheck"))
{
    return await HealthProbe.AskAsync(NexusBot.CreateBuilder([]).Configuration, Console.Out);
}

try
{
    using var host = NexusBot.Build(args);
    await host.RunAsync();
    return host.Services.GetRequiredService<ExitStatus>().Code;
}
catch (BotConfigurationException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
