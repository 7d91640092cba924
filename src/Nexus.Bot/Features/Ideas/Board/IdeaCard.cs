using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Board;

/// <summary>How many of a role an idea has and needs.</summary>
internal sealed record RoleFill(IdeaRole Role, int Taken, int Slots)
{
    public int Minimum { get; init; }

    public int Waiting { get; init; }

    public int Open => Slots - Taken;

    /// <summary>Who has a place, in the order of places.</summary>
    public IReadOnlyList<Snowflake> People { get; init; } = [];
}

/// <summary>Another idea, as a card leads to it.</summary>
internal sealed record IdeaLink(long Number, string Title, string? Url);

/// <summary>An idea as everything that shows it sees it: card, board, picture, export. What people wrote is as they wrote it.</summary>
internal sealed record IdeaCard(long Number, string Title, IdeaStatus Status)
{
    public string Problem { get; init; } = "";

    public string ForWhom { get; init; } = "";

    public string Solution { get; init; } = "";

    /// <summary>Slugs of the topic hub.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public int Votes { get; init; }

    public int NotYet { get; init; }

    /// <summary>Those that are needed, in the order of roles.</summary>
    public IReadOnlyList<RoleFill> Roles { get; init; } = [];

    public Snowflake Author { get; init; }

    public string AuthorName { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset TouchedAt { get; init; }

    /// <summary>See <see cref="Heat.Level"/>.</summary>
    public double HeatLevel { get; init; } = Heat.Cold;

    public bool IsEdited { get; init; }

    /// <summary>A mentor wrote in its thread, or moved it.</summary>
    public bool HasMentorAnswer { get; init; }

    /// <summary>Made by the bot, as is the next.</summary>
    public string? CardUrl { get; init; }

    public string? ThreadUrl { get; init; }

    /// <summary>As the team gave it.</summary>
    public string? Repository { get; init; }

    public string? Team { get; init; }

    /// <summary>The idea as which it goes on.</summary>
    public IdeaLink? MergedInto { get; init; }

    /// <summary>Ideas that were merged into it.</summary>
    public IReadOnlyList<IdeaLink> MergedIn { get; init; } = [];

    /// <summary>Why it was moved to where it is; read for one idea at a time.</summary>
    public string? Reason { get; init; }

    /// <summary>How many are missing before it can be begun.</summary>
    public int Missing => Roles.Sum(role => Math.Max(0, role.Minimum - role.Taken));

    public bool NeedsPeople => Status.IsOpen() && Roles.Any(role => role.Open > 0);
}
