using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Nexus.Bot;
using Nexus.Bot.Hosting;

if (args.Contains("--healthcheck"))
{
    return await HealthProbe.AskAsync(NexusBot.CreateBuilder([]).Configuration, Console.Out);
}

if (args is [HubLint.Verb, .. var rest])
{
    return await HubLint.RunAsync(rest.FirstOrDefault(), NexusBot.CreateBuilder([]).Configuration, TimeProvider.System, Console.Out);
}

try
{
    using var host = NexusBot.Build(args, builder => builder.Services.AddHostedService<AfterStart>());
    var exit = host.Services.GetRequiredService<ExitStatus>(); // RunAsync disposes of the services
    await host.RunAsync();
    return exit.Code;
}
catch (BotConfigurationException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
