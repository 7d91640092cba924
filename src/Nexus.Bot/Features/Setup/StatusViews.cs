using System.Globalization;
using System.Text;
using Nexus.Bot.Data;
using Nexus.Bot.Hub;
using Nexus.Bot.Jobs;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Setup;

internal static class StatusViews
{
    private const int MaxErrors = 5;
    private const int MaxJobs = 5;
    private const int MaxFiles = 5;
    private const int MaxFileName = 60;
    private const int MaxReason = 120;

    public static Reply Status(StatusFacts facts)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"**Nexus {facts.Version}**, up since {Md.Time(facts.StartedAt, 'R')}\n");
        text.Append(CultureInfo.InvariantCulture, $"{(facts.Gateway == "Ready" ? "🟢" : "🔴")} **Discord**: {Gateway(facts)}\n");
        text.Append(CultureInfo.InvariantCulture, $"{(facts.Database == DatabaseFailure.None ? "🟢" : "🔴")} **Database**: {facts.DatabaseKind}, {Database(facts)}\n");
        text.Append(Hub(facts.Hub));
        text.Append(facts.FailedDeliveries == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture, $"🟠 **Messages**: {facts.FailedDeliveries} could not be delivered; announcements among them are in `/announce list show:failed`\n"));
        text.Append("\n**Next jobs**\n");
        text.AppendJoin('\n', facts.Jobs.Take(MaxJobs).Select(Job)).Append(facts.Jobs.Count == 0 ? "none\n" : "\n");
        text.Append("\n**Last errors**\n");
        text.AppendJoin('\n', facts.Errors.Take(MaxErrors).Select(error => $"- {Md.Time(error.At, 'R')} **{error.Reference}** {Md.EscapeLine(error.Where)}: {error.Kind}"));
        text.Append(facts.Errors.Count == 0 ? "none since the start" : "");
        return Reply.Private(text.ToString());
    }

    private static string Gateway(StatusFacts facts) => facts.Gateway == "Ready"
        ? string.Create(CultureInfo.InvariantCulture, $"connected, {(facts.Latency is { } latency ? $"{latency.TotalMilliseconds:0} ms" : "no heartbeat yet")}{(facts.Guilds == 0 ? "" : facts.Guilds == 1 ? ", 1 server" : $", {facts.Guilds} servers")}")
        : $"not connected ({facts.Gateway})";

    private static string Database(StatusFacts facts) => facts.Database switch
    {
        DatabaseFailure.None => string.Create(CultureInfo.InvariantCulture, $"answers in {facts.DatabaseTime.TotalMilliseconds:0.0} ms"),
        DatabaseFailure.Busy => "busy: locked by something else",
        DatabaseFailure.Full => "its disk is full",
        DatabaseFailure.Unavailable or DatabaseFailure.Clash => "cannot be reached",
    };

    private static string Hub(HubHealth hub)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{(hub.Broken.Count == 0 ? "🟢" : "🟠")} **Hub**: {hub.Pages} {(hub.Pages == 1 ? "page" : "pages")}");
        if (hub.Conflicts.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $", {hub.Conflicts.Count} changed here and in {(hub.Conflicts.Count == 1 ? "its file" : "their files")}: `/topic queue`");
        }

        if (hub.Broken.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"; {hub.Broken.Count} {(hub.Broken.Count == 1 ? "file is" : "files are")} not served:\n");
            text.AppendJoin('\n', hub.Broken.Take(MaxFiles).Select(file => $"- {Md.Code(Md.Cut(file.Name, MaxFileName))}: {Md.EscapeLine(Md.Cut(file.Reason, MaxReason))}"));
            text.Append(hub.Broken.Count > MaxFiles ? string.Create(CultureInfo.InvariantCulture, $"\nand {hub.Broken.Count - MaxFiles} more") : "");
        }

        return text.Append('\n').ToString();
    }

    private static string Job(NextJob job) => $"- {job.Name} {Md.Time(job.At, 'R')}{(job.IsWakeUp ? " (something is due)" : "")}";
}
