using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Answerers;
using Nexus.Bot.Features.Questions.Settings;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Escalation;

/// <summary>Tells somebody who was asked, and nobody else, why it was they.</summary>
internal sealed class WhyMeButton(QuestionDesk desk, GuildHubs hubs, QuestionSettingsStore store, GuildConfigurations configurations) : IButton
{
    public static ControlSpec Spec { get; } = new("questions", "whyme");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call, ct) is not { } question)
        {
            return AskViews.Gone();
        }

        var asked = await desk.Db.In<AskedAnswerer>(question.GuildId).AsNoTracking()
            .Where(one => one.QuestionId == question.Id && one.PersonId == call.User && one.Step != AskedAnswerer.GaveItBack)
            .OrderByDescending(one => one.Opening)
            .FirstOrDefaultAsync(ct);
        if (asked is null)
        {
            return AskViews.NotAsked();
        }

        var (reason, hub) = (QuestionAsk.ReasonOf(asked), await hubs.OfAsync(question.GuildId, ct));
        var steps = QuestionLadders.Of(await store.OfAsync(question.GuildId, ct), await configurations.OfAsync(question.GuildId, ct)).Steps;
        return AskViews.Why(
            question, call.User, reason, [.. reason.Topics.Select(slug => hub.BySlug(slug)?.Title ?? slug)], asked.Step < steps.Count ? steps[asked.Step].Audience : null, asked.AskedAt);
    }
}
