using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Announcements.Options;

/// <summary>What an announcement can do besides being posted: one choice of the list for each.</summary>
internal static class AnnouncementOptions
{
    public const string Event = "event";

    private static readonly (string Value, string Label, string Description, Func<Announcement, bool> Is, Action<Announcement, bool> Set)[] Toggles =
    [
        ("thread", "Discussion thread", "Opened under each post", it => it.OpensThread, (it, on) => it.OpensThread = on),
        ("gotit", "“Got it” button", "You see who has read it, and who has not", it => it.AsksForAcknowledgement, (it, on) => it.AsksForAcknowledgement = on),
        ("publish", "Publish to followers", "Servers that follow the channel get it too; announcement channels only", it => it.IsCrossposted, (it, on) => it.IsCrossposted = on),
        ("quiet", "Also in quiet hours", "It does not wait until the server's quiet hours end", it => it.IgnoresQuietHours, (it, on) => it.IgnoresQuietHours = on),
    ];

    public static StringSelect Select(Announcement announcement) => new()
    {
        CustomId = ChooseOptionsSelect.Spec.For(announcement.Id),
        Placeholder = "Options: thread, Got it, followers, event",
        MinValues = 0,
        MaxValues = Toggles.Length + 1,
        Options =
        [
            .. Toggles.Select(toggle => new SelectOption(toggle.Label, toggle.Value, toggle.Description, Default: toggle.Is(announcement))),
            new SelectOption("Also a scheduled event", Event, "Stands among the server's events, kept in step", Default: announcement.Event is not null),
        ],
    };

    public static RoleSelect Ping(Announcement announcement) => new()
    {
        CustomId = ChoosePingSelect.Spec.For(announcement.Id),
        Placeholder = "Pings nobody. Choose a role to ping",
        MinValues = 0,
        MaxValues = 1,
        DefaultValues = announcement.PingRoleId is { } role ? [new SelectDefaultValue(role, "role")] : null,
    };

    /// <summary>The names of those that are on.</summary>
    public static IReadOnlyList<string> Names(Announcement announcement) => [.. Toggles.Where(toggle => toggle.Is(announcement)).Select(toggle => toggle.Label)];

    /// <summary>Takes the choices over; the event needs a form of its own and is only ever taken away here.</summary>
    public static void Apply(Announcement announcement, IReadOnlyList<string> chosen)
    {
        foreach (var toggle in Toggles)
        {
            toggle.Set(announcement, chosen.Contains(toggle.Value));
        }

        announcement.Event = chosen.Contains(Event) ? announcement.Event : null;
    }

    /// <summary>What a second mentor has approved: where and when it stands. A thread or a button beside it changes nothing of that.</summary>
    public static object Approved(Announcement announcement) => (announcement.IsCrossposted, announcement.IgnoresQuietHours, announcement.Event is null);

    /// <summary>The same in another announcement.</summary>
    public static void Copy(Announcement from, Announcement to)
    {
        foreach (var toggle in Toggles)
        {
            toggle.Set(to, toggle.Is(from));
        }
    }
}
