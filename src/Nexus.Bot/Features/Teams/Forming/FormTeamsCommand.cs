using Nexus.Bot.Data;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Teams.Forming;

/// <summary><c>/teams form</c>: a plan of teams, which nobody hears of before it is committed.</summary>
internal sealed class FormTeamsCommand(NexusDb db, TimeProvider clock) : ICommand
{
    public static CommandSpec Spec { get; } = new("teams", "form", "Plan teams: a dry run first, with reasons; nobody hears of it before you commit")
    {
        Options =
        [
            Option.Role("who", "Only people with this role; mentors are never among them").Optional(),
            Option.Text("size", "People in a team: 4, or 3-5", min: 1, max: 10).Optional(),
            Option.Flag("also_on_team", "Also people who are on a team now").Optional(),
        ],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/teams form size:3-5",
        Details = "The card shows who would take part and what cannot hold. **Dry run** looks for the best teams; each comes with its score and why. "
            + "Swap or move people by hand, lock teams and build the rest anew. **Commit…** makes the teams and tells their people; that can be undone for 48 hours. "
            + "Hours, skills and interests come from `/profile set`; whom people would rather not work with is kept and never shown. Without options it goes on with what you left.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var (size, role, placed) = (call.TextOrNull("size"), call.IdOf("who"), call.Flag("also_on_team"));
        (int Least, int Most)? sizes = null;
        if (size is not null && (sizes = FormationForm.Size(size)) is null)
        {
            return FormationViews.Refused($"{Md.Code(size)} is no size of a team: a number such as `4`, or a range such as `3-5`, from 2 to {FormationForm.LargestTeam} people.");
        }

        var formation = await Formations.OpenAsync(db, call.Guild, ct) ?? await Formations.BeginAsync(db, call.Guild, call.User, clock.GetUtcNow(), ct);
        if (sizes is not null || role is not null || placed)
        {
            formation.RoleId = role ?? formation.RoleId;
            formation.IncludesPlaced = placed || formation.IncludesPlaced;
            (formation.LeastSize, formation.MostSize) = sizes ?? (formation.LeastSize, formation.MostSize);
            formation.State = FormationState.Draft;
        }

        await Formations.SaveAsync(db, formation, ct);
        return FormationViews.Looking(isChange: false).Afterwards<ShowFormation>(FormationDesk.Id(formation));
    }
}
