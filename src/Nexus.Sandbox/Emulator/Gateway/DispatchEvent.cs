namespace Nexus.Sandbox.Emulator;

/// <summary>One event on its way to the gateway's sessions, written once for all of them.</summary>
/// <param name="Type">The frame's <c>t</c>.</param>
/// <param name="Intents">Any one of these lets a session have it; None is for everybody.</param>
/// <param name="Payload">The frame's <c>d</c>.</param>
internal sealed record DispatchEvent(string Type, Intents Intents, ReadOnlyMemory<byte> Payload)
{
    /// <summary>What sessions without the MESSAGE_CONTENT intent get instead, when that differs.</summary>
    public ReadOnlyMemory<byte>? WithoutContent { get; init; }

    /// <summary>Direct messages go to shard 0.</summary>
    public bool Direct { get; init; }
}
