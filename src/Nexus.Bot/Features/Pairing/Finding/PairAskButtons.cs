using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Pairing.Finding;

/// <summary>Who is asked says yes; also after a no, while the invitation holds.</summary>
internal sealed class AcceptPairButton(PairAsking asking, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("pairs", "accept") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await asking.FindAsync(call, ct) is not { } ask)
        {
            return PairAskViews.Gone();
        }

        return ask.AskedId != call.User ? PairAskViews.NotForYou()
            : ask.MayAccept(clock.GetUtcNow()) ? await asking.AgreeAsync(call, ask, inPlace: true, ct)
            : PairAskViews.Over(ask, await asking.PairOfAsync(ask, ct));
    }
}

/// <summary>Who is asked says no.</summary>
internal sealed class DeclinePairButton(PairAsking asking, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("pairs", "decline") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await asking.FindAsync(call, ct) is not { } ask)
        {
            return PairAskViews.Gone();
        }

        if (ask.AskedId != call.User)
        {
            return PairAskViews.NotForYou();
        }

        if (!ask.IsOpen(clock.GetUtcNow()))
        {
            return PairAskViews.Over(ask, await asking.PairOfAsync(ask, ct));
        }

        await asking.DeclineAsync(ask, ct);
        return PairAskViews.Declined(ask);
    }
}

/// <summary>Who asked takes it back while nobody has answered.</summary>
internal sealed class TakePairAskBackButton(PairAsking asking, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("pairs", "unask") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await asking.FindAsync(call, ct) is not { } ask)
        {
            return PairAskViews.Gone();
        }

        if (ask.ById != call.User)
        {
            return PairAskViews.NotForYou();
        }

        if (ask.IsOpen(clock.GetUtcNow()))
        {
            await asking.TakeBackAsync(ask, ct);
        }

        return ask.Answer == PairAnswer.TakenBack ? PairAskViews.TakenBack(ask) : PairAskViews.Over(ask, await asking.PairOfAsync(ask, ct));
    }
}

/// <summary>Where DMs are closed, the invitation waits behind this: only who is asked sees it.</summary>
internal sealed class LookAtPairAskButton(PairAsking asking, PairAskReasons reasons, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("pairs", "look");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await asking.FindAsync(call, ct) is not { } ask)
        {
            return PairAskViews.Gone();
        }

        return ask.AskedId != call.User ? PairAskViews.NotForYou()
            : !ask.IsOpen(clock.GetUtcNow()) ? PairAskViews.OverAnew(ask, await asking.PairOfAsync(ask, ct))
            : Reply.PrivateCard(PairAskViews.Invitation(ask, await reasons.OfAsync(ask, ct)));
    }
}
