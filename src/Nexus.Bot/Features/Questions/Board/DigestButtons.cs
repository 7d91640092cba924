using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Lists;
using Nexus.Bot.Routing;
using Nexus.Bot.ServerLog;

namespace Nexus.Bot.Features.Questions.Board;

/// <summary>"Stop this digest", under each of them.</summary>
internal sealed class StopDigestButton(NexusDb db, DigestPlanner planner, LogBook log) : IButton
{
    public static ControlSpec Spec { get; } = new("questions", "digest-stop") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild)
        {
            return QuestionListViews.OnlyInAServer();
        }

        await log.AddAsync(db, guild, call.User, DigestViews.LogStopped(), link: null, ct);
        await planner.SwitchAsync(db, guild, isOn: false, ct);
        return DigestViews.Stopped();
    }
}

/// <summary>"Send it again", after a stop.</summary>
internal sealed class ResumeDigestButton(NexusDb db, DigestPlanner planner, LogBook log) : IButton
{
    public static ControlSpec Spec { get; } = new("questions", "digest-resume") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild)
        {
            return QuestionListViews.OnlyInAServer();
        }

        await log.AddAsync(db, guild, call.User, DigestViews.LogResumed(), link: null, ct);
        return DigestViews.Resumed(await planner.SwitchAsync(db, guild, isOn: true, ct));
    }
}
