using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Options;

/// <summary>Whom an announcement pings. A role is taken over only once Discord was asked whether it may be mentioned there.</summary>
internal sealed class ChoosePingSelect(AnnouncementBook book, AnnouncementDesk desk) : ISelect
{
    public static ControlSpec Spec { get; } = new("announcements", "ping") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } announcement)
        {
            return AnnouncementViews.Gone();
        }

        if (call.Ids.Select(role => (Discord.Snowflake?)role).FirstOrDefault() is { } role)
        {
            return AnnouncementCardViews.ShownHere(await desk.LookAsync(announcement, ct, AnnouncementViews.AsksWhetherItMayPing()))
                .Afterwards<ChoosePing>($"{id}/{role}");
        }

        announcement.PingRoleId = null;
        return await desk.SavedAsync(announcement, call.User, ct);
    }
}
