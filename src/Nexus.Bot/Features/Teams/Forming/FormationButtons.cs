using System.Globalization;
using Nexus.Bot.Data;
using Nexus.Bot.Matching;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.Forming;

/// <summary>Dry run, Build anew, Rebuild the rest.</summary>
internal sealed class SolveButton(FormationDesk desk) : IButton
{
    public static ControlSpec Spec => FormationControls.Solve;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => await desk.FindAsync(call.Guild, call.Argument, ct) is { } formation
        ? FormationViews.Solving(formation, 0, isWaiting: false).Afterwards<SolveFormation>(call.Argument)
        : FormationViews.Gone(isChange: true);
}

/// <summary>The same rules with another seed.</summary>
internal sealed class ReseedButton(FormationDesk desk) : IButton
{
    public static ControlSpec Spec => FormationControls.Reseed;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call.Guild, call.Argument, ct) is not { } formation)
        {
            return FormationViews.Gone(isChange: true);
        }

        formation.Seed++;
        await Formations.SaveAsync(desk.Db, formation, ct);
        return FormationViews.Solving(formation, 0, isWaiting: false).Afterwards<SolveFormation>(call.Argument);
    }
}

/// <summary>Ends a calculation; the card says so where it was begun.</summary>
internal sealed class StopSolvingButton(FormationDesk desk, Solving solving) : IButton
{
    public static ControlSpec Spec => FormationControls.Stop;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call.Guild, call.Argument, ct) is not { } formation)
        {
            return FormationViews.Gone(isChange: true);
        }

        await solving.StopAsync(formation.Id);
        return FormationViews.Stopped(formation);
    }
}

/// <summary>The rules as a form.</summary>
internal sealed class FormationRulesButton(FormationDesk desk) : IButton
{
    public static ControlSpec Spec => FormationControls.Rules;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await desk.FindAsync(call.Guild, call.Argument, ct) is { } formation ? FormationViews.RulesForm(formation) : FormationViews.Gone(isChange: false);
}

/// <summary>What was typed for the rules; all of it counts, or none.</summary>
internal sealed class FormationRulesModal(FormationDesk desk) : IModal
{
    public static ControlSpec Spec => FormationControls.SetRules;

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call.Guild, call.Argument, ct) is not { } formation)
        {
            return FormationViews.Gone(isChange: true);
        }

        if (FormationForm.Size(call.Text(FormationViews.SizeField)) is not { } size)
        {
            return FormationViews.Refused($"{Md.Code(call.Text(FormationViews.SizeField))} is no size of a team: a number such as `4`, or a range such as `3-5`, from 2 to {FormationForm.LargestTeam} people.");
        }

        if (FormationForm.Part(call.Text(FormationViews.BackendField)) is not { } backend || FormationForm.Part(call.Text(FormationViews.FrontendField)) is not { } frontend)
        {
            return FormationViews.Refused("How many of a team are backend and frontend is a number, a range such as `1-2`, `1+`, or `any`.");
        }

        if (backend.Least + frontend.Least > size.Most)
        {
            return FormationViews.Refused(string.Create(CultureInfo.InvariantCulture, $"{backend.Least} backend and {frontend.Least} frontend do not fit into a team of {size.Most}."));
        }

        if (FormationForm.Hours(call.Text(FormationViews.HoursField)) is not { } hours)
        {
            return FormationViews.Refused($"{Md.Code(call.Text(FormationViews.HoursField))} is no number of hours a week from 0 to {FormationForm.MostHours}.");
        }

        if (FormationForm.Order(call.Text(FormationViews.OrderField)) is not { } order)
        {
            return FormationViews.Refused("What counts is any of `hours, interests, balance, wishes, new faces`, each once, with commas between them.");
        }

        (formation.LeastSize, formation.MostSize, formation.MinimumHours) = (size.Least, size.Most, hours);
        (formation.LeastBackend, formation.MostBackend, formation.LeastFrontend, formation.MostFrontend) = (backend.Least, backend.Most, frontend.Least, frontend.Most);
        (formation.Order, formation.State) = ([.. order.Select(criterion => criterion.ToString())], FormationState.Draft);
        await Formations.SaveAsync(desk.Db, formation, ct);
        return FormationViews.Looking(isChange: true).Afterwards<ShowFormation>(FormationDesk.Id(formation));
    }
}

