using System.Globalization;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Pairing.Finding;

/// <summary>Invitations to be a pair: what who sends them reads, and what who gets them.</summary>
internal static class PairAskViews
{
    private const int MostGot = 5;

    public static Reply Asked(PairAsk ask) => Reply.PrivateCard(
        new TextDisplay($"✉️ I asked {Md.User(ask.AskedId)}. They can answer until {Md.Moment(ask.ExpiresAt)}. With a yes, the two of you get a private thread; with a no, I tell you."), TakeBack(ask));

    public static Reply IsAsked(PairAsk ask) => Reply.PrivateCard(
        new TextDisplay($"✉️ You have asked {Md.User(ask.AskedId)} already. They can answer until {Md.Moment(ask.ExpiresAt)}."), TakeBack(ask));

    public static Reply Oneself() => Reply.Private("That is you. `/pair find` shows who fits you.");

    public static Reply IsBot() => Reply.Private("That is a bot. Ask a person; `/pair find` shows who fits you.");

    public static Reply NotHere(Snowflake person) => Reply.Private($"{Md.User(person)} is not on this server, so I cannot ask them.");

    public static Reply YouAreOut() => Reply.Private("Your profile says that you are left out of pairing, so I ask nobody for you. `/profile set` has the button to take part again.");

    public static Reply YouAvoid(Snowflake person) => Reply.Private($"Your profile says that you would rather not work with {Md.User(person)}, so I leave it. `/profile set` changes that, and nobody is told.");

    /// <summary>One answer for every reason there may be.</summary>
    public static Reply NoTime(Snowflake person) => Reply.Private($"🍃 {Md.User(person)} has no time for that now. It says nothing about you: `/pair find` shows others who fit.");

    public static Reply AskedLately(Snowflake person, DateTimeOffset again) => Reply.Private(
        $"You asked {Md.User(person)} not long ago, and I ask nobody twice within two weeks. From {Md.Time(again, 'D')} on you can ask again; `/pair find` shows others who fit.");

    public static Reply TooMany(IReadOnlyList<PairAsk> open) => Reply.PrivateCard(
    [
        new TextDisplay(string.Create(CultureInfo.InvariantCulture, $"You have {open.Count} invitations open. Wait for an answer, or take one back:")),
        .. open.SelectMany(Sent),
    ]);

    /// <summary>For somebody who is in a found pair.</summary>
    public static Reply InPair(Pair pair, IReadOnlyList<PairMember> people, Snowflake me) => Reply.PrivateCard(
        new TextDisplay($"👥 You are in a pair with {Others(people, me)}{Thread(pair)}. Everybody is in one such pair, so that nobody waits for somebody who is elsewhere. You can end it, kindly, and then look for somebody else."),
        Control.Row(Control.Button("End this pair", EndPairButton.Spec.For(pair.Id))));

    public static Reply Together(Pair pair, Snowflake other) => Reply.Private($"👥 You and {Md.User(other)} are in a pair already{Thread(pair)}.");

    public static Reply IsElsewhere(Snowflake by) => Reply.Private($"{Md.User(by)} has found somebody else meanwhile. `/pair find` shows who fits you.");

    public static Reply Agreed(PairAsk ask, Pair pair, Snowflake me, bool hasPlace, bool inPlace)
    {
        var other = me == ask.ById ? ask.AskedId : ask.ById;
        var text = new TextDisplay($"🎉 You and {Md.User(other)} are a pair now.{(inPlace ? "" : " They had asked you already.")} "
            + (hasPlace ? $"Your private thread “{Md.EscapeLine(pair.Name)}” opens in a moment." : "Your private thread opens as soon as a channel is chosen for it; mentors are told. Until then, write to each other directly."));
        return inPlace ? Reply.ChangeCard(text) : Reply.PrivateCard(text);
    }

    /// <summary>What who is asked reads, and nobody else.</summary>
    public static Container Invitation(PairAsk ask, PairAskFacts facts) => new(
    [
        new TextDisplay(
            $"✉️ **Somebody would like to be a pair with you**\n{Md.User(ask.ById)} asks you to build and learn together, just the two of you.\n{string.Join('\n', facts.Reasons.Select(reason => $"• {reason}"))}"
            + (facts.Goal.Length == 0 ? "" : $"\n-# They want: {Md.EscapeLine(facts.Goal)}")),
        new TextDisplay($"You can answer until {Md.Moment(ask.ExpiresAt)}. A yes opens a private thread for you two. Saying no is fine: I tell them kindly, without a reason. Letting it pass is fine too."),
        Answers(ask),
    ]);

