using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>What the buttons of rounds do, with the server that it is about: some stand in direct messages.</summary>
internal static class RoundActs
{
    public const string Join = "join";
    public const string Leave = "leave";
    public const string Skip = "skip";
    public const string Unskip = "unskip";

    public static string For(string act, Snowflake guild) => $"{act}/{guild}";

    /// <summary>Null for what no button of this server says.</summary>
    public static async Task<Reply?> DoAsync(RoundDesk desk, ControlCall call, bool inPlace, CancellationToken ct) => call.Argument.Split('/') switch
    {
        [Join, var server] when GuildOf(call, server) is { } guild => RoundViews.Joined(await desk.JoinAsync(call, guild, ct), inPlace),
        [Leave, var server] when GuildOf(call, server) is { } guild => RoundViews.Left(await desk.LeaveAsync(call, guild, ct), inPlace),
        [Skip, var server] when GuildOf(call, server) is { } guild => RoundViews.Skipped(await desk.SkipAsync(call, guild, skips: true, ct), inPlace),
        [Unskip, var server] when GuildOf(call, server) is { } guild => RoundViews.TakenBack(await desk.SkipAsync(call, guild, skips: false, ct), inPlace),
        _ => null,
    };

    /// <summary>The server a control names, when it is the one where it was pressed, or was pressed in a direct message.</summary>
    public static Snowflake? GuildOf(Call call, string named) =>
        Snowflake.TryParse(named, out var guild) && (call.GuildOrNull is null || call.GuildOrNull == guild) ? guild : null;
}

/// <summary>Under a message that others read too: the answer is theirs alone.</summary>
internal sealed class RoundPartButton(RoundDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("rounds", "part");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => await RoundActs.DoAsync(desk, call, inPlace: false, ct) ?? Reply.Nothing;
}

/// <summary>On what only they see: it changes.</summary>
internal sealed class RoundPartHereButton(RoundDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("rounds", "here") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => await RoundActs.DoAsync(desk, call, inPlace: true, ct) ?? Reply.Nothing;
}

/// <summary>Pause….</summary>
internal sealed class PauseRoundsButton : IButton
{
    public static ControlSpec Spec { get; } = new("rounds", "pause");

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        Task.FromResult(RoundActs.GuildOf(call, call.Argument) is { } guild ? RoundViews.PauseForm(guild) : Reply.Nothing);
}

/// <summary>The form behind it.</summary>
internal sealed class PauseRoundsModal(RoundDesk desk, PersonZones zones, TimeProvider clock) : IModal
{
    public static ControlSpec Spec { get; } = new("rounds", "pause") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (RoundActs.GuildOf(call, call.Argument) is not { } guild)
        {
            return Reply.Nothing;
        }

        var zone = (await zones.OfAsync(call.User, guild, ct)).Zone;
        var typed = call.Text(RoundViews.UntilField);
        return PauseTimes.Read(typed, clock.GetUtcNow(), zone, out var until) is { } unclear
            ? RoundViews.UntilIsUnclear(unclear, typed, zone)
            : RoundViews.Paused(await desk.PauseAsync(call, guild, until, ct), inPlace: true);
    }
}
