using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Announcements.Series;

/// <summary>What a mentor is asked who posts something now, in quiet hours.</summary>
internal static class QuietViews
{
    public static Reply NowOrLater(Announcement draft, QuietHours quiet, DateTimeOffset end) => Reply.PrivateCard(
        new TextDisplay($"🌙 Quiet hours are {quiet.Words}, and they end {Md.Time(end, 'R')}. Nothing is posted yet: is **{Md.EscapeLine(draft.Title)}** to go out now all the same?"),
        Control.Row(
            Control.Button($"Wait until {quiet.End}", WaitForQuietEndButton.Spec.For(draft.Id), ButtonStyle.Primary),
            Control.Button("Post now anyway", PostInQuietHoursButton.Spec.For(draft.Id), ButtonStyle.Danger)));
}
