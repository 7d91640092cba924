using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Answerers;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Questions.Settings;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Bot.ServerLog;
using Nexus.Discord;
using Nexus.Discord.Rest;
using Audience = Nexus.Bot.Features.Questions.Rules.Audience;

namespace Nexus.Bot.Features.Questions.Escalation;

/// <summary>
/// Climbs the ladder of one question as far as is due, in one save: who is asked, the message that asks them, and which step comes
/// when. When the question is looked at (<see cref="Question.ClimbAt"/>) decides nothing; looking too early changes nothing.
/// </summary>
internal sealed class LadderClimber(
    AnswererPool pool, QuestionSettingsStore store, GuildConfigurations configurations, GuildHubs hubs, LogBook logs, IDiscordRest discord, TimeProvider clock)
{
    /// <summary>Whoever was asked has so long before the next are, however late the steps are after a standstill.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMinutes(15);

    /// <returns>Whether something is to be sent.</returns>
    public async Task<bool> ClimbAsync(NexusDb db, Question question, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (question is not { State: QuestionState.Open, ThreadId: not null, OpenedAt: { } openedAt })
        {
            question.ClimbAt = null;
            await db.SaveChangesAsync(ct);
            return false;
        }

        var settings = await store.OfAsync(question.GuildId, ct);
        var configuration = await configurations.OfAsync(question.GuildId, ct);
        var ladder = QuestionLadders.Of(settings, configuration);
        var asked = await db.In<AskedAnswerer>(question.GuildId).AsNoTracking()
            .Where(one => one.QuestionId == question.Id && (one.Opening == question.Opening || one.DeclinedAt != null))
            .ToListAsync(ct);
        var look = new Look(db, question, now, settings, configuration, [.. asked.Select(one => one.PersonId)], [.. await pool.OfAsync(db, question.GuildId, ct)])
        {
            Topics = TopicsAround.Of(await hubs.OfAsync(question.GuildId, ct), question.Topics),
        };
        var asks = await AskInsteadAsync(look, ladder, asked, ct);
        asks |= await StepAsync(look, ladder, openedAt, ct);
        await db.SaveChangesAsync(ct);
        return asks || db.ChangeTracker.Entries<LogEntry>().Any();
    }

    // Of the step that is the last one so far: whoever said no is replaced by the next best, if there is one.
    private async Task<bool> AskInsteadAsync(Look look, Ladder ladder, IReadOnlyList<AskedAnswerer> asked, CancellationToken ct)
    {
        var (question, asks) = (look.Question, false);
        foreach (var declined in asked.Where(one =>
            one.DeclinedAt is not null && one.Opening == question.Opening && one.Step >= 0 && one.Step == question.NextStep - 1 && !asked.Any(other => other.InsteadOfId == one.Id)))
        {
            var audience = ladder.Steps[declined.Step].Audience;
            if (await AgreedAsync(look, () => Router.Choose(look.Need, audience, 1, look.People, look.Now).Chosen, chosen => chosen, ct) is [var chosen])
            {
                look.Ask(QuestionAsk.Row(question, declined.Step, chosen, look.Now, declined.Id));
                look.Db.Add(QuestionAsk.InsteadOf(question, declined, look.Now));
                asks = true;
            }
        }

        return asks;
    }

    private async Task<bool> StepAsync(Look look, Ladder ladder, DateTimeOffset openedAt, CancellationToken ct)
    {
        var (question, facts) = (look.Question, QuestionAsk.Facts(look.Question));
        while (true)
        {
            question.ClimbAt = ladder.DueAt(openedAt, question.NextStep);
            if (question.ClimbAt is null || question.ClimbAt > look.Now)
            {
                return false;
            }

            if (look.LastAskedAt + Breath is { } rested && rested > look.Now)
            {
                question.ClimbAt = rested;
                return false;
            }

            var step = question.NextStep;
            var occurrence = Ladder.Occurrence(question.Opening, step);
            switch (await AgreedAsync(look, () => ladder.At(facts, occurrence, openedAt, look.Need, look.People, look.Now), climb => climb is Climb.Ask ask ? ask.Whom : [], ct))
            {
                case Climb.Ask ask:
                    foreach (var chosen in ask.Whom)
                    {
                        look.Ask(QuestionAsk.Row(question, step, chosen, look.Now));
                    }

                    look.Db.Add(QuestionAsk.Delivery(question, step, look.Now));
                    question.NextStep++;
                    question.ClimbAt = ladder.DueAt(openedAt, question.NextStep) is { } next ? next < look.Now + Breath ? look.Now + Breath : next : null;
                    return true;
                case Climb.WaitUntil wait:
                    question.ClimbAt = wait.At;
                    return false;
                case Climb.Needless:
                    question.ClimbAt = null;
                    return false;
                default:
                    if (ladder.Steps[step].Audience == Audience.Leads)
                    {
                        await logs.AddAsync(look.Db, question.GuildId, default, AskViews.NobodyLeft(question, look.Settings.LeadRoleId, look.People.Exists(one => one.Rank == AnswererRank.Lead)), AskViews.ThreadUrl(question), ct);
                    }

                    question.NextStep++;
                    break;
            }
        }
    }

    // Decides until everybody who would be asked is still on the server and of the rank that was thought.
    private async Task<T> AgreedAsync<T>(Look look, Func<T> decide, Func<T, IReadOnlyList<Chosen>> whom, CancellationToken ct)
    {
        while (true)
        {
            var decided = decide();
            var isAgreed = true;
            foreach (var chosen in whom(decided).Where(one => look.Seen.Add(one.Id)))
            {
                isAgreed &= await IsAsKnownAsync(look, chosen.Id, ct);
            }

            if (isAgreed)
            {
                return decided;
            }
        }
    }

    private async Task<bool> IsAsKnownAsync(Look look, Snowflake person, CancellationToken ct)
    {
        var member = await PingRights.MemberAsync(discord, look.Question.GuildId, person, RequestOptions.Batch, ct);
        var known = look.People.Single(one => one.Id == person);
        var rank = member is null ? known.Rank : AnswererRanks.Of(member.Roles, look.Configuration, look.Settings);
        if (member is not null && rank == known.Rank)
        {
            return true;
        }

        var profile = await look.Db.In<AnswererProfile>(look.Question.GuildId).SingleAsync(one => one.PersonId == person, ct);
        look.People.Remove(known);
        if (member is null)
        {
            profile.LeftAt = look.Now;
        }
        else
        {
            profile.Rank = rank;
            look.People.Add(known with { Rank = rank });
        }

        return false;
    }

    /// <summary>One question at one moment.</summary>
    private sealed record Look(
        NexusDb Db, Question Question, DateTimeOffset Now, QuestionSettings Settings, GuildConfiguration Configuration, HashSet<Snowflake> Asked, List<Answerer> People)
    {
        public required IReadOnlyList<string> Topics { get; init; }

        /// <summary>Whom Discord was asked about.</summary>
        public HashSet<Snowflake> Seen { get; } = [];

        public QuestionNeed Need => new(Question.Id, Question.AskerId, Topics, Question.Track, Asked);

        public DateTimeOffset? LastAskedAt { get; private set; }

        public void Ask(AskedAnswerer row)
        {
            Db.Add(row);
            Asked.Add(row.PersonId);
            LastAskedAt = Now;
        }
    }
}
