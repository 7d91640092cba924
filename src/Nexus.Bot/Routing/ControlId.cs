namespace Nexus.Bot.Routing;

/// <summary>Custom ids: <c>slice.verb.v1:argument</c>.</summary>
internal static class ControlId
{
    public const int MaxLength = 100;

    public static ReadOnlySpan<char> KeyOf(string? customId)
    {
        var id = customId.AsSpan();
        var colon = id.IndexOf(':');
        return colon < 0 ? id : id[..colon];
    }

    public static string ArgumentOf(string? customId)
    {
        var colon = customId?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon < 0 ? "" : customId![(colon + 1)..];
    }
}
