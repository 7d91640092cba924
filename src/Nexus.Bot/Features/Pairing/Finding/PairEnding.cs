using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Pairing.Home;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Pairing.Finding;

/// <summary>A found pair that a control names, and who used it.</summary>
internal sealed class PairDesk(NexusDb db)
{
    public NexusDb Db { get; } = db;

    /// <returns>The pair with those who are in it, all tracked, or what to answer instead.</returns>
    public async Task<(Pair? Pair, IReadOnlyList<PairMember> Members, Reply? Refusal)> OfAsync(ControlCall call, string argument, CancellationToken ct)
    {
        if (!long.TryParse(argument, out var id) || await Db.In<Pair>(call.Guild).SingleOrDefaultAsync(it => it.Id == id && it.Source == PairSource.Found, ct) is not { } pair)
        {
            return (null, [], PairAskViews.Gone());
        }

        var members = await PairLife.MembersAsync(Db, pair, ct);
        return members.Exists(member => member.PersonId == call.User) ? (pair, members, null) : (null, [], PairEndingViews.NotYours());
    }
}

/// <summary>One of the two says that they met; another press takes it back.</summary>
internal sealed class MetPartnerButton(PairDesk desk, PairOpener opener, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("pairs", "met") { ChangesMessage = true };

    public static string For(Pair pair, bool met) => Spec.For($"{pair.Id}/{(met ? 1 : 0)}");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var parts = call.Argument.Split('/');
        var (pair, _, refusal) = await desk.OfAsync(call, parts[0], ct);
        if (pair is null)
        {
            return refusal!;
        }

        pair.MetAt = parts is [_, "1"] ? pair.MetAt ?? clock.GetUtcNow() : null;
        await desk.Db.SaveChangesAsync(ct);
        return Reply.ChangeCard(PairOpenerViews.Card(await opener.OfAsync(desk.Db, pair, ct)));
    }
}

/// <summary>One of the two ends it; for a day either of them can take that back.</summary>
internal sealed class EndPairButton(PairDesk desk, PairLife life, TimeProvider clock) : IButton
{
    public static readonly TimeSpan Undo = TimeSpan.FromHours(24);

    public static ControlSpec Spec { get; } = new("pairs", "end");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var (pair, members, refusal) = await desk.OfAsync(call, call.Argument, ct);
        if (pair is null)
        {
            return refusal!;
        }

        if (pair.Status == PairStatus.Active)
        {
            life.End(pair, members, Undo);
            pair.EndedById = call.User;
            if (pair.ThreadId is { } thread)
            {
                desk.Db.Add(Delivery.Plan(pair.GuildId, PairEndedSource.DeliveryKind, pair.Id, DeliveryTarget.In(thread), clock.GetUtcNow(), pair.Revision));
            }

            await desk.Db.SaveChangesAsync(ct);
            life.Wake();
        }

        return PairEndingViews.Ended(pair, members, call.User);
    }
}

/// <summary>The pair goes on.</summary>
internal sealed class ResumePairButton(PairDesk desk, PairLife life, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("pairs", "resume") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var (pair, members, refusal) = await desk.OfAsync(call, call.Argument, ct);
        if (pair is null)
        {
            return refusal!;
        }

        if (pair.Status == PairStatus.Active)
        {
            return PairEndingViews.Resumed(pair);
        }

        if (members.Count < 2)
        {
            return PairEndingViews.HasLeft();
        }

        if (pair.EndedAt + EndPairButton.Undo < clock.GetUtcNow())
        {
            return PairEndingViews.TooLate();
        }

        foreach (var member in members)
        {
            if (await PairLife.FoundOfAsync(desk.Db, pair.GuildId, member.PersonId, ct) is not null)
            {
                return PairEndingViews.IsElsewhere(member.PersonId, call.User);
            }
        }

        life.Resume(pair, members);
        pair.EndedById = null;
        await desk.Db.SaveChangesAsync(ct);
        life.Wake();
        return PairEndingViews.Resumed(pair);
    }
}

/// <summary>Tells the thread that its pair has ended, before it is archived.</summary>
internal sealed class PairEndedSource : IDeliverySource
{
    public const string DeliveryKind = "pair-ended";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct) =>
        await db.In<Pair>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == delivery.SubjectId && it.Revision == delivery.Occurrence, ct) is { Status: PairStatus.Ended, EndedById: { } by } pair
            && pair.ThreadId == delivery.ChannelId
            ? new DeliveryContent(PairEndingViews.Told(pair, by)) { IsQuiet = true }
            : DeliveryContent.NotNeeded;
}

/// <summary>The end of a found pair, and that it goes on after all.</summary>
internal static class PairEndingViews
{
    public static Reply NotYours() => Reply.Private("This is for the two of this pair.");

    public static Reply Ended(Pair pair, IReadOnlyList<PairMember> members, Snowflake me)
    {
        var others = string.Join(" and ", members.Where(member => member.PersonId != me).Select(member => Md.User(member.PersonId)));
        return Reply.PrivateCard(
            new TextDisplay($"🏁 Your pair with {others} has ended. {(pair.ThreadId is null ? "" : "The thread says so kindly, and is put away, not deleted. ")}`/pair find` shows who else fits.\n-# You can take it back until {Md.Moment((pair.EndedAt ?? default) + EndPairButton.Undo)}."),
            Undo(pair));
    }

    /// <summary>In the thread.</summary>
    public static Container Told(Pair pair, Snowflake by) => new(
    [
        new TextDisplay(
            $"🏁 {Md.User(by)} ends this pair. Thank you both for the time you gave each other; that two people go on separately is nobody's fault.\n"
            + $"-# Either of you can take it back until {Md.Moment((pair.EndedAt ?? default) + EndPairButton.Undo)}; then this thread is put away. `/pair find` shows who else fits."),
        Undo(pair),
    ]);

    public static Reply Resumed(Pair pair) => Reply.ChangeCard(new TextDisplay($"🔁 The pair goes on{(pair.ThreadId is { } thread ? $": {Md.ChannelUrl(pair.GuildId, thread)}" : "")}."));

    public static Reply HasLeft() => Reply.Private("The other one has left the server, so this pair stays ended. `/pair find` shows who fits you.");

    public static Reply TooLate() => Reply.Private("That could be taken back for a day. `/pair invite` asks them again.");

    public static Reply IsElsewhere(Snowflake person, Snowflake me) => Reply.Private(person == me
        ? "You are in another pair meanwhile: `/pair show`."
        : $"{Md.User(person)} has found somebody else meanwhile. `/pair find` shows who fits you.");

    public static ActionRow Undo(Pair pair) => Control.Row(Control.Button("Take it back", ResumePairButton.Spec.For(pair.Id)));
}
