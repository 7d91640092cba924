using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Profiles;

/// <summary>A quick pick of hours, in the words that mean it.</summary>
internal sealed class PickHoursSelect(ProfileDesk desk) : ISelect
{
    public static ControlSpec Spec { get; } = new("profiles", "pick") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct) =>
        call.Values is [var words] && ProfileHoursViews.QuickPicks.Contains(words) && WeekReader.Read(words).Week is { } week
            ? await desk.ChangeAsync(call, values => values with { Hours = week }, ProfileHoursViews.Card, "Your hours are saved.", ct)
            : ProfileHoursViews.Card(await desk.OwnAsync(call, ct), "");
}

/// <summary>The form of blocks: the days of each part of the day. What is finer than a block stays.</summary>
internal sealed class SaveBlocksModal(ProfileDesk desk) : IModal
{
    public static ControlSpec Spec { get; } = new("profiles", "blocks") { ChangesMessage = true };

    public Task<Reply> HandleAsync(ModalCall call, CancellationToken ct) => desk.ChangeAsync(
        call,
        values => values with { Hours = HourBlocks.Choose(values.Hours ?? default, block => call.Values(ProfileFormViews.BlockField(block))) },
        ProfileHoursViews.Card,
        "Your hours are saved.",
        ct);
}

/// <summary>The form of hours in words.</summary>
internal sealed class SaveHoursModal(ProfileDesk desk) : IModal
{
    public static ControlSpec Spec { get; } = new("profiles", "hours") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        var typed = call.Text(ProfileFormViews.HoursField);
        if (string.IsNullOrWhiteSpace(typed))
        {
            return await desk.ChangeAsync(call, values => values with { Hours = null }, ProfileHoursViews.Card, "Your hours are forgotten.", ct);
        }

        var read = WeekReader.Read(typed);
        return read.Week is { } week
            ? await desk.ChangeAsync(call, values => values with { Hours = week }, ProfileHoursViews.Card, "Your hours are saved.", ct)
            : ProfileHoursViews.Card(await desk.OwnAsync(call, ct), ProfileHoursViews.Unclear(typed, read.Unclear));
    }
}
