using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;
using Audience = Nexus.Bot.Features.Questions.Rules.Audience;

namespace Nexus.Bot.Features.Questions.Escalation;

/// <summary>What those read who are asked to take a question, and why it is they. Who asked it is never told.</summary>
internal static class AskViews
{
    /// <param name="whom">Those who can be reached now.</param>
    /// <param name="pings">Else they are only named.</param>
    public static DeliveryContent Asked(Question question, Audience audience, IReadOnlyList<Snowflake> whom, bool isInstead, bool pings)
    {
        var names = Listed([.. whom.Select(Md.User)]);
        var (one, waits) = (whom.Count == 1, question.OpenedAt is { } since ? $"It waits since {Md.Time(since, 'R')}." : "It waits.");
        var (about, can) = (QuestionCardViews.Name(question), one ? "Can you" : "Can one of you");
        var words = audience switch
        {
            _ when !pings => $"{names} may know this one: {about}.\n-# Nobody was pinged.",
            Audience.BestMatch => $"{names}, this looks like one for you: {about}.",
            _ when isInstead => $"{names}, can you take this one? {about}. {waits}",
            Audience.Specialists => $"{names}, you know what this is about: {about}. {can} take it? {waits}",
            Audience.Leads => $"{names}, nobody has taken {about} yet. Can you, or do you know who could? {waits}",
            _ => $"{names}, {about} still needs somebody. {can} take it? {waits}",
        };
        return new DeliveryContent(new Container([new TextDisplay(words), Buttons(question)]))
        {
            Mentions = pings ? AllowedMentions.None with { Users = whom } : AllowedMentions.None,
        };
    }

    /// <summary>Of the log channel, after the bot's name.</summary>
    public static string NobodyLeft(Question question, Snowflake? leadRole, bool isAnyLead) =>
        $"found nobody to take {QuestionCardViews.Name(question)}: it is open since {Md.Time(question.OpenedAt ?? question.CreatedAt)}. "
        + (leadRole is not { } lead ? "This server has chosen no lead."
            : isAnyLead ? $"Every {Md.Role(lead)} whom I may ask was asked before, is away or has enough to do."
            : $"No {Md.Role(lead)} has said with `/helper set` when to ask them.")
        + " Somebody who can take it, or knows who could, is needed.";

    public static string? ThreadUrl(Question question) => question.ThreadId is { } thread ? Md.ChannelUrl(question.GuildId, thread) : null;

    /// <param name="reason">Why they were asked.</param>
    /// <param name="topics">As the hub calls them, of those in the reason.</param>
    /// <param name="step">The audience of the step that asked them; null when the ladder has changed since.</param>
    public static Reply Why(Question question, Snowflake reader, Reason reason, IReadOnlyList<string> topics, Audience? step, DateTimeOffset askedAt)
    {
        var known = topics.Count > 0 ? $"You said that you know {Listed([.. topics.Select(topic => $"**{Md.EscapeLine(topic)}**")])}." : null;
        var rank = (reason.Rank, reason.Track) switch
        {
            (AnswererRank.Lead, _) => "You are the lead.",
            (AnswererRank.Mentor, { } track) => $"You are a mentor for {track}.",
            (AnswererRank.Mentor, null) => "You are a mentor.",
            (_, { } track) => $"You said that you help with {track}.",
            _ => null,
        };
        var why = step switch
        {
            Audience.BestMatch => "Of those who fit and were free, it was your turn.",
            Audience.Leads => "Nobody else had taken it, so the lead was asked.",
            null => null,
            _ => "Nobody had taken it before, so more people were asked.",
        };
        string?[] lines =
        [
            $"You were asked to take {QuestionCardViews.Name(question)}:",
            known is null && rank is null ? null : "- " + string.Join(' ', new[] { known, rank }.Where(part => part is not null)),
            $"- You had {reason.Load} of {reason.Capacity} at that time." + (why is null ? "" : " " + why),
            $"- It was asked {Md.Time(question.PostedAt ?? question.CreatedAt, 'R')}, you were asked {Md.Time(askedAt, 'R')}, and {Now(question, reader)}.",
            "-# `/helper set` changes what you are asked and when; `/helper off` gives you a pause.",
        ];
        return Reply.Private(string.Join('\n', lines.Where(line => line is not null)));
    }

    public static Reply NotAsked() => Reply.Private("This tells those who were asked why it was they. You were not asked, but anybody who knows an answer may give it.");

    public static Reply NotAskedToDecline() => Reply.Private("Only those who were asked need to say no. You were not asked, so there is nothing to do.");

    public static Reply Declined(Question question) => Reply.Private(
        $"All right. I will not ask you again about {QuestionCardViews.Name(question)}, and look for somebody else now.\n-# If you change your mind, **I take it** still works. `/helper off` gives you a pause from all of them.");

    public static Reply NothingToDecline(Question question, Snowflake reader) => Reply.Private($"Nothing to do: {Now(question, reader)}.");

    public static Reply Gone() => Reply.Private("This question is not there any more. Nothing was done.");

    public static string Listed(IReadOnlyList<string> names) =>
        names.Count <= 1 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    private static string Now(Question question, Snowflake reader) => question.State switch
    {
        QuestionState.Open => "nobody has it yet",
        QuestionState.Claimed when question.HolderId == reader => "you have it",
        QuestionState.Claimed => $"{Md.User(question.HolderId ?? default)} has it now",
        QuestionState.Answered => "an answer is there",
        QuestionState.Accepted => "it is solved",
        QuestionState.Stale => "it has an answer, and is quiet",
        QuestionState.Withdrawn => "it needs no answer any more",
        QuestionState.Duplicate => "it was asked before",
    };

    private static ActionRow Buttons(Question question) => Control.Row(
        Control.Button("I take it", QuestionControls.Claim.For(QuestionReference.InServer(question)), ButtonStyle.Success),
        Control.Button("Not now", DeclineQuestionButton.Spec.For(QuestionReference.InServer(question))),
        Control.Button("Why me?", WhyMeButton.Spec.For(QuestionReference.InServer(question))));
}
