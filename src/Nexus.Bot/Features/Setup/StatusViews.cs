using System.Globalization;
using System.Text;
using Nexus.Bot.Data;
using Nexus.Bot.Jobs;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Setup;

internal static class StatusViews
{
    private const int MaxErrors = 5;
    private const int MaxJobs = 5;

    public static Reply Status(StatusFacts facts)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"**Nexus {facts.Version}**, up since {Md.Time(facts.StartedAt, 'R')}\n");
        text.Append(CultureInfo.InvariantCulture, $"{(facts.Gateway == "Ready" ? "🟢" : "🔴")} **Discord**: {Gateway(facts)}\n");
        text.Append(CultureInfo.InvariantCulture, $"{(facts.Database == DatabaseFailure.None ? "🟢" : "🔴")} **Database**: {facts.DatabaseKind}, {Database(facts)}\n");
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
        DatabaseFailure.Unavailable or DatabaseFailure.UniqueClash => "cannot be reached",
    };

    private static string Job(NextJob job) => $"- {job.Name} {Md.Time(job.At, 'R')}{(job.IsWakeUp ? " (something is due)" : "")}";
}
