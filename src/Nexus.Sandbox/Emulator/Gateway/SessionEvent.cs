namespace Nexus.Sandbox.Emulator;

/// <summary>One dispatch of a session, kept for a resume.</summary>
internal readonly record struct SessionEvent(long Sequence, string Type, ReadOnlyMemory<byte> Payload);
