using System.Globalization;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Routing;

/// <summary>Who did what, where. Its subclasses say what exactly.</summary>
internal abstract class Call(Interaction interaction)
{
    internal const string PrivateOption = "private";

    public Interaction Interaction { get; } = interaction;

    /// <summary>Unique per use; the natural key against doing something twice.</summary>
    public Snowflake Id => Interaction.Id;

    /// <summary>The server. The router lets nothing through from a DM unless the spec allows DMs; those ask <see cref="GuildOrNull"/>.</summary>
    public Snowflake Guild => Interaction.GuildId
        ?? throw new InvalidOperationException("Used in a DM; a handler that allows DMs asks GuildOrNull.");

    public Snowflake? GuildOrNull => Interaction.GuildId;

    public bool IsDirectMessage => Interaction.GuildId is null;

    public Snowflake Channel => Interaction.ChannelId ?? Interaction.Channel?.Id ?? default;

    /// <summary>Who acted.</summary>
    public Snowflake User => Interaction.User.Id;

    /// <summary>As shown in the server. Escape it where it is shown.</summary>
    public string UserName => Interaction.Member?.DisplayName is { Length: > 0 } name ? name : Interaction.User.DisplayName;

    public IReadOnlyList<Snowflake> Roles => Interaction.Member?.Roles ?? [];

    /// <summary>What the person may do in this channel.</summary>
    public Permissions Permissions => Interaction.Member?.Permissions ?? Permissions.None;

    /// <summary>What the bot may do in this channel.</summary>
    public Permissions BotPermissions => Interaction.AppPermissions ?? Permissions.None;

    public string? Locale => Interaction.Locale;

    /// <summary>In DMs, or when the option <c>private</c> is set. For handlers with <see cref="Visibility.PublicUnlessAsked"/>.</summary>
    public virtual bool WantsPrivate => IsDirectMessage;
}

/// <summary>A slash command with its options.</summary>
internal class CommandCall : Call
{
    private readonly IReadOnlyList<InteractionOption> _options;

    public CommandCall(Interaction interaction) : base(interaction) => _options = CommandPath.OptionsOf(interaction.Data);

    public override bool WantsPrivate => IsDirectMessage || Flag(PrivateOption);

    /// <summary>A required text option; empty when a tampering client left it out.</summary>
    public string Text(string name) => TextOrNull(name) ?? "";

    public string? TextOrNull(string name) => Find(name)?.Value?.Text;

    public long? Integer(string name) => Find(name)?.Value?.Integer;

    public double? Number(string name) => Find(name)?.Value?.Number;

    public bool Flag(string name) => Find(name)?.Value?.Boolean ?? false;

    /// <summary>The id of a user, role, channel or attachment option.</summary>
    public Snowflake? IdOf(string name) => Find(name)?.Value?.Id;

    public User? UserOption(string name) => Resolve(name, Interaction.Data?.Resolved?.Users);

    /// <summary>Without its user; null when the person is not in the server.</summary>
    public Member? MemberOption(string name) => Resolve(name, Interaction.Data?.Resolved?.Members);

    public Role? RoleOption(string name) => Resolve(name, Interaction.Data?.Resolved?.Roles);

    public Channel? ChannelOption(string name) => Resolve(name, Interaction.Data?.Resolved?.Channels);

    public Attachment? AttachmentOption(string name) => Resolve(name, Interaction.Data?.Resolved?.Attachments);

    protected InteractionOption? Find(string name)
    {
        foreach (var option in _options)
        {
            if (option.Name == name)
            {
                return option;
            }
        }

        return null;
    }

    private T? Resolve<T>(string name, IReadOnlyDictionary<Snowflake, T>? resolved) where T : class =>
        IdOf(name) is { } id && resolved is not null && resolved.TryGetValue(id, out var found) ? found : null;
}

