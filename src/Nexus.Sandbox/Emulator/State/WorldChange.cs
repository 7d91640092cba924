namespace Nexus.Sandbox.Emulator;

/// <summary>Something a watcher of the page may have to draw again: the event's type and, where it is about one, the channel.</summary>
internal readonly record struct WorldChange(string Type, ulong? ChannelId);
