using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Routing;

internal enum ReplyKind
{
    /// <summary>A new message.</summary>
    Message,

    /// <summary>Changes the message that the pressed control sits on.</summary>
    Change,

    /// <summary>Opens a form. Only as the first answer, so a handler that opens one does nothing slow.</summary>
    Form,

    /// <summary>Acknowledges a control without showing anything.</summary>
    Nothing,
}

/// <summary>
/// What a person gets to see, as a value. Pings nobody unless it names them. Text replies are plain messages (2000 characters,
/// rows of buttons); cards are built of components alone (4000 characters, 40 components), and a card stays a card when changed.
/// </summary>
internal sealed record Reply
{
    private const int MaxText = 2000;

    private Reply()
    {
    }

    public ReplyKind Kind { get; private init; }

    public bool IsPrivate { get; private init; }

    public bool IsCard { get; private init; }

    public string? Text { get; private init; }

    public IReadOnlyList<Component> Components { get; private init; } = [];

    public IReadOnlyList<FileUpload>? Files { get; private init; }

    public AllowedMentions Mentions { get; private init; } = AllowedMentions.None;

    public Modal? Modal { get; private init; }

    /// <summary>A second message, sent after this one.</summary>
    public Reply? Next { get; private init; }

    internal Type? FollowUp { get; private init; }

    internal string FollowUpArgument { get; private init; } = "";

    /// <summary>A message that everyone in the channel sees.</summary>
    public static Reply Public(string text) => new() { Text = text };

    /// <summary>A message that only the person who acted sees.</summary>
    public static Reply Private(string text) => new() { Text = text, IsPrivate = true };

    /// <summary>A message built of components, which everyone in the channel sees.</summary>
    public static Reply PublicCard(params IReadOnlyList<Component> components) => new() { Components = components, IsCard = true };

    /// <summary>A message built of components, which only the person who acted sees.</summary>
    public static Reply PrivateCard(params IReadOnlyList<Component> components) => new() { Components = components, IsCard = true, IsPrivate = true };

    /// <summary>Changes the text of the message the control sits on; its controls go, unless given with <see cref="With"/>.</summary>
    public static Reply Change(string text) => new() { Kind = ReplyKind.Change, Text = text };

    /// <summary>Changes the card the control sits on.</summary>
    public static Reply ChangeCard(params IReadOnlyList<Component> components) => new() { Kind = ReplyKind.Change, Components = components, IsCard = true };

    /// <summary>Opens a form. Not in answer to a form.</summary>
    public static Reply Form(Modal modal) => new() { Kind = ReplyKind.Form, Modal = modal };

    /// <summary>For a control whose press needs no visible answer.</summary>
    public static Reply Nothing { get; } = new() { Kind = ReplyKind.Nothing };

    /// <summary>The same words for one person only, when <paramref name="isPrivate"/>.</summary>
    public Reply OnlyForMe(bool isPrivate) => this with { IsPrivate = isPrivate };

    /// <summary>Adds a line to the text.</summary>
    public Reply Saying(string line) => this with { Text = string.IsNullOrEmpty(Text) ? line : $"{Text}\n{line}" };

    /// <summary>Adds controls below the text: buttons in rows of five, each select in a row of its own.</summary>
    public Reply With(params IReadOnlyList<Component> controls) => this with { Components = [.. Components, .. Control.Rows(controls)] };

    public Reply WithFiles(params IReadOnlyList<FileUpload> files) => this with { Files = files };

    /// <summary>Pings these people, if the text mentions them.</summary>
    public Reply Pinging(params IReadOnlyList<Snowflake> users) => this with { Mentions = Mentions with { Users = [.. Mentions.Users ?? [], .. users] } };

    /// <summary>Pings these roles, if the text mentions them. Only on a mentor's explicit choice.</summary>
    public Reply PingingRoles(params IReadOnlyList<Snowflake> roles) => this with { Mentions = Mentions with { Roles = [.. Mentions.Roles ?? [], .. roles] } };

    /// <summary>Sends a second message after this one, for example a private note beside a changed card.</summary>
    public Reply Then(Reply next) => this with { Next = next };

    /// <summary>Runs work against Discord once this answer is out; what that returns replaces this answer.</summary>
    public Reply Afterwards<T>(string argument = "") where T : class, IFollowUp => this with { FollowUp = typeof(T), FollowUpArgument = argument };

    private MessageFlags Flags =>
        (IsPrivate ? MessageFlags.Ephemeral : MessageFlags.None) | (IsCard ? MessageFlags.IsComponentsV2 : MessageFlags.None);

    internal MessageCreate ToMessage() => new()
    {
        Content = IsCard ? null : Md.Cut(Text, MaxText),
        Components = Components.Count == 0 ? null : Components,
        Flags = Flags == MessageFlags.None ? null : Flags,
        AllowedMentions = Mentions,
        Files = Files,
    };

    /// <param name="plainBefore">A plain message becomes a card: its text has to be cleared in the same request.</param>
    internal MessageEdit ToEdit(bool plainBefore = false) => new()
    {
        Content = IsCard ? plainBefore ? new Optional<string>(null) : default : new Optional<string>(Md.Cut(Text, MaxText)),
        Components = new Optional<IReadOnlyList<Component>>(Components),
        Flags = IsCard ? MessageFlags.IsComponentsV2 : null,
        AllowedMentions = Mentions,
        Files = Files,
    };
}