/// <summary>One option is being typed; others may be missing still.</summary>
internal sealed class AutocompleteCall(Interaction interaction) : CommandCall(interaction)
{
    /// <summary>The option being typed; null when a tampering client focuses none.</summary>
    public InteractionOption? Focused { get; } = CommandPath.OptionsOf(interaction.Data).FirstOrDefault(option => option.Focused == true);

    /// <summary>What is typed so far.</summary>
    public string Typed => Focused?.Value?.Text ?? "";
}

/// <summary>A context command used on a message or person.</summary>
internal sealed class ContextCall(Interaction interaction) : Call(interaction)
{
    public Snowflake Target => Interaction.Data?.TargetId ?? default;

    /// <summary>With its full text, even without the message-content intent.</summary>
    public Message? TargetMessage =>
        Interaction.Data?.Resolved?.Messages is { } messages && messages.TryGetValue(Target, out var message) ? message : null;

    public User? TargetUser =>
        Interaction.Data?.Resolved?.Users is { } users && users.TryGetValue(Target, out var user) ? user : null;
}

/// <summary>What buttons, selects and modals share: the part of the custom id after the colon.</summary>
internal abstract class ControlCall(Interaction interaction) : Call(interaction)
{
    /// <summary>Anyone can send anything here: check it like any other input.</summary>
    public string Argument { get; } = ControlId.ArgumentOf(interaction.Data?.CustomId);

    /// <summary>Null when the argument is no whole number.</summary>
    public long? Number => long.TryParse(Argument, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Null when the argument is no id.</summary>
    public Snowflake? ArgumentId => Snowflake.TryParse(Argument, out var id) ? id : null;

    /// <summary>The message the control sits on; null for a modal that a command opened.</summary>
    public Message? Message => Interaction.Message;
}

internal sealed class ButtonCall(Interaction interaction) : ControlCall(interaction);

internal sealed class SelectCall(Interaction interaction) : ControlCall(interaction)
{
    public IReadOnlyList<string> Values => Interaction.Data?.Values ?? [];

    /// <summary>The chosen users, roles or channels.</summary>
    public IEnumerable<Snowflake> Ids => Values.Select(value => Snowflake.TryParse(value, out var id) ? id : default).Where(id => id != default);
}

internal sealed class ModalCall(Interaction interaction) : ControlCall(interaction)
{
    /// <summary>A text input's text, or the choice of a radio group; empty when left empty.</summary>
    public string Text(string customId) => Find(customId)?.Value?.Text ?? Find(customId)?.Values?.FirstOrDefault() ?? "";

    /// <summary>What was chosen in a select or checkbox group, or the ids of uploaded files.</summary>
    public IReadOnlyList<string> Values(string customId) => Find(customId)?.Values ?? [];

    public bool Checked(string customId) => Find(customId)?.Value?.Boolean ?? false;

    /// <summary>The channel that was chosen in a select, with what the person may do there; null for none.</summary>
    public Channel? ChosenChannel(string customId) =>
        Snowflake.TryParse(Values(customId).FirstOrDefault() ?? "", out var id) ? Interaction.Data?.Resolved?.Channels?.GetValueOrDefault(id) : null;

    public IReadOnlyList<Attachment> Files(string customId) =>
        Interaction.Data?.Resolved?.Attachments is { } attachments
            ? [.. Values(customId).Select(id => Snowflake.TryParse(id, out var file) && attachments.TryGetValue(file, out var found) ? found : null).OfType<Attachment>()]
            : [];

    private SubmittedComponent? Find(string customId) => Find(Interaction.Data?.Components, customId);

    private static SubmittedComponent? Find(IReadOnlyList<SubmittedComponent>? components, string customId)
    {
        foreach (var component in components ?? [])
        {
            if (component.CustomId == customId && component.Component is null)
            {
                return component;
            }

            if ((component.Component is { } inner ? Find([inner], customId) : Find(component.Components, customId)) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}

/// <summary>The interaction whose answer set the work off, and what the answer handed over.</summary>
internal sealed class FollowUpCall(Interaction interaction, string argument) : Call(interaction)
{
    public string Argument { get; } = argument;
}
