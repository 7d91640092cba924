using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Announcements.Calendar;

/// <summary>What people read about the calendar file.</summary>
internal static class CalendarViews
{
    private const int MostNamed = 5;

    public static Reply Writing() => Reply.Private("📅 Writing your calendar file…");

    public static Reply NothingIsComing() => Reply.Change("📅 Nothing is coming up that you can see here, so there is no file yet.");

    public static Reply NotNow() => Reply.Change("⚠️ Discord does not tell me just now which channels you can read, so I wrote no file. Try again in a minute.");

    public static Reply Written(IReadOnlyList<CalendarEntry> entries, byte[] file)
    {
        var lines = entries.Take(MostNamed).Select(entry =>
            $"- {Md.EscapeLine(entry.Title)} · {(entry.Repeats is { } repeats ? Md.EscapeLine(repeats.Words) : Md.Time(entry.Start, 'f'))}");
        var more = entries.Count > MostNamed ? $"\n- … and {entries.Count - MostNamed} more" : "";
        return Reply.Change(
            $"📅 **{(entries.Count == 1 ? "1 entry" : $"{entries.Count} entries")}** for your calendar: download the file and open it.\n{string.Join('\n', lines)}{more}\n"
            + "-# It shows how things stand now. Get it again when something changes: known entries are updated, not doubled.")
            .WithFiles(new FileUpload("calendar.ics", file, "What is coming, for calendar programs"));
    }
}
