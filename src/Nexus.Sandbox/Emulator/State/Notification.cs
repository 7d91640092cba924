namespace Nexus.Sandbox.Emulator;

/// <summary>A ping that reached a person: by name, role, everyone, reply or direct message.</summary>
internal sealed record Notification(ulong UserId, StoredMessage Message);