    /// <summary>Where others read it.</summary>
    public static Container InvitationElsewhere(PairAsk ask) => new(
    [
        new TextDisplay($"✉️ {Md.User(ask.AskedId)}, there is an invitation for you. Your direct messages are closed to me, so it is here; only you can open it."),
        Control.Row(Control.Button("Look at it", LookAtPairAskButton.Spec.For(Reference(ask)), ButtonStyle.Primary)),
    ]);

    /// <summary>The open ones, in one's own view of pairs.</summary>
    public static IEnumerable<Component> Open(IReadOnlyList<PairAsk> got, IReadOnlyList<PairAsk> sent) =>
        [.. got.Take(MostGot).SelectMany(Got), .. sent.Take(PairAsk.MostOpen).SelectMany(Sent)];

    public static Reply NotForYou() => Reply.Private("This is for somebody else to answer.");

    public static Reply Gone() => Reply.Private("That is no longer there. `/pair show` tells how you stand.");

    public static Reply Declined(PairAsk ask) => Reply.ChangeCard(
        new TextDisplay($"🍃 All right, not now. {Md.User(ask.ById)} hears it kindly and without a reason, and cannot ask you again for two weeks."),
        Control.Row(Control.Button("I'd like to after all", AcceptPairButton.Spec.For(Reference(ask)))));

    /// <summary>A control that has nothing to do any more.</summary>
    public static Reply Over(PairAsk ask, Pair? pair) => Reply.ChangeCard(new TextDisplay(WhyOver(ask, pair)));

    public static Reply OverAnew(PairAsk ask, Pair? pair) => Reply.Private(WhyOver(ask, pair));

    public static Reply TakenBack(PairAsk ask) => Reply.ChangeCard(new TextDisplay($"↩️ You no longer ask {Md.User(ask.AskedId)}."));

    public static Container ToldOfNo(PairAsk ask) => new(
        [new TextDisplay($"🍃 {Md.User(ask.AskedId)} has no time for that now. It says nothing about you: `/pair find` on the server shows others who fit.")]);

    public static Container ToldOfYes(PairAsk ask) => new(
        [new TextDisplay($"🎉 {Md.User(ask.AskedId)} said yes: you are a pair. Your private thread opens as soon as a channel is chosen for it; mentors are told. Until then, write to each other directly.")]);

    private static string WhyOver(PairAsk ask, Pair? pair) => ask.Answer switch
    {
        PairAnswer.TakenBack => "This invitation was taken back. `/pair find` on the server shows who fits you.",
        PairAnswer.Yes when pair is { Status: PairStatus.Active } => $"✅ You two are a pair{Thread(pair)}.",
        PairAnswer.Yes => "✅ This was answered with a yes. The pair has ended meanwhile.",
        PairAnswer.No => "🍃 This was answered: not now.",
        _ => $"This invitation has run out on {Md.Time(ask.ExpiresAt, 'D')}. `/pair find` on the server shows who fits you.",
    };

    private static IEnumerable<Component> Got(PairAsk ask) => [new TextDisplay($"✉️ {Md.User(ask.ById)} asks you to be a pair, until {Md.Moment(ask.ExpiresAt)}."), Answers(ask)];

    private static IEnumerable<Component> Sent(PairAsk ask) => [new TextDisplay($"✉️ You have asked {Md.User(ask.AskedId)}; they can answer until {Md.Moment(ask.ExpiresAt)}."), TakeBack(ask)];

    private static ActionRow Answers(PairAsk ask) => Control.Row(
        Control.Button("Accept", AcceptPairButton.Spec.For(Reference(ask)), ButtonStyle.Success),
        Control.Button("Not now", DeclinePairButton.Spec.For(Reference(ask))));

    private static ActionRow TakeBack(PairAsk ask) => Control.Row(Control.Button("Take it back", TakePairAskBackButton.Spec.For(Reference(ask))));

    private static string Reference(PairAsk ask) => string.Create(CultureInfo.InvariantCulture, $"{ask.GuildId}/{ask.Id}");

    private static string Others(IEnumerable<PairMember> people, Snowflake me) => string.Join(" and ", people.Where(member => member.PersonId != me).Select(member => Md.User(member.PersonId)));

    private static string Thread(Pair pair) => pair.ThreadId is { } thread ? $": {Md.ChannelUrl(pair.GuildId, thread)}" : "";
}
