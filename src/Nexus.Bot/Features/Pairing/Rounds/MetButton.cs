using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;
using Nexus.Bot.ServerLog;
using Nexus.Discord;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>Did you meet? The answer is theirs alone, and can be changed by another press.</summary>
internal sealed class MetButton(RoundAnswers answers) : IButton
{
    public static ControlSpec Spec { get; } = new("rounds", "met");

    public static string For(Pair pair, Met met) => Spec.For(string.Create(CultureInfo.InvariantCulture, $"{pair.Id}/{(int)met}"));

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Argument.Split('/') is not [var id, var said] || !Enum.TryParse<Met>(said, out var met) || !Enum.IsDefined(met) || met == Met.Unsaid)
        {
            return Reply.Nothing;
        }

        return await answers.FindAsync(call.Guild, id, ct) is not var (pair, round) ? RoundAnswerViews.Gone()
            : !await answers.IsOfAsync(pair, call.User, ct) ? RoundAnswerViews.NotYours()
            : RoundAnswerViews.Answered(pair, round, await answers.SayAsync(pair, round, call.User, met, ct));
    }
}

/// <summary>A mentor could help; also takes it back.</summary>
internal sealed class RoundHelpButton(RoundAnswers answers) : IButton
{
    public static ControlSpec Spec { get; } = new("rounds", "help") { ChangesMessage = true };

    public static string For(Pair pair, bool asks) => Spec.For(string.Create(CultureInfo.InvariantCulture, $"{pair.Id}/{(asks ? 1 : 0)}"));

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Argument.Split('/') is not [var id, var asks] || await answers.FindAsync(call.Guild, id, ct) is not var (pair, round))
        {
            return RoundAnswerViews.Gone();
        }

        return await answers.AskHelpAsync(pair, round, call.User, asks == "1", ct) is { } answer ? RoundAnswerViews.Helped(pair, round, answer) : RoundAnswerViews.NotYours();
    }
}

/// <summary>What the people of a round's pairs say.</summary>
internal sealed class RoundAnswers(NexusDb db, LogBook log, DeliveryQueue queue, TimeProvider clock)
{
    public async Task<(Pair Pair, Round Round)?> FindAsync(Snowflake guild, string id, CancellationToken ct) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? await RoundPair.FindAsync(db, guild, number, ct) : null;

    public Task<bool> IsOfAsync(Pair pair, Snowflake person, CancellationToken ct) =>
        db.In<PairMember>(pair.GuildId).AnyAsync(member => member.PairId == pair.Id && member.PersonId == person && member.LeftAt == null, ct);

    public async Task<RoundAnswer> SayAsync(Pair pair, Round round, Snowflake person, Met met, CancellationToken ct)
    {
        var answer = await OfAsync(pair, round, person, ct);
        (answer.Met, answer.At) = (met, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return answer;
    }

    /// <summary>Null for somebody who is not of the pair. Mentors find it in their log, and with the round.</summary>
    public async Task<RoundAnswer?> AskHelpAsync(Pair pair, Round round, Snowflake person, bool asks, CancellationToken ct)
    {
        if (!await IsOfAsync(pair, person, ct))
        {
            return null;
        }

        var answer = await OfAsync(pair, round, person, ct);
        if (asks == answer.HelpAskedAt is null)
        {
            answer.HelpAskedAt = asks ? clock.GetUtcNow() : null;
            await log.AddAsync(db, pair.GuildId, person, RoundAnswerViews.LoggedHelp(round, asks), link: null, ct);
            await db.SaveChangesAsync(ct);
            queue.WakeAt(clock.GetUtcNow());
        }

        return answer;
    }

    private async Task<RoundAnswer> OfAsync(Pair pair, Round round, Snowflake person, CancellationToken ct)
    {
        var answer = await db.In<RoundAnswer>(pair.GuildId).SingleOrDefaultAsync(it => it.PairId == pair.Id && it.PersonId == person, ct);
        if (answer is null)
        {
            answer = new RoundAnswer { GuildId = pair.GuildId, RoundId = round.Id, PairId = pair.Id, PersonId = person, At = clock.GetUtcNow() };
            db.Add(answer);
        }

        return answer;
    }
}
