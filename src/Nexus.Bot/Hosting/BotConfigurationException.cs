namespace Nexus.Bot.Hosting;

/// <summary>The bot cannot start with these settings. Never holds the value of a secret.</summary>
public sealed class BotConfigurationException(IReadOnlyList<string> problems)
    : Exception("Nexus cannot start with these settings:\n" + string.Join('\n', problems.Select(problem => "  - " + problem)))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
