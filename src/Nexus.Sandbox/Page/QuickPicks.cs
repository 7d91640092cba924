using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Page;

/// <summary>The usual cast: one person for each part somebody may want to play.</summary>
internal static class QuickPicks
{
    private static readonly (string Part, string Role)[] Parts =
        [("Backend learner", "backend"), ("Frontend learner", "frontend"), ("Mentor", "mentor"), ("Admin", "admin")];

    public static IReadOnlyList<QuickPick> Of(World world)
    {
        lock (world.Gate)
        {
            var people = world.Guild.Members.Values.Where(member => !member.User.Bot).OrderBy(member => member.User.Id).ToList();
            var roles = world.Guild.Roles.Values.ToDictionary(role => role.Id, role => role.Name);
            var picks = Parts
                .Select(part => (part.Part, Member: people
                    .Where(member => Has(member, part.Role))
                    .MinBy(member => member.Roles.Count)))
                .Append((Part: "New here", Member: people.FirstOrDefault(member => member.Roles.Count == 0)));
            return [.. picks.Where(pick => pick.Member is not null).Select(pick => new QuickPick(pick.Part, pick.Member!.User))];

            bool Has(Member member, string role) =>
                member.Roles.Any(id => string.Equals(roles.GetValueOrDefault(id), role, StringComparison.OrdinalIgnoreCase));
        }
    }
}

/// <summary>A part and who plays it.</summary>
internal sealed record QuickPick(string Part, User User);
