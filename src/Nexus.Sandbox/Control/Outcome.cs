using System.Text.Json;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Control;

/// <summary>What came of one interaction, as the person saw it.</summary>
internal sealed record Outcome
{
    public required ulong InteractionId { get; init; }

    public required OutcomeStatus Status { get; init; }

    /// <summary>Milliseconds from sending the dispatch to receiving the callback; null when none came.</summary>
    public double? AckMs { get; init; }

    /// <summary>Milliseconds until the outcome was settled.</summary>
    public double? ReplyMs { get; init; }

    public bool Ephemeral { get; init; }

    public StoredMessage? StoredMessage { get; init; }

    /// <summary>Discord's message object.</summary>
    public JsonElement? Message { get; init; }

    public ModalView? Modal { get; init; }

    public IReadOnlyList<StoredMessage> FollowUps { get; init; } = [];

    /// <summary>What Discord would show, or what refused the attempt.</summary>
    public string? Error { get; init; }

    /// <summary>All text a person would read, top to bottom.</summary>
    public string Text { get; init; } = "";

    public ulong? MessageId => StoredMessage?.Id;

    /// <summary>One line of the text, counted from 1.</summary>
    public string Line(int number) => Text.Split('\n') is var lines && number >= 1 && number <= lines.Length ? lines[number - 1] : "";
}
