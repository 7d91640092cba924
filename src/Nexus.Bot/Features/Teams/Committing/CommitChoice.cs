using System.Globalization;

namespace Nexus.Bot.Features.Teams.Committing;

/// <summary>What each team of a formation is to get.</summary>
internal readonly record struct CommitChoice(TeamPlace Place, bool WithRoles);

/// <summary>What the controls of a commit card carry: the formation as it was shown, and the choice.</summary>
/// <param name="Revision">Of the formation: one that was changed since is shown again.</param>
internal readonly record struct CommitReference(long Formation, int Revision, CommitChoice Choice)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Formation}-{Revision}-{(Choice.Place == TeamPlace.Channel ? 'c' : 't')}{(Choice.WithRoles ? "r" : "")}");

    /// <summary>Null for what is none.</summary>
    public static CommitReference? Read(string argument) =>
        argument.Split('-') is [var id, var number, var choice]
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var formation) && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
        && choice is "t" or "tr" or "c" or "cr"
            ? new CommitReference(formation, revision, new CommitChoice(choice[0] == 'c' ? TeamPlace.Channel : TeamPlace.Thread, choice.EndsWith('r')))
            : null;
}
