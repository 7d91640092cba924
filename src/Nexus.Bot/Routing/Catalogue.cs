using System.Collections.Frozen;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;

namespace Nexus.Bot.Routing;

internal delegate Task EventListener(IServiceProvider services, GatewayEvent happened, CancellationToken ct);

/// <summary>Everything people can use, as the slices declared it. The router, the publisher, <c>/help</c> and the tests read it.</summary>
internal sealed class Catalogue
{
    private readonly FrozenDictionary<CommandPath, Route> _commands;
    private readonly FrozenDictionary<(ApplicationCommandType, string), Route> _contexts;
    private readonly FrozenDictionary<string, Route>.AlternateLookup<ReadOnlySpan<char>> _buttons;
    private readonly FrozenDictionary<string, Route>.AlternateLookup<ReadOnlySpan<char>> _selects;
    private readonly FrozenDictionary<string, Route>.AlternateLookup<ReadOnlySpan<char>> _modals;
    private readonly FrozenDictionary<Type, EventListener[]> _listeners;

    public Catalogue(CatalogueBuilder declared)
    {
        Nouns = declared.Nouns;
        Commands = [.. declared.Commands.Keys.OrderBy(spec => spec.Path, StringComparer.Ordinal)];
        Contexts = [.. declared.Contexts.Keys.OrderBy(spec => spec.Name, StringComparer.Ordinal)];
        Controls = [.. declared.Controls.Keys.Select(control => control.Spec)];
        _commands = declared.Commands.ToFrozenDictionary(command => CommandPath.Of(command.Key), command => command.Value);
        _contexts = declared.Contexts.ToFrozenDictionary(context => (context.Key.Target, context.Key.Name), context => context.Value);
        _buttons = ControlsOf(declared, "button");
        _selects = ControlsOf(declared, "select");
        _modals = ControlsOf(declared, "form");
        _listeners = declared.Listeners.GroupBy(listener => listener.Event).ToFrozenDictionary(group => group.Key, group => group.Select(listener => listener.Run).ToArray());
    }

    /// <summary>First words of commands with their descriptions.</summary>
    public IReadOnlyDictionary<string, string> Nouns { get; }

    public IReadOnlyList<CommandSpec> Commands { get; }

    public IReadOnlyList<ContextSpec> Contexts { get; }

    public IReadOnlyList<ControlSpec> Controls { get; }

    /// <summary>Null when nothing of that name is (still) known.</summary>
    public Route? Find(Interaction interaction) => interaction.Type switch
    {
        InteractionType.ApplicationCommand or InteractionType.ApplicationCommandAutocomplete => FindCommand(interaction.Data),
        InteractionType.MessageComponent when interaction.Data?.ComponentType == ComponentType.Button => Find(_buttons, interaction.Data),
        InteractionType.MessageComponent => Find(_selects, interaction.Data),
        InteractionType.ModalSubmit => Find(_modals, interaction.Data),
        _ => null,
    };

    public IReadOnlyList<EventListener> ListenersOf(GatewayEvent happened) =>
        _listeners.TryGetValue(happened.GetType(), out var listeners) ? listeners : [];

    private Route? FindCommand(InteractionData? data) => data?.Type switch
    {
        ApplicationCommandType.User or ApplicationCommandType.Message => _contexts.GetValueOrDefault((data.Type.Value, data.Name ?? "")),
        _ => _commands.GetValueOrDefault(CommandPath.Of(data)),
    };

    private static Route? Find(FrozenDictionary<string, Route>.AlternateLookup<ReadOnlySpan<char>> controls, InteractionData? data) =>
        controls.TryGetValue(ControlId.KeyOf(data?.CustomId), out var route) ? route : null;

    private static FrozenDictionary<string, Route>.AlternateLookup<ReadOnlySpan<char>> ControlsOf(CatalogueBuilder declared, string kind) =>
        declared.Controls
            .Where(control => control.Key.Kind == kind)
            .ToFrozenDictionary(control => control.Key.Spec.Key, control => control.Value, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}

/// <summary>Collects what slices declare; adding the same thing twice throws.</summary>
internal sealed class CatalogueBuilder
{
    public Dictionary<string, string> Nouns { get; } = new(StringComparer.Ordinal);

    public Dictionary<CommandSpec, Route> Commands { get; } = [];

    public Dictionary<ContextSpec, Route> Contexts { get; } = [];

    public Dictionary<(string Kind, ControlSpec Spec), Route> Controls { get; } = [];

    public List<(Type Event, EventListener Run)> Listeners { get; } = [];

    public Catalogue Build() => new(this);
}
