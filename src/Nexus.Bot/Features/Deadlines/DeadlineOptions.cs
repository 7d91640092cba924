using System.Globalization;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Deadlines;

/// <summary>The options that several commands of deadlines share, and how they are read.</summary>
internal static class DeadlineOptions
{
    public const string Which = "deadline";

    public static Option When { get; } = Option.Text("when", "Such as: Friday 18:00, end of day, 24 Nov 23:59", min: 1, max: 100).SuggestedBy<DeadlineTimes>();

    public static Option For { get; } = Option.Choice("for", "Everyone when left out", ("everyone", "everyone"), ("backend track", "backend"), ("frontend track", "frontend")).Optional();

    public static Option Role { get; } = Option.Role("role", "Another role that it is for").Optional();

    public static Option Picked(string description) => Option.Text(Which, description, min: 1, max: 100).SuggestedBy<DeadlineNames>();

    /// <returns>What is wrong; null when nothing is.</returns>
    /// <param name="role">Everyone when null.</param>
    public static Reply? ReadAudience(CommandCall call, GuildConfiguration configuration, out Snowflake? role)
    {
        role = call.IdOf("role") is { } picked && picked != call.Guild ? picked : null;
        if (call.TextOrNull("for") is not { } named)
        {
            return null;
        }

        if (call.IdOf("role") is not null)
        {
            return DeadlineFormViews.TwoAudiences();
        }

        role = named switch { "backend" => configuration.BackendRoleId, "frontend" => configuration.FrontendRoleId, _ => null };
        return role is null && named != "everyone" ? DeadlineFormViews.NoTrackRole(named) : null;
    }

    /// <summary>False when it is no address of the web; an empty one is none.</summary>
    public static bool ReadLink(string? typed, out string? link)
    {
        link = null;
        if (string.IsNullOrWhiteSpace(typed))
        {
            return true;
        }

        if (!Uri.TryCreate(typed.Trim(), UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
            || address.AbsoluteUri.Length > Deadline.MostLink)
        {
            return false;
        }

        link = address.AbsoluteUri;
        return true;
    }

    /// <summary>What was picked, or typed in full; else the question which one is meant, whose buttons do what was asked.</summary>
    /// <param name="does">As in "press the one to …".</param>
    public static async Task<(Deadline? Picked, Reply? Question)> ReadWhichAsync(CommandCall call, DeadlineBook book, string does, ControlSpec then, CancellationToken ct)
    {
        const int MostGuesses = 5;
        var typed = call.Text(Which).Trim();
        if (long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && await book.FindAsync(call.Guild, id, ct) is { } picked)
        {
            return (picked, null);
        }

        var coming = await book.ComingAsync(call.Guild, ct);
        if (coming.Where(it => it.Name.Equals(typed, StringComparison.OrdinalIgnoreCase)).ToList() is [var only])
        {
            return (await book.FindAsync(call.Guild, only.Id, ct), null);
        }

        var meant = coming.Where(it => it.Name.Contains(typed, StringComparison.OrdinalIgnoreCase)).ToList();
        return (null, DeadlineFormViews.WhichOne(typed, [.. (meant.Count > 0 ? meant : coming).Take(MostGuesses)], does, then));
    }
}
