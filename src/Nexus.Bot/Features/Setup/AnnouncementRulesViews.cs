using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.Setup;

/// <summary>The server's rules for announcements: quiet hours, and whether a second mentor approves them.</summary>
internal static class AnnouncementRulesViews
{
    private const int LongestTime = 20;

    /// <summary>Two lines of the overview.</summary>
    public static string Summary(GuildConfiguration configuration) =>
        $"🌙 **Quiet hours**: {QuietHours.Of(configuration)?.Words ?? "none (optional)"}\n"
        + $"🔏 **A second mentor approves announcements**: {(configuration.AnnouncementsNeedApproval ? "yes" : "no (optional)")}";

    public static Reply Card(GuildConfiguration configuration, string? note = null)
    {
        var quiet = QuietHours.Of(configuration);
        string?[] lines =
        [
            "### Announcements",
            quiet is null
                ? "🌙 **Quiet hours**: none. Announcements go out at any hour."
                : $"🌙 **Quiet hours**: {quiet.Words} in {Md.EscapeLine(configuration.TimeZone)}. An announcement that is due in them waits until {quiet.End}; its preview says so.",
            configuration.AnnouncementsNeedApproval
                ? "🔏 **Approval**: another mentor than the one who wrote it has to approve an announcement before it goes out."
                : "🔏 **Approval**: none. What a mentor confirms goes out.",
            configuration is { AnnouncementsNeedApproval: true, LogChannelId: null }
                ? "⚠️ No log channel is chosen, so nobody is told when something waits: mentors find it with `/announce list show:waiting`. **Back**, then **Channels…** chooses one."
                : null,
            note,
        ];
        return Reply.ChangeCard(
        [
            new TextDisplay(string.Join('\n', lines.Where(line => line is not null))),
            Control.Row(
                Control.Button("Quiet hours…", ChooseQuietHoursButton.Spec.For()),
                configuration.AnnouncementsNeedApproval
                    ? Control.Button("No approval needed", RequireApprovalButton.Spec.For(RequireApprovalButton.Off))
                    : Control.Button("Ask for approval", RequireApprovalButton.Spec.For(RequireApprovalButton.On))),
            SetupViews.Back,
        ]);
    }

    public static Reply AskQuietHours(GuildConfiguration configuration) => Reply.Form(new Modal
    {
        CustomId = ChooseQuietHoursModal.Spec.For(),
        Title = "Quiet hours for announcements",
        Components =
        [
            Control.TextField(ChooseQuietHoursModal.FromField, "From", LongestTime, required: false, value: Time(configuration.QuietFrom), hint: "Such as 22:00. Leave both empty for no quiet hours"),
            Control.TextField(ChooseQuietHoursModal.UntilField, "Until", LongestTime, required: false, value: Time(configuration.QuietUntil), hint: "Such as 07:00; then what waited goes out"),
        ],
    });

    public static Reply TimesAreWrong() => Reply.Private(
        "Quiet hours need two different times of day, such as 22:00 and 07:00, or none at all. Nothing was changed; press **Quiet hours…** to try again.");

    private static string? Time(int? minute) => minute is { } at ? Times.TimeText.Clock(LocalTime.Midnight.PlusMinutes(at)) : null;
}
