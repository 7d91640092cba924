using System.Globalization;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Crew;

/// <summary>Who builds an idea, in words.</summary>
internal static class CrewText
{
    /// <summary>Who has a place, a line for each role that is needed: "- **backend** 1 of 2: @ada (2 wait)".</summary>
    public static IEnumerable<string> Lines(IdeaCrew crew) => crew.Needs.Select(need =>
    {
        var people = crew.Seated.Where(one => one.Role == need.Role).Select(one => Md.User(one.Person)).ToList();
        var waiting = crew.Waiting(need.Role).Count;
        return string.Create(CultureInfo.InvariantCulture, $"- **{IdeaText.Role(need.Role)}** {people.Count} of {need.Slots}{(people.Count == 0 ? "" : ": " + string.Join(", ", people))}")
            + (waiting == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({waiting} {(waiting == 1 ? "waits" : "wait")})"));
    });

    /// <summary>The same of a team that is formed: only the roles that somebody has.</summary>
    public static IEnumerable<string> TeamLines(IdeaCrew crew) => crew.Seated.GroupBy(one => one.Role)
        .Select(role => $"- **{IdeaText.Role(role.Key)}**: {string.Join(", ", role.Select(one => Md.User(one.Person)))}");

    /// <summary>In the order in which they are asked: "@dee (frontend), @eli (backend)"; empty when nobody waits.</summary>
    public static string Waiting(IdeaCrew crew) => string.Join(", ", crew.Needs.SelectMany(need => crew.Waiting(need.Role)).OrderBy(one => one.Since).ThenBy(one => one.Person)
        .Select(one => $"{Md.User(one.Person)} ({IdeaText.Role(one.Role)})"));

    /// <summary>"1 backend and 2 frontend".</summary>
    public static string Missing(IReadOnlyList<RoleNeed> missing) =>
        IdeaText.Missing(missing.Select(need => new RoleFill(need.Role, 0, need.Slots) { Minimum = need.Minimum }));

    public static string Before(int many) => many == 0 ? "you are first" : string.Create(CultureInfo.InvariantCulture, $"{many} before you");
}
