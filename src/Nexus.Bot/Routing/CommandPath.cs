using Nexus.Discord.Model;

namespace Nexus.Bot.Routing;

/// <summary>Where in an interaction's nested options the command's verb and its own options are.</summary>
internal readonly record struct CommandPath(string Noun, string? Group, string? Verb)
{
    public static CommandPath Of(InteractionData? data)
    {
        if (data?.Options is not [{ Type: ApplicationCommandOptionType.SubCommand or ApplicationCommandOptionType.SubCommandGroup } first, ..])
        {
            return new CommandPath(data?.Name ?? "", null, null);
        }

        return first.Type == ApplicationCommandOptionType.SubCommandGroup
            ? new CommandPath(data.Name ?? "", first.Name, first.Options is [var inner, ..] ? inner.Name : null)
            : new CommandPath(data.Name ?? "", null, first.Name);
    }

    public static CommandPath Of(CommandSpec spec) => spec.Verb?.Split(' ', 2) switch
    {
        null => new CommandPath(spec.Noun, null, null),
        [var verb] => new CommandPath(spec.Noun, null, verb),
        [var group, var verb, ..] => new CommandPath(spec.Noun, group, verb),
        _ => throw new ArgumentException($"'{spec.Verb}' is no verb.", nameof(spec)),
    };

    public static IReadOnlyList<InteractionOption> OptionsOf(InteractionData? data)
    {
        var options = data?.Options;
        while (options is [{ Type: ApplicationCommandOptionType.SubCommand or ApplicationCommandOptionType.SubCommandGroup } nested, ..])
        {
            options = nested.Options;
        }

        return options ?? [];
    }
}
