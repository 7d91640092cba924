using System.Globalization;
using Nexus.Discord.Model;

namespace Nexus.Bot.Routing;

/// <summary>Who may use something. Checked by the router on every use, whatever the server's admins set in Discord's menus.</summary>
internal enum Audience
{
    Everyone,

    /// <summary>Holders of the configured mentor role, and admins.</summary>
    Mentors,

    /// <summary>Members with Manage Server or Administrator.</summary>
    Admins,
}

/// <summary>Who sees the answer; decided before any work, because Discord fixes it when an answer is deferred.</summary>
internal enum Visibility
{
    Public,

    Private,

    /// <summary>Public, but private in DMs and when the option <c>private</c> is set. See <see cref="Call.WantsPrivate"/>.</summary>
    PublicUnlessAsked,
}

[Flags]
internal enum Places
{
    Server = 1,
    DirectMessage = 2,
    Anywhere = Server | DirectMessage,
}

/// <summary>One slash command: <c>/noun verb</c>, or <c>/noun</c> alone when <paramref name="Verb"/> is null.</summary>
/// <param name="Verb">May be two words: a group and a verb.</param>
/// <param name="Summary">At most 100 characters; shown by Discord and in <c>/help</c>.</param>
internal sealed record CommandSpec(string Noun, string? Verb, string Summary)
{
    /// <summary>Required ones first, at most 25.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    public Audience Audience { get; init; } = Audience.Everyone;

    public Places Places { get; init; } = Places.Server;

    public Visibility Visibility { get; init; } = Visibility.Public;

    /// <summary>What <c>/help</c> says beyond the summary; markdown.</summary>
    public string? Details { get; init; }

    /// <summary>As a person would type it, such as <c>/topic lookup query:drf</c>.</summary>
    public string? Example { get; init; }

    /// <summary>Such as <c>topic lookup</c>.</summary>
    public string Path { get; } = Verb is null ? Noun : $"{Noun} {Verb}";
}

/// <summary>A command in a context menu. At most 15 of each target per scope.</summary>
internal sealed record ContextSpec(string Name, ApplicationCommandType Target)
{
    public Audience Audience { get; init; } = Audience.Everyone;

    public Visibility Visibility { get; init; } = Visibility.Private;

    /// <summary>One line for <c>/help</c>.</summary>
    public string Summary { get; init; } = "";
}

/// <summary>
/// A button, select or modal. Its custom id is <c>slice.verb.v1:id</c>: no state but the id of a row or thing, and a version that
/// is raised when the meaning of the id changes, so that old messages get a polite answer.
/// </summary>
internal sealed record ControlSpec(string Slice, string Verb)
{
    public int Version { get; init; } = 1;

    public Audience Audience { get; init; } = Audience.Everyone;

    /// <summary>Of the answer, unless <see cref="ChangesMessage"/>.</summary>
    public Visibility Visibility { get; init; } = Visibility.Private;

    /// <summary>The answer changes the message the control sits on, rather than being a new message.</summary>
    public bool ChangesMessage { get; init; }

    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Slice}.{Verb}.v{Version}");

    /// <summary>The custom id for one thing; at most 100 characters in all.</summary>
    public string For(string id) => $"{Key}:{id}";

    public string For(long id) => string.Create(CultureInfo.InvariantCulture, $"{Key}:{id}");

    public string For(Discord.Snowflake id) => $"{Key}:{id}";

    public string For() => Key;

    /// <summary>The custom id for words somebody typed: as many of them as there is room for.</summary>
    public string Fitting(string words) => $"{Key}:{Md.Cut(Md.Line(words), ControlId.MaxLength - Key.Length - 1)}";
}
