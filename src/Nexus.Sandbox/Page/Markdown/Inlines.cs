using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Nexus.Sandbox.Page.Markdown;

/// <summary><c>&lt;@id&gt;</c>, <c>&lt;@&amp;id&gt;</c>, <c>&lt;#id&gt;</c>, <c>&lt;/name:id&gt;</c>, <c>@everyone</c> and the guild's guide links.</summary>
internal sealed class MentionInline(MentionKind kind, ulong id, string text) : LeafInline
{
    public MentionKind Kind { get; } = kind;

    public ulong Id { get; } = id;

    /// <summary>A command's path, or the words to show as they are.</summary>
    public string Text { get; } = text;
}

internal enum MentionKind { User, Role, Channel, Command, Everyone, Guide }

/// <summary><c>&lt;t:seconds:style&gt;</c>.</summary>
internal sealed class TimeInline(long unixSeconds, char style, string source) : LeafInline
{
    public long UnixSeconds { get; } = unixSeconds;

    public char Style { get; } = style;

    public string Source { get; } = source;
}

/// <summary><c>&lt;:name:id&gt;</c>: the sandbox holds no pictures of emoji, so the name is shown.</summary>
internal sealed class CustomEmojiInline(string name) : LeafInline
{
    public string Name { get; } = name;
}

/// <summary>An address written out, with or without angle brackets.</summary>
internal sealed class BareUrlInline(string url) : LeafInline
{
    public string Url { get; } = url;
}

/// <summary><c>-# small print</c>.</summary>
internal sealed class SubtextBlock(Markdig.Parsers.BlockParser parser) : LeafBlock(parser);
