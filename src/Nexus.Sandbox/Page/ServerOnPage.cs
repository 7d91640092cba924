using System.Text.Json;
using Nexus.Sandbox.Page.Commands;
using Nexus.Sandbox.Page.Markdown;

namespace Nexus.Sandbox.Page;

/// <summary>The server as one person sees it, taken in one go; never changed after.</summary>
public sealed record ServerOnPage
{
    public required string Name { get; init; }

    public required MemberOnPage Reader { get; init; }

    public required NamesOnPage Names { get; init; }

    /// <summary>Those the reader may see, threads and direct messages among them.</summary>
    public IReadOnlyList<ChannelOnPage> Channels { get; init; } = [];

    public IReadOnlyList<MemberOnPage> Members { get; init; } = [];

    /// <summary>Highest first, without @everyone.</summary>
    public IReadOnlyList<NamedRole> Roles { get; init; } = [];

    /// <summary>Those to come and those that take place now, soonest first.</summary>
    public IReadOnlyList<EventOnPage> Events { get; init; } = [];

    /// <summary>Commands that Discord's client would offer this person in the open channel, of every kind.</summary>
    public IReadOnlyList<CommandOnPage> Commands { get; init; } = [];

    public MemberOnPage? Bot => Members.FirstOrDefault(member => member.Bot);

    public ChannelOnPage? Channel(ulong id) => Channels.FirstOrDefault(channel => channel.Id == id);

    public MemberOnPage? Member(ulong id) => Members.FirstOrDefault(member => member.Id == id);

    public IEnumerable<ChannelOnPage> ThreadsOf(ulong channel) =>
        Channels.Where(thread => thread.IsThread && thread.Parent == channel).OrderByDescending(thread => thread.Id);
}

/// <summary>A channel, thread, post or direct message; <see cref="Type"/> is Discord's number.</summary>
public sealed record ChannelOnPage(ulong Id, int Type, string Name)
{
    public ulong Parent { get; init; }

    public string Topic { get; init; } = "";

    public int Position { get; init; }

    public bool IsThread { get; init; }

    public bool Archived { get; init; }

    public bool Locked { get; init; }

    public bool Private { get; init; }

    public bool CanSend { get; init; }

    public int Messages { get; init; }

    public ulong LastMessage { get; init; }

    /// <summary>Those on this post.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Those a new post of this forum may carry.</summary>
    public IReadOnlyList<string> Offered { get; init; } = [];

    public bool IsForum => Type is 15 or 16;

    public bool IsCategory => Type == 4;

    public bool IsDirect => Type is 1 or 3;

    public string Kind => Type switch
    {
        1 or 3 => "direct message",
        2 or 13 => "voice",
        4 => "category",
        5 => "announcements",
        10 or 11 or 12 => "thread",
        15 or 16 => "forum",
        _ => "text",
    };

    /// <summary>The drawing before a channel's name.</summary>
    public string Icon => Private && !IsThread ? "lock" : Kind;
}

/// <summary>A person or bot of the server.</summary>
public sealed record MemberOnPage(ulong Id, string UserName, string Name)
{
    public bool Bot { get; init; }

    /// <summary>0xRRGGBB of the highest coloured role, 0 for none.</summary>
    public int Color { get; init; }

    /// <summary>Highest first.</summary>
    public IReadOnlyList<NamedRole> Roles { get; init; } = [];

    public string TimeZone { get; init; } = "";

    /// <summary>The heading under which the member list shows this person.</summary>
    public string Group => Roles.FirstOrDefault(role => role.Hoisted)?.Name ?? (Roles.Count == 0 ? "New here" : "Members");
}

/// <summary>A role; <see cref="Color"/> as 0xRRGGBB.</summary>
public sealed record NamedRole(ulong Id, string Name, int Color, bool Hoisted);

/// <summary>An entry in the server's calendar.</summary>
public sealed record EventOnPage(ulong Id, string Name, string Description, string Where, DateTimeOffset StartsAt, DateTimeOffset? EndsAt, bool IsNow);

/// <summary>A ping that reached the reader.</summary>
public sealed record PingOnPage(ulong MessageId, ulong ChannelId, string From, string Where, string Text, DateTimeOffset At);

/// <summary>One request that a client sent to the emulator.</summary>
public sealed record RequestOnPage(long Number, DateTimeOffset At, string Method, string Path, int Status, double Milliseconds, string Error);

/// <summary>A form that the bot opened for the reader.</summary>
public sealed record ModalOnPage(string Id, string Title, JsonElement Components);
