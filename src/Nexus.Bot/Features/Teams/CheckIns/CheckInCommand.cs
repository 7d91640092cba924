using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Teams.CheckIns;

/// <summary><c>/team checkin</c>: how the team does this week, by one press.</summary>
internal sealed class CheckInCommand(TeamDesk desk, CheckInBook book) : ICommand
{
    private const string Which = "team";

    public static CommandSpec Spec { get; } = new("team", "checkin", "Say by one press how your team does this week")
    {
        Options = [TeamNames.Option(Which, "Which team, when you are on several").Optional()],
        Visibility = Visibility.Private,
        Example = "/team checkin",
        Details = "On track, stuck, or in need of a mentor, who is told then; with a note if you like. The last word of any of you holds, all week. Only mentors see it.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var (team, by, refusal) = await desk.ToChangeAsync(call, Which, ct);
        return refusal ?? (by!.Membership is null ? CheckInViews.OnlyItsPeople(team!) : CheckInViews.Question(team!, await book.ThisWeekAsync(desk.Db, team!, ct)));
    }
}

/// <summary>One of the three answers.</summary>
internal sealed class SayStandingButton(TeamDesk desk, CheckInBook book) : IButton
{
    /// <summary>The argument is the team's id and, after a "-", a <see cref="Standing"/>.</summary>
    public static ControlSpec Spec { get; } = new("team-checkin", "say");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var (team, by, refusal) = await desk.ToChangeAsync(call, ct);
        return refusal is not null ? refusal
            : by!.Membership is null ? CheckInViews.OnlyItsPeople(team!)
            : call.Argument.Split('-') is [_, var word] && Enum.TryParse<Standing>(word, out var standing) && Enum.IsDefined(standing)
                ? CheckInViews.Noted(team!, standing, await book.SayAsync(desk.Db, team!, standing, by.Id, ct))
                : TeamNameViews.Gone();
    }
}

/// <summary>Opens the form for a note.</summary>
internal sealed class OpenNoteButton(TeamDesk desk, CheckInBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("team-checkin", "note");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var (team, by, refusal) = await desk.ToChangeAsync(call, ct);
        return refusal is not null ? refusal
            : by!.Membership is null ? CheckInViews.OnlyItsPeople(team!)
            : CheckInViews.NoteForm(team!, (await book.ThisWeekAsync(desk.Db, team!, ct))?.Note);
    }
}

/// <summary>A few words with the answer of this week.</summary>
internal sealed class NoteModal(TeamDesk desk, CheckInBook book) : IModal
{
    public static ControlSpec Spec { get; } = new("team-checkin", "keep-note");

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        var (team, by, refusal) = await desk.ToChangeAsync(call, ct);
        if (refusal is not null)
        {
            return refusal;
        }

        if (by!.Membership is null)
        {
            return CheckInViews.OnlyItsPeople(team!);
        }

        var note = Md.Line(call.Text(CheckInViews.NoteField));
        if (await book.ThisWeekAsync(desk.Db, team!, ct) is not { } row)
        {
            return CheckInViews.AnswerFirst(team!, note);
        }

        row.Note = note.Length == 0 ? null : Md.Cut(note, CheckIn.MostNote);
        await desk.Db.SaveChangesAsync(ct);
        return CheckInViews.NoteKept(row);
    }
}
