using System.Globalization;
using Nexus.Bot.Matching;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.Forming;

/// <summary>One person to move, or two to swap: shows what it would do to the scores.</summary>
internal sealed class PickPeopleSelect(FormationDesk desk) : ISelect
{
    public static ControlSpec Spec => FormationControls.Pick;

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        if (await desk.PlanAsync(call.Guild, call.Argument, ct) is not { } explained)
        {
            return FormationViews.Gone(isChange: false);
        }

        var people = call.Ids.Distinct().ToList();
        var strangers = people.Where(person => explained.Plan.TeamOf(person.Value) < 0).ToList();
        return (people, strangers) switch
        {
            (_, [var stranger, ..]) => FormationViews.Refused($"{Md.User(stranger)} is in no team of this plan."),
            ([var one], _) => PlanViews.Picked(explained, one),
            ([var one, var other], _) => PlanViews.Picked(explained, one, other),
            _ => FormationViews.Refused("Choose one person, or two."),
        };
    }
}

/// <summary>Two in each other's place.</summary>
internal sealed class SwapButton(HandMoves moves) : IButton
{
    public static ControlSpec Spec => FormationControls.Swap;

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => moves.TwoAsync(call, (plan, one, other) => plan.Swap(one, other), ct);
}

/// <summary>Two in one team, by the swap that costs least.</summary>
internal sealed class TogetherButton(HandMoves moves) : IButton
{
    public static ControlSpec Spec => FormationControls.Together;

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => moves.TwoAsync(call, (plan, one, other) => plan.Together(one, other), ct);
}

/// <summary>One to another team.</summary>
internal sealed class MovePersonSelect(HandMoves moves) : ISelect
{
    public static ControlSpec Spec => FormationControls.Move;

    public Task<Reply> HandleAsync(SelectCall call, CancellationToken ct) => moves.MoveAsync(call, ct);
}

/// <summary>One not in this formation at all.</summary>
internal sealed class LeaveOutButton(HandMoves moves) : IButton
{
    public static ControlSpec Spec => FormationControls.LeaveOut;

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => moves.LeaveOutAsync(call, ct);
}

/// <summary>The plan before the last change by hand.</summary>
internal sealed class TakeBackMoveButton(FormationDesk desk) : IButton
{
    public static ControlSpec Spec => FormationControls.TakeBack;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call.Guild, call.Argument, ct) is not { State: FormationState.Ready, Before: { } before } formation)
        {
            return FormationViews.Gone(isChange: true);
        }

        var back = FormationSeats.Read(before).All.Select(seat => seat.Person.ToString(CultureInfo.InvariantCulture)).ToHashSet();
        (formation.Seats, formation.Before) = (before, null);
        formation.Without = [.. formation.Without.Where(person => !back.Contains(person))];
        await Formations.SaveAsync(desk.Db, formation, ct);
        return await desk.CardAsync(formation, page: 0, "↩️ The last change is taken back.", ct);
    }
}

/// <summary>Changes of a plan by hand, each scored anew.</summary>
internal sealed class HandMoves(FormationDesk desk)
{
    public async Task<Reply> TwoAsync(ButtonCall call, Func<Plan, ulong, ulong, Plan?> change, CancellationToken ct)
    {
        if (await desk.PlanAsync(call.Guild, call.Argument, ct) is not { } explained || FormationDesk.Rest(call.Argument) is not [var first, var second]
            || Find(explained.Plan, first) is not { } one || Find(explained.Plan, second) is not { } other || explained.Plan.TeamOf(one) == explained.Plan.TeamOf(other))
        {
            return FormationViews.Gone(isChange: true);
        }

        return change(explained.Plan, one, other) is { } changed ? await KeepAsync(explained, changed, ct, explained.Plan.TeamOf(one), explained.Plan.TeamOf(other)) : FormationViews.Gone(isChange: true);
    }

    public async Task<Reply> MoveAsync(SelectCall call, CancellationToken ct)
    {
        if (await desk.PlanAsync(call.Guild, call.Argument, ct) is not { } explained || FormationDesk.Rest(call.Argument) is not [var who] || Find(explained.Plan, who) is not { } person
            || !int.TryParse(call.Values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var to) || to >= explained.Plan.Count)
        {
            return FormationViews.Gone(isChange: true);
        }

        return await KeepAsync(explained, explained.Plan.Move(person, to), ct, explained.Plan.TeamOf(person), to);
    }

    public async Task<Reply> LeaveOutAsync(ButtonCall call, CancellationToken ct)
    {
        if (await desk.PlanAsync(call.Guild, call.Argument, ct) is not { } explained || FormationDesk.Rest(call.Argument) is not [var who] || Find(explained.Plan, who) is not { } person)
        {
            return FormationViews.Gone(isChange: true);
        }

        var formation = explained.Formation;
        var seats = FormationSeats.Read(formation.Seats);
        (formation.Before, formation.Remedies, formation.Without) = (formation.Seats, [], [.. formation.Without, who]);
        formation.Seats = new FormationSeats([.. seats.Teams.Select(team => team.Where(seat => seat.Person != person).ToArray()).Where(team => team.Length > 0)]).ToString();
        await Formations.SaveAsync(desk.Db, formation, ct);
        return await desk.CardAsync(formation, page: 0, $"{Md.User(new Snowflake(person))} is left out of this formation.", ct);
    }

    private static ulong? Find(Plan plan, string id) => ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var person) && plan.TeamOf(person) >= 0 ? person : null;

    private async Task<Reply> KeepAsync(ExplainedFormation explained, Plan changed, CancellationToken ct, params int[] teams)
    {
        var said = $"✏️ {PlanViews.Changes(explained.Plan, changed, teams)}";
        await Formations.ChangeAsync(desk.Db, explained.Formation, changed, ct);
        return await desk.CardAsync(explained.Formation, page: 0, said, ct);
    }
}
