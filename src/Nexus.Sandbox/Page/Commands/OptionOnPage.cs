using System.Text.Json;
using Nexus.Sandbox.Page.Messages;

namespace Nexus.Sandbox.Page.Commands;

/// <summary>One option of a slash command.</summary>
public sealed record OptionOnPage(string Name, string Description, OptionKind Kind, bool Required)
{
    public bool Autocomplete { get; init; }

    public IReadOnlyList<Choice> Choices { get; init; } = [];

    public double? Min { get; init; }

    public double? Max { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    /// <summary>Discord's numbers of the channel types that may be picked; empty for all.</summary>
    public IReadOnlyList<JsonElement> ChannelTypes { get; init; } = [];

    public static OptionOnPage From(JsonElement option) =>
        new(option.Text("name"), option.Text("description"), (OptionKind)(option.Int("type") ?? 3), option.Flag("required"))
        {
            Autocomplete = option.Flag("autocomplete"),
            Choices = [.. option.List("choices").Select(choice => new Choice(choice.Text("value"), choice.Text("name")))],
            Min = option.Double("min_value"),
            Max = option.Double("max_value"),
            MinLength = option.Int("min_length"),
            MaxLength = option.Int("max_length"),
            ChannelTypes = option.List("channel_types"),
        };
}

/// <summary>Discord's option types.</summary>
public enum OptionKind { Text = 3, Whole = 4, Boolean = 5, User = 6, Channel = 7, Role = 8, Mentionable = 9, Number = 10, Attachment = 11 }
