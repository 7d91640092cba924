namespace Nexus.Sandbox.Emulator;

/// <summary>A file under a message. <paramref name="Url"/> is signed and expires.</summary>
internal sealed record StoredAttachment(ulong Id, string Filename, long Size, string ContentType, string Url, string? Description, bool Spoiler);
