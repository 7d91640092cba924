using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Setup;

/// <summary>“Announcements…” of <c>/nexus setup</c>.</summary>
internal sealed class ShowAnnouncementRulesButton(SetupStore store) : IButton
{
    public static ControlSpec Spec { get; } = new("setup", "announcements") { Audience = Audience.Admins, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        AnnouncementRulesViews.Card(await store.OpenAsync(call.Guild, ct));
}

/// <summary>Switches the second mentor's approval on or off; it says which, so that a second press changes nothing back.</summary>
internal sealed class RequireApprovalButton(SetupStore store) : IButton
{
    public const string On = "on";
    public const string Off = "off";

    public static ControlSpec Spec { get; } = new("setup", "approval") { Audience = Audience.Admins, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var configuration = await store.OpenAsync(call.Guild, ct);
        configuration.AnnouncementsNeedApproval = call.Argument == On;
        await store.SaveAsync(configuration, call.User, ct);
        return AnnouncementRulesViews.Card(configuration, configuration.AnnouncementsNeedApproval
            ? "What is scheduled already is not asked about again."
            : "What waits for approval still does: `/announce list show:waiting` shows it.");
    }
}

/// <summary>“Quiet hours…” of the same.</summary>
internal sealed class ChooseQuietHoursButton(SetupStore store) : IButton
{
    public static ControlSpec Spec { get; } = new("setup", "quiet") { Audience = Audience.Admins };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        AnnouncementRulesViews.AskQuietHours(await store.OpenAsync(call.Guild, ct));
}

/// <summary>The form behind it.</summary>
internal sealed class ChooseQuietHoursModal(SetupStore store) : IModal
{
    public const string FromField = "from";
    public const string UntilField = "until";

    public static ControlSpec Spec { get; } = new("setup", "quiet") { Audience = Audience.Admins, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        var (from, until) = (call.Text(FromField).Trim(), call.Text(UntilField).Trim());
        var (begins, ends) = (Minute(from), Minute(until));
        var isNone = from.Length == 0 && until.Length == 0;
        if (!isNone && (begins is null || ends is null || begins == ends))
        {
            return AnnouncementRulesViews.TimesAreWrong();
        }

        var configuration = await store.OpenAsync(call.Guild, ct);
        (configuration.QuietFrom, configuration.QuietUntil) = (begins, ends);
        await store.SaveAsync(configuration, call.User, ct);
        return AnnouncementRulesViews.Card(configuration, isNone
            ? "What was moved out of quiet hours stays where it is."
            : "What is scheduled already in those hours is moved within a minute.");
    }

    private static int? Minute(string typed) => WhenReader.ReadTimeOfDay(typed) is { } time ? (time.Hour * 60) + time.Minute : null;
}
