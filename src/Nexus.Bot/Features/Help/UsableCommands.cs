using Nexus.Bot.Data;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Help;

/// <summary>What this person may use in this place.</summary>
internal static class UsableCommands
{
    public static async ValueTask<IReadOnlyList<CommandSpec>> OfAsync(Call call, Catalogue catalogue, GuildConfigurations configurations, CancellationToken ct)
    {
        var configuration = call.GuildOrNull is { } guild
            ? await configurations.OfAsync(guild, ct)
            : new GuildConfiguration { GuildId = default };
        var here = call.IsDirectMessage ? Places.DirectMessage : Places.Server;
        return [.. catalogue.Commands.Where(spec =>
            (spec.Places & here) != 0 && AccessRules.Allows(spec.Audience, call.Interaction, configuration))];
    }

    /// <summary>By its path, with or without the slash, in any case.</summary>
    public static CommandSpec? Find(IReadOnlyList<CommandSpec> usable, string typed) =>
        usable.FirstOrDefault(spec => string.Equals(spec.Path, Normal(typed), StringComparison.OrdinalIgnoreCase));

    /// <summary>Those with the typed words in name or summary.</summary>
    public static IReadOnlyList<CommandSpec> Like(IReadOnlyList<CommandSpec> usable, string typed)
    {
        var words = Normal(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. usable
            .Where(spec => words.Length == 0 || words.Any(word => spec.Path.Contains(word, StringComparison.OrdinalIgnoreCase) || spec.Summary.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(spec => spec.Path.StartsWith(Normal(typed), StringComparison.OrdinalIgnoreCase))
            .ThenBy(spec => spec.Path, StringComparer.Ordinal)];
    }

    private static string Normal(string typed) => Md.Line(typed).TrimStart('/');
}
