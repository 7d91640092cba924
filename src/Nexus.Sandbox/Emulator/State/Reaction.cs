namespace Nexus.Sandbox.Emulator;

/// <summary>One emoji under a message and who chose it, in order. Key is <c>👍</c> or <c>name:id</c>.</summary>
internal sealed class Reaction(string name, ulong? emojiId)
{
    public string Name { get; } = name;

    public ulong? EmojiId { get; } = emojiId;

    public List<ulong> Users { get; } = [];

    public string Key => EmojiId is { } id ? $"{Name}:{id}" : Name;
}