/// <summary>Only who has a role; none for everybody.</summary>
internal sealed class FormationRoleSelect(FormationDesk desk) : ISelect
{
    public static ControlSpec Spec => FormationControls.Role;

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call.Guild, call.Argument, ct) is not { } formation)
        {
            return FormationViews.Gone(isChange: true);
        }

        (formation.RoleId, formation.State) = (call.Ids.Select(id => (Snowflake?)id).FirstOrDefault(), FormationState.Draft);
        await Formations.SaveAsync(desk.Db, formation, ct);
        return FormationViews.Looking(isChange: true).Afterwards<ShowFormation>(call.Argument);
    }
}

/// <summary>Also who is on a team, or not.</summary>
internal sealed class FormationPlacedButton(FormationDesk desk) : IButton
{
    public static ControlSpec Spec => FormationControls.Placed;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call.Guild, call.Argument, ct) is not { } formation)
        {
            return FormationViews.Gone(isChange: true);
        }

        (formation.IncludesPlaced, formation.State) = (!formation.IncludesPlaced, FormationState.Draft);
        await Formations.SaveAsync(desk.Db, formation, ct);
        return FormationViews.Looking(isChange: true).Afterwards<ShowFormation>(call.Argument);
    }
}

/// <summary>Back to the rules. Who was left out comes back; locked teams stay until the next dry run.</summary>
internal sealed class FormationSettingsButton(FormationDesk desk) : IButton
{
    public static ControlSpec Spec => FormationControls.Settings;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call.Guild, call.Argument, ct) is not { } formation)
        {
            return FormationViews.Gone(isChange: true);
        }

        formation.State = FormationState.Draft;
        await Formations.SaveAsync(desk.Db, formation, ct);
        return FormationViews.Looking(isChange: true).Afterwards<ShowFormation>(call.Argument);
    }
}

/// <summary>Ends it; there is nothing to tell anybody.</summary>
internal sealed class DropFormationButton(FormationDesk desk) : IButton
{
    public static ControlSpec Spec => FormationControls.Drop;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call.Guild, call.Argument, ct) is not { } formation)
        {
            return FormationViews.Gone(isChange: true);
        }

        formation.State = FormationState.Dropped;
        await Formations.SaveAsync(desk.Db, formation, ct);
        return FormationViews.Dropped(formation);
    }
}

/// <summary>Another page of the plan.</summary>
internal sealed class TurnPlanButton(FormationDesk desk) : IButton
{
    public static ControlSpec Spec => FormationControls.Turn;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await desk.PlanAsync(call.Guild, call.Argument, ct) is { } explained && FormationDesk.Rest(call.Argument) is [var page, ..] && int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? PlanViews.Card(explained, at)
            : FormationViews.Gone(isChange: true);
}

/// <summary>The people of a team stay together when the rest is built anew, or no more.</summary>
internal sealed class LockTeamButton(FormationDesk desk) : IButton
{
    public static ControlSpec Spec => FormationControls.Lock;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await desk.PlanAsync(call.Guild, call.Argument, ct) is not { } explained
            || FormationDesk.Rest(call.Argument) is not [var index] || !int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var team) || team >= explained.Plan.Count)
        {
            return FormationViews.Gone(isChange: true);
        }

        var formation = explained.Formation;
        var people = explained.Plan[team].Members.Select(id => id.ToString(CultureInfo.InvariantCulture)).ToList();
        var locks = !people.TrueForAll(formation.Locked.Contains);
        formation.Locked = locks ? [.. formation.Locked.Union(people)] : [.. formation.Locked.Except(people)];
        await Formations.SaveAsync(desk.Db, formation, ct);
        return PlanViews.Card(explained, 0, string.Create(CultureInfo.InvariantCulture, $"{(locks ? "🔒" : "🔓")} Team {team + 1} {(locks ? "stays as it is when the rest is built anew" : "is free again")}."));
    }
}

/// <summary>One of the changes that were found to make all rules hold; it is tried at once.</summary>
internal sealed class ApplyRemedyButton(FormationDesk desk) : IButton
{
    public static ControlSpec Spec => FormationControls.Remedy;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call.Guild, call.Argument, ct) is not { } formation
            || FormationDesk.Rest(call.Argument) is not [var index] || !int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at >= formation.Remedies.Count)
        {
            return FormationViews.Gone(isChange: true);
        }

        FormationRemedy.Apply(formation, formation.Remedies[at]);
        await Formations.SaveAsync(desk.Db, formation, ct);
        return FormationViews.Solving(formation, 0, isWaiting: false).Afterwards<SolveFormation>(FormationDesk.Id(formation));
    }
}
