using System.Globalization;
using System.Text.RegularExpressions;

namespace Nexus.Bot.Features.Ideas.Rules;

/// <summary>What came of reading whom an idea needs.</summary>
internal abstract record NeedsReading
{
    private NeedsReading()
    {
    }

    /// <param name="Needs">In the order of roles.</param>
    internal sealed record Read(IReadOnlyList<RoleNeed> Needs) : NeedsReading;

    /// <summary>This part of the line says nothing.</summary>
    internal sealed record NotUnderstood(string Part) : NeedsReading;

    /// <summary>More of a role than there may be, fewer than none, or the minimum above the most.</summary>
    internal sealed record OutOfRange(IdeaRole Role) : NeedsReading;

    internal sealed record Twice(IdeaRole Role) : NeedsReading;
}

/// <summary>Whom an idea needs, as people type it in one line: "2 backend, 1-2 frontend, mentor".</summary>
internal static partial class NeedsText
{
    /// <summary>
    /// "2 backend" is two to begin and two at most; "1-3 backend" is one to begin and three at most. Nobody has to wait for a mentor.
    /// Nothing typed is nobody needed.
    /// </summary>
    public static NeedsReading Read(string typed)
    {
        var needs = new SortedDictionary<IdeaRole, RoleNeed>();
        foreach (var part in typed.Split([',', ';', '\n', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(part => And().Split(part)))
        {
            var match = Part().Match(part);
            if (!match.Success || match.Groups["most"].Captures.Count > 1 || RoleOf(match.Groups["role"].Value) is not { } role)
            {
                return new NeedsReading.NotUnderstood(part);
            }

            var most = Number(match.Groups["most"], 1);
            var least = match.Groups["least"].Success ? Number(match.Groups["least"], 1) : role == IdeaRole.Mentor ? 0 : most;
            if (most is < 0 or > IdeaCrew.MostSlots || least > most)
            {
                return new NeedsReading.OutOfRange(role);
            }

            if (!needs.TryAdd(role, new RoleNeed(role, least, most)))
            {
                return new NeedsReading.Twice(role);
            }
        }

        return new NeedsReading.Read([.. needs.Values.Where(need => need.Slots > 0)]);
    }

    /// <summary>The same line again, to be changed in a form.</summary>
    public static string Write(IEnumerable<RoleNeed> needs) => string.Join(", ", needs.OrderBy(need => need.Role).Select(need =>
    {
        var usual = need.Role == IdeaRole.Mentor ? 0 : need.Slots;
        var least = need.Minimum == usual ? "" : string.Create(CultureInfo.InvariantCulture, $"{need.Minimum}-");
        return string.Create(CultureInfo.InvariantCulture, $"{least}{need.Slots} {need.Role.ToString().ToLowerInvariant()}");
    }));

    private static int Number(Group digits, int otherwise) =>
        !digits.Success ? otherwise : int.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;

    private static IdeaRole? RoleOf(string word) => word.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).TrimEnd('s') switch
    {
        "backend" or "be" or "back" or "backenddev" or "backenddeveloper" => IdeaRole.Backend,
        "frontend" or "fe" or "front" or "frontenddev" or "frontenddeveloper" => IdeaRole.Frontend,
        "mentor" => IdeaRole.Mentor,
        _ => null,
    };

    // The number before or behind the role: "2 backend", "2x backend", "backend: 2", "backend x 1-2".
    [GeneratedRegex(@"^(?:(?:(?<least>\d+) ?(?:-|–|to) ?)?(?<most>\d+) ?[x×]? ?)?(?<role>\p{L}+(?:[- ]\p{L}{2,})*)(?: ?[:=x×]? ?(?:(?<least>\d+) ?(?:-|–|to) ?)?(?<most>\d+))?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Part();

    [GeneratedRegex(@"\s+(?:and|&)\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex And();
}
