using Nexus.Discord.Model;

namespace Nexus.Bot.Routing;

/// <summary>One handler as the router sees it: what it is called, who may use it where, and how to run it.</summary>
internal sealed record Route
{
    /// <summary>As people and metrics name it: <c>/topic lookup</c>, <c>button topics.section.v1</c>.</summary>
    public required string Name { get; init; }

    public required Type Handler { get; init; }

    public required Func<IServiceProvider, Interaction, CancellationToken, Task<Reply>> RunAsync { get; init; }

    public Audience Audience { get; init; }

    public Places Places { get; init; } = Places.Anywhere;

    public Visibility Visibility { get; init; } = Visibility.Private;

    public bool ChangesMessage { get; init; }

    /// <summary>Options that suggest values, by name; null where there are none.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    public bool IsPrivate(Interaction interaction) => Visibility switch
    {
        Visibility.Public => false,
        Visibility.Private => true,
        Visibility.PublicUnlessAsked => interaction.GuildId is null || AsksPrivacy(interaction.Data),
        _ => true,
    };

    private static bool AsksPrivacy(InteractionData? data)
    {
        foreach (var option in CommandPath.OptionsOf(data))
        {
            if (option.Name == Call.PrivateOption)
            {
                return option.Value?.Boolean == true;
            }
        }

        return false;
    }
}
