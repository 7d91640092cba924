using Nexus.Bot.Matching;

namespace Nexus.Bot.Features.Shared;

/// <summary>Names of what stands in profiles.</summary>
internal static class ProfileWords
{
    private static readonly (ProfileParts Part, string Name)[] Parts =
    [
        (ProfileParts.Track, "track"), (ProfileParts.Skills, "skills"), (ProfileParts.Interests, "interests"), (ProfileParts.Hours, "hours"), (ProfileParts.TimeZone, "time zone"),
    ];

    public static string Of(Tracks tracks) => tracks switch
    {
        Tracks.Backend => "backend",
        Tracks.Frontend => "frontend",
        Tracks.FullStack => "full-stack",
        _ => "other",
    };

    /// <summary>"skills, hours and time zone"; empty for none.</summary>
    public static string Of(ProfileParts parts)
    {
        var names = Parts.Where(one => parts.HasFlag(one.Part)).Select(one => one.Name).ToList();
        return names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
    }
}
