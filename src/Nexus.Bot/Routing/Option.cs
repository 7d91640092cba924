using Microsoft.Extensions.DependencyInjection;
using Nexus.Discord.Model;

namespace Nexus.Bot.Routing;

/// <summary>One option of a slash command. Required unless <see cref="Optional"/>.</summary>
internal sealed record Option
{
    public required ApplicationCommandOptionType Type { get; init; }

    public required string Name { get; init; }

    /// <summary>At most 100 characters.</summary>
    public required string Description { get; init; }

    public bool Required { get; init; } = true;

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }

    public IReadOnlyList<ApplicationCommandOptionChoice>? Choices { get; init; }

    public IReadOnlyList<ChannelType>? ChannelTypes { get; init; }

    /// <summary>The <see cref="IAutocomplete"/> that suggests values.</summary>
    public Type? Suggester { get; private init; }

    internal Func<IServiceProvider, IAutocomplete>? MakeSuggester { get; private init; }

    /// <param name="max">Characters; Discord's own ceiling is 6000.</param>
    public static Option Text(string name, string description, int? min = null, int? max = null) =>
        new() { Type = ApplicationCommandOptionType.String, Name = name, Description = description, MinLength = min, MaxLength = max };

    /// <summary>Text from a fixed list of at most 25.</summary>
    public static Option Choice(string name, string description, params (string Label, string Value)[] choices) =>
        Text(name, description) with { Choices = [.. choices.Select(choice => new ApplicationCommandOptionChoice(choice.Label, choice.Value))] };

    public static Option Integer(string name, string description, long? min = null, long? max = null) =>
        new() { Type = ApplicationCommandOptionType.Integer, Name = name, Description = description, Min = min, Max = max };

    public static Option Number(string name, string description, double? min = null, double? max = null) =>
        new() { Type = ApplicationCommandOptionType.Number, Name = name, Description = description, Min = min, Max = max };

    public static Option Flag(string name, string description) => Of(ApplicationCommandOptionType.Boolean, name, description);

    public static Option User(string name, string description) => Of(ApplicationCommandOptionType.User, name, description);

    public static Option Role(string name, string description) => Of(ApplicationCommandOptionType.Role, name, description);

    public static Option Attachment(string name, string description) => Of(ApplicationCommandOptionType.Attachment, name, description);

    public static Option Channel(string name, string description, params ChannelType[] types) =>
        Of(ApplicationCommandOptionType.Channel, name, description) with { ChannelTypes = types.Length == 0 ? null : types };

    /// <summary>The option <c>private</c> that goes with <see cref="Visibility.PublicUnlessAsked"/>.</summary>
    public static Option Private { get; } = Flag(Call.PrivateOption, "Show the answer only to me").Optional();

    /// <summary>May be left out.</summary>
    public Option Optional() => this with { Required = false };

    /// <summary>Suggested while typing. People can still send anything else, so the handler checks again.</summary>
    public Option SuggestedBy<T>() where T : class, IAutocomplete =>
        this with { Suggester = typeof(T), MakeSuggester = services => services.GetRequiredService<T>() };

    private static Option Of(ApplicationCommandOptionType type, string name, string description) =>
        new() { Type = type, Name = name, Description = description };
}
