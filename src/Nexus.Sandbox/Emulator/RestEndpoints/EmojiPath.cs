using System.Text;

namespace Nexus.Sandbox.Emulator;

/// <summary>An emoji in a path, decoded: a Unicode emoji or <c>name:id</c>. Anything else is 10014.</summary>
internal readonly record struct EmojiPath(string Name, ulong? Id)
{
    public static EmojiPath Parse(string text)
    {
        var parts = text.Trim('<', '>').TrimStart(':').Split(':');
        if (parts is [var unicode] && unicode.Length is > 0 and <= 32 && !Ascii.IsValid(unicode))
        {
            return new EmojiPath(unicode, null);
        }

        return parts is [.., var name, var id] && name.Length is >= 1 and <= 32 && Snowflakes.TryParse(id, out var number)
            ? new EmojiPath(name, number)
            : throw DiscordError.UnknownEmoji();
    }

    /// <summary>A custom emoji is known by its id, whatever name the path gives it.</summary>
    public Reaction? In(StoredMessage message)
    {
        var (name, id) = this;
        return message.Reactions.Find(reaction => id is null ? reaction.EmojiId is null && reaction.Name == name : reaction.EmojiId == id);
    }
}
