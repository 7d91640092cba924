using Nexus.Bot.Features.Announcements.Series;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.Announcements.Approval;

/// <summary>What people read while a second mentor decides.</summary>
internal static class ApprovalViews
{
    /// <summary>Wherever something that was handed in is shown to mentors.</summary>
    public static IReadOnlyList<Button> Buttons(Announcement announcement)
    {
        var handIn = HandIn.Of(announcement).ToString();
        return
        [
            Control.Button("Approve", ApproveButton.Spec.For(handIn), ButtonStyle.Success),
            Control.Button("Send back…", SendBackButton.Spec.For(handIn)),
        ];
    }

    public static Reply Decided(Announcement announcement, Decision decision, PlanResult? plan, Snowflake by) => decision switch
    {
        Decision.Done => Reply.ChangeCard(new TextDisplay($"✅ {Md.User(by)} approved **{Title(announcement)}**{By(announcement)}. {Goes(announcement, plan)}")),
        Decision.Decided => Reply.Private(announcement.ApprovedBy is { } earlier
            ? $"**{Title(announcement)}** has been approved by {Md.User(earlier)} already."
            : $"**{Title(announcement)}** has been sent back or taken back meanwhile. Nothing was changed."),
        Decision.Changed => Reply.Private($"**{Title(announcement)}** was changed after this was written. Decide on the newer card, or in `/announce list show:waiting`."),
        Decision.Own => Reply.Private($"You handed **{Title(announcement)}** in yourself, so somebody else has to approve it."),
        Decision.TimePassed => Reply.PrivateCard(
            new TextDisplay($"⏰ **{Title(announcement)}** was to be posted {(announcement.DueAt is { } due ? Md.Moment(due) : "earlier")}, and that has passed while it waited. Nothing is posted yet. When is it to go out?"),
            Control.Row(
                Control.Button("Post it now", ApproveForNowButton.Spec.For(HandIn.Of(announcement).ToString()), ButtonStyle.Success),
                Control.Button("New time…", ApproveAtButton.Spec.For(HandIn.Of(announcement).ToString())))),
        Decision.Over => Reply.Private($"**{Title(announcement)}** has no date left, so it cannot be approved like this. Send it back and say so."),
    };

    public static Reply SentBack(Announcement announcement, Snowflake by, string reason) => Reply.ChangeCard(
        new TextDisplay($"↩️ {Md.User(by)} sent **{Title(announcement)}**{By(announcement)} back: “{Md.EscapeLine(reason)}”"));

    public static Reply ReasonMissing() => Reply.Private("Please say why, so that it can be made better. Nothing was changed; press **Send back…** again.");

    public static Reply AskForReason(HandIn handIn) => Reply.Form(new Modal
    {
        CustomId = SendBackModal.Spec.For(handIn.ToString()),
        Title = "Send it back",
        Components = [Control.TextField(SendBackModal.ReasonField, "What should be changed?", AnnouncementNotice.MostReason, paragraph: true, hint: "Its author reads this")],
    });

    public static Reply AskForTime(HandIn handIn, DateTimeZone zone) => Reply.Form(new Modal
    {
        CustomId = ApproveAtModal.Spec.For(handIn.ToString()),
        Title = "Approve it for another time",
        Components = [Control.TextField(AnnouncementFormViews.WhenField, "When", WhenReader.MostCharacters, hint: $"Such as: tomorrow 9:00. Read in {zone.Id}")],
    });

    public static Reply TimeIsUnclear(HandIn handIn, string phrase, DateTimeZone zone) => Reply.Private(
        $"I cannot use “{Md.EscapeLine(Md.Cut(phrase, 100))}” as a time that lies ahead. Times that work: {string.Join(", ", WhenReading.NotUnderstood.Examples.Select(Md.Code))}, read in {zone.Id}. Nothing was changed.")
        .With(Control.Button("New time…", ApproveAtButton.Spec.For(handIn.ToString())));

    private static string By(Announcement announcement) => announcement.SubmittedBy is { } author ? $" by {Md.User(author)}" : "";

    private static string Goes(Announcement announcement, PlanResult? plan) => plan switch
    {
        { State: PlanState.Coming, DueAt: { } due } => $"It goes to {Md.Channel(announcement.ChannelId)} {Md.Moment(due)}.",
        { State: PlanState.Paused } => "It is paused; `/announce resume` lets it go on.",
        _ => "",
    };

    private static string Title(Announcement announcement) => Md.EscapeLine(announcement.Title);
}
