namespace Nexus.Discord.Model;

/// <summary>See <see href="https://discord.com/developers/docs/resources/poll"/>.</summary>
public sealed record Poll
{
    public PollMedia Question { get; init; } = new();
    public IReadOnlyList<PollAnswer> Answers { get; init; } = [];

    /// <summary>Null for a poll that does not end.</summary>
    public DateTimeOffset? Expiry { get; init; }
    public bool AllowMultiselect { get; init; }

    /// <summary>Null when not fetched; counts may lag until <see cref="PollResults.IsFinalized"/>.</summary>
    public PollResults? Results { get; init; }
}

public sealed record PollMedia
{
    /// <summary>Question at most 300 characters, answer at most 55.</summary>
    public string? Text { get; init; }
    public Emoji? Emoji { get; init; }
}

public sealed record PollAnswer
{
    public int? AnswerId { get; init; }
    public PollMedia PollMedia { get; init; } = new();
}

public sealed record PollResults
{
    public bool IsFinalized { get; init; }
    public IReadOnlyList<PollAnswerCount> AnswerCounts { get; init; } = [];
}

public sealed record PollAnswerCount
{
    public int Id { get; init; }
    public int Count { get; init; }
    public bool MeVoted { get; init; }
}

/// <summary>A poll to send; it cannot be edited afterwards.</summary>
public sealed record PollCreate
{
    public required PollMedia Question { get; init; }

    /// <summary>1–10.</summary>
    public required IReadOnlyList<PollAnswer> Answers { get; init; }

    /// <summary>Hours, at most 768.</summary>
    public int Duration { get; init; } = 24;
    public bool AllowMultiselect { get; init; }
}

/// <summary>Those who chose one answer.</summary>
public sealed record PollVoters
{
    public IReadOnlyList<User> Users { get; init; } = [];
}
