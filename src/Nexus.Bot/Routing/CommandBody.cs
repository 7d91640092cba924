using Nexus.Discord.Model;

namespace Nexus.Bot.Routing;

/// <summary>The catalogue as Discord wants it: the body of a bulk overwrite. The same catalogue always gives the same body.</summary>
internal static class CommandBody
{
    /// <param name="isGlobal">Contexts and integration types may be sent with global commands only.</param>
    public static IReadOnlyList<ApplicationCommand> Of(Catalogue catalogue, bool isGlobal) =>
    [
        .. catalogue.Commands.GroupBy(spec => spec.Noun, StringComparer.Ordinal).Select(noun => OfNoun(noun.Key, [.. noun], catalogue, isGlobal)),
        .. catalogue.Contexts.Select(spec => new ApplicationCommand
        {
            Type = spec.Target,
            Name = spec.Name,
            DefaultMemberPermissions = spec.Audience == Audience.Admins ? Permissions.ManageGuild : null,
            Contexts = isGlobal ? [InteractionContextType.Guild] : null,
            IntegrationTypes = isGlobal ? [0] : null,
        }),
    ];

    private static ApplicationCommand OfNoun(string noun, IReadOnlyList<CommandSpec> specs, Catalogue catalogue, bool isGlobal)
    {
        var isAlone = specs is [{ Verb: null }];
        return new ApplicationCommand
        {
            Name = noun,
            Description = isAlone ? specs[0].Summary
                : catalogue.Nouns.TryGetValue(noun, out var summary) ? summary
                : throw new InvalidOperationException($"/{noun} has verbs, so its slice has to call Noun(\"{noun}\", \"what it is about\")."),
            Options = isAlone ? OptionsOf(specs[0]) : VerbsOf(specs),

            // Mentors are known to the bot only, so what is theirs stays visible; the router refuses everyone else.
            DefaultMemberPermissions = specs.All(spec => spec.Audience == Audience.Admins) ? Permissions.ManageGuild : null,
            Contexts = isGlobal ? ContextsOf(specs) : null,
            IntegrationTypes = isGlobal ? [0] : null,
        };
    }

    private static List<ApplicationCommandOption> VerbsOf(IReadOnlyList<CommandSpec> specs)
    {
        List<ApplicationCommandOption> verbs = [];
        foreach (var group in specs.GroupBy(spec => CommandPath.Of(spec).Group))
        {
            List<ApplicationCommandOption> inGroup = [.. group.Select(spec => new ApplicationCommandOption
            {
                Type = ApplicationCommandOptionType.SubCommand,
                Name = CommandPath.Of(spec).Verb ?? throw new InvalidOperationException($"/{spec.Noun} cannot be a command itself beside its verbs."),
                Description = spec.Summary,
                Options = OptionsOf(spec),
            })];
            if (group.Key is null)
            {
                verbs.AddRange(inGroup);
            }
            else
            {
                verbs.Add(new ApplicationCommandOption
                {
                    Type = ApplicationCommandOptionType.SubCommandGroup,
                    Name = group.Key,
                    Description = $"{group.First().Noun}: {group.Key}",
                    Options = inGroup,
                });
            }
        }

        return verbs;
    }

    private static List<ApplicationCommandOption>? OptionsOf(CommandSpec spec) => spec.Options.Count == 0 ? null :
    [
        .. spec.Options.Select(option => new ApplicationCommandOption
        {
            Type = option.Type,
            Name = option.Name,
            Description = option.Description,
            Required = option.Required ? true : null,
            Choices = option.Choices,
            ChannelTypes = option.ChannelTypes,
            MinLength = option.MinLength,
            MaxLength = option.MaxLength,
            MinValue = option.Min,
            MaxValue = option.Max,
            Autocomplete = option.Suggester is null ? null : true,
        }),
    ];

    private static List<InteractionContextType> ContextsOf(IReadOnlyList<CommandSpec> specs)
    {
        var places = specs.Aggregate(default(Places), (all, spec) => all | spec.Places);
        List<InteractionContextType> contexts = [];
        if ((places & Places.Server) != 0)
        {
            contexts.Add(InteractionContextType.Guild);
        }

        if ((places & Places.DirectMessage) != 0)
        {
            contexts.Add(InteractionContextType.BotDm);
        }

        return contexts;
    }
}
