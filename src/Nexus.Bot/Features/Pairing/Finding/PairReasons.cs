using System.Globalization;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Matching;
using Nexus.Bot.Routing;
using NodaTime;

namespace Nexus.Bot.Features.Pairing.Finding;

/// <summary>Why somebody would be a good partner, in words for one of the two. Whom the other one prefers or avoids is not among it.</summary>
internal static class PairReasons
{
    private const int MostTimes = 3;
    private const int MostInterests = 3;

    /// <param name="first">Of the seven days in which hours are looked for.</param>
    /// <param name="title">What the hub calls an interest.</param>
    /// <param name="haveMet">They were in a pair before.</param>
    public static IReadOnlyList<string> Of(PersonProfile me, PersonProfile other, LocalDate first, Func<string, string> title, bool haveMet = false) =>
        [.. All(me, other, first, title, haveMet).OfType<string>()];

    private static IEnumerable<string?> All(PersonProfile me, PersonProfile other, LocalDate first, Func<string, string> title, bool haveMet)
    {
        yield return Track(me.Tracks, other.Tracks);
        yield return Hours(me, other, first);
        var interests = me.Interests.Intersect(other.Interests).Take(MostInterests).Select(slug => Md.EscapeLine(title(slug))).ToList();
        yield return interests.Count == 0 ? null : $"you both like {Joined(interests)}";
        var languages = me.Languages.Intersect(other.Languages, StringComparer.OrdinalIgnoreCase).Select(Md.EscapeLine).ToList();
        yield return languages.Count == 0 ? null : $"you both speak {Joined(languages)}";
        yield return me.Prefers.Contains(other.Person) ? "you said that you would like to work with them" : null;
        yield return haveMet ? "you were in a pair before" : null;
    }

    private static string Track(Tracks mine, Tracks theirs)
    {
        var lacking = mine == Tracks.Other ? Tracks.Other : Tracks.FullStack & ~mine;
        return (theirs & lacking) != 0 ? theirs == Tracks.FullStack ? $"full-stack, so {ProfileWords.Of(lacking)} too" : $"covers {ProfileWords.Of(lacking)}"
            : theirs == Tracks.Other ? "has not said what they build"
            : theirs == mine ? $"builds {ProfileWords.Of(theirs)} like you"
            : $"builds {ProfileWords.Of(theirs)}";
    }

    private static string? Hours(PersonProfile me, PersonProfile other, LocalDate first)
    {
        if (me.Missing.HasFlag(ProfileParts.Hours) || other.Missing.HasFlag(ProfileParts.Hours))
        {
            return me.Missing.HasFlag(ProfileParts.Hours) ? null : "has not said when they have time";
        }

        var shared = SharedHours.Between(me.Hours, me.Zone, other.Hours, other.Zone, first);
        if (shared.Count == 0)
        {
            return "no hour in common in the coming week";
        }

        var times = SharedHours.Words(shared, first, me.Zone);
        var more = times.Count > MostTimes ? string.Create(CultureInfo.InvariantCulture, $" and {times.Count - MostTimes} more times") : "";
        return $"you share **{SharedHours.Count(shared.Hours)}** in the coming week: {string.Join(", ", times.Take(MostTimes))}{more} (your time)";
    }

    private static string Joined(IReadOnlyList<string> names) => names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
}
