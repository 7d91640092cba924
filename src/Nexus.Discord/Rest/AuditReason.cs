namespace Nexus.Discord.Rest;

/// <summary>
/// The reason shown in a server's audit log, as a header can carry it.
/// See <see href="https://discord.com/developers/docs/resources/audit-log#audit-log-entry-object"/>.
/// </summary>
internal static class AuditReason
{
    private const int Longest = 512;

    /// <summary>Percent-encoded UTF-8 of at most 512 characters; null for no reason.</summary>
    public static string? Encode(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return null;
        }

        reason = reason.Trim();
        if (reason.Length > Longest)
        {
            // Half a surrogate pair would be sent as U+FFFD.
            reason = reason[..(char.IsHighSurrogate(reason[Longest - 1]) ? Longest - 1 : Longest)];
        }

        return Uri.EscapeDataString(reason);
    }
}
