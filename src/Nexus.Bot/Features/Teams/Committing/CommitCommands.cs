using Nexus.Bot.Data;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Teams.Committing;

/// <summary>Shows how far the places of a formation are, with what is in their way.</summary>
internal sealed class ShowPlacesCommand(NexusDb db, CommitmentNames names, CommitCards cards) : ICommand
{
    public static CommandSpec Spec { get; } = new("teams", "places", "How far the places of a formation's teams are, and what is in their way")
    {
        Options = [CommitmentNames.Option],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Details = "After a formation is committed its threads or channels, and its roles, come one after the other, also when you close the card. "
            + "Here you see which are there, and for those that are not what an admin has to change. **Undo…** takes all of it back within 48 hours.",
        Example = "/teams places",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => await names.FindAsync(call.Guild, call.TextOrNull("formation"), ct) is { } commitment
        ? (await cards.ProgressAsync(db, commitment, ct)).Card
        : UndoViews.None(call.TextOrNull("formation"));
}

/// <summary>Lists what was made for a formation, to take it back.</summary>
internal sealed class UndoFormationCommand(CommitmentNames names) : ICommand
{
    public static CommandSpec Spec { get; } = new("teams", "undo", "Take a formation back: first a list of what would go, then only that goes")
    {
        Options = [CommitmentNames.Option],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Details = "Within 48 hours. You see the threads or channels and roles that were made for it, and where people have written meanwhile; a second press deletes them and nothing else. "
            + "Its people are told once, kindly. Profiles and other teams stay as they are.",
        Example = "/teams undo formation:3",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => await names.FindAsync(call.Guild, call.TextOrNull("formation"), ct) is { } commitment
        ? UndoViews.Looking().Afterwards<ListUndoFollowUp>(commitment.FormationId.ToString(System.Globalization.CultureInfo.InvariantCulture))
        : UndoViews.None(call.TextOrNull("formation"));
}
