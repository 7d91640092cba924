using System.Globalization;
using System.Text;
using Nexus.Bot.Features.Questions.Lists;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Board;

/// <summary>The mentors' board of unanswered questions, and what is said about it. Who asked does not stand on it.</summary>
internal static class BoardViews
{
    private const int MostTitle = 70;

    // Of the 4000 characters of a card, with room for the heading and the last line.
    private const int MostLines = 3300;

    /// <param name="words">See <see cref="Words"/>.</param>
    public static Container Card(BoardFacts facts, string words) => new(
    [
        new TextDisplay(words),
        new TextDisplay($"-# Updated {Md.Time(facts.At, 'R')}, and again whenever something changes."),
        Control.Row(
            Control.Button("Refresh", RefreshBoardButton.Spec.For()),
            Control.Button("List unanswered", ListQuestionsButton.For(QuestionListState.Of(ListedQuestions.Unanswered)))),
    ])
    { AccentColor = facts.Waiting.Where(band => band.Value > 0).Select(band => (WaitBand?)band.Key).Min() is { } worst ? ColourOf(worst) : ColourOf(WaitBand.Fresh) };

    /// <summary>Everything on it but when it was drawn: while this stays the same, it need not be drawn.</summary>
    public static string Words(BoardFacts facts)
    {
        var words = new StringBuilder("## Questions that wait\n");
        words.Append(facts.Unanswered == 0
            ? "🎉 No question waits for an answer."
            : string.Create(CultureInfo.InvariantCulture, $"**{facts.Unanswered} unanswered**: {facts.Open} open, {facts.Claimed} taken"));
        if (facts.Answered > 0)
        {
            words.Append(CultureInfo.InvariantCulture, $"\n{facts.Answered} answered, waiting for {(facts.Answered == 1 ? "its asker" : "their askers")}");
        }

        var byBand = facts.Oldest.ToLookup(question => BoardFacts.BandOf(question, facts.At));
        foreach (var (band, count) in facts.Waiting.Where(band => band.Value > 0))
        {
            words.Append(CultureInfo.InvariantCulture, $"\n{NameOf(band)}: **{count}**");
            var left = count;
            foreach (var line in byBand[band].Select(Line).TakeWhile(line => words.Length + line.Length < MostLines))
            {
                words.Append('\n').Append(line);
                left--;
            }

            if (left > 0)
            {
                words.Append(CultureInfo.InvariantCulture, $"\n-# … {(left == count ? "all" : "and")} {left}{(left == count ? "" : " more")} with **List unanswered**");
            }
        }

        return words.ToString();
    }

    public static Reply Placing(Snowflake channel) => Reply.Private($"📋 The mentors' board comes to {Md.Channel(channel)}…");

    public static Reply Placed(Snowflake guild, Snowflake channel, Snowflake message) => Reply.Change(
            $"📋 The mentors' board stands in {Md.Channel(channel)}. It keeps itself up to date; whoever reads that channel sees it.")
        .With(Control.Link("Look at it", Md.MessageUrl(guild, channel, message)), Remove());

    public static Reply NotPlaced(Snowflake channel, bool isBackInItsPlace) => Reply.Change(
        $"I may not write in {Md.Channel(channel)}, so the board is not there. Nexus needs View Channel and Send Messages."
        + (isBackInItsPlace ? " It stays where it was." : ""));

    public static Reply NotPlacedYet(Snowflake channel) => Reply.Change($"Discord does not answer right now. The board comes to {Md.Channel(channel)} as soon as it does.");

    public static Reply YouMayNotWriteThere(Snowflake channel) =>
        Reply.Private($"You may not write in {Md.Channel(channel)} yourself, so I do not either. Nothing was changed.");

    public static Reply Where(Snowflake guild, Snowflake channel, Snowflake? message) => Reply.Private(
            $"📋 The mentors' board stands in {Md.Channel(channel)}. `/questions board channel:` moves it.")
        .With([.. message is { } id ? [Control.Link("Look at it", Md.MessageUrl(guild, channel, id))] : Array.Empty<Button>(), Remove()]);

    public static Reply Nowhere() => Reply.Private(
        "There is no mentors' board yet. `/questions board channel:` puts one into a channel: the unanswered questions by age, always up to date.");

    public static Reply Removed() => Reply.Change("The mentors' board is gone. `/questions board channel:` puts it up again.");

    /// <summary>For a board that is no longer the board.</summary>
    public static Reply StandsElsewhere(Snowflake guild, Snowflake? channel, Snowflake? message) => (channel, message) switch
    {
        ({ } place, { } id) => Reply.Private($"This is an old board. The one that is kept up to date stands in {Md.Channel(place)}.")
            .With(Control.Link("Look at it", Md.MessageUrl(guild, place, id))),
        _ => Reply.Private("This is an old board; nobody keeps it up to date any more. `/questions list` shows what waits."),
    };

    /// <summary>For the server's log.</summary>
    public static string LogGone(Snowflake channel, bool channelIsGone) => channelIsGone
        ? "no longer shows the mentors' board: its channel was deleted. `/questions board` puts it up again"
        : $"no longer shows the mentors' board: I may not write in {Md.Channel(channel)} any more. `/questions board` puts it up again";

    public static string LogPlaced(Snowflake channel) => $"put the mentors' board into {Md.Channel(channel)}";

    public static string LogRemoved() => "took the mentors' board down";

    public static string NameOf(WaitBand band) => band switch
    {
        WaitBand.OverADay => "🔴 waiting over 24 h",
        WaitBand.OverEightHours => "🟠 over 8 h",
        WaitBand.OverTwoHours => "🟡 over 2 h",
        _ => "🟢 fresh",
    };

    private static Button Remove() => Control.Button("Take it down", RemoveBoardButton.Spec.For(), ButtonStyle.Danger);

    private static string Line(Question question)
    {
        var holder = question is { State: QuestionState.Claimed, HolderId: { } person } ? $"{Md.User(person)} has it" : "nobody yet";
        return $"{QuestionListViews.Link(question)} {Md.EscapeLine(Md.Cut(question.Title, MostTitle))} · {Md.Time(question.OpenedAt ?? question.CreatedAt, 'R')} · {holder}";
    }

    private static int ColourOf(WaitBand band) => band switch
    {
        WaitBand.OverADay => 0xDA373C,
        WaitBand.OverEightHours => 0xE67E22,
        WaitBand.OverTwoHours => 0xF0B232,
        _ => 0x23A55A,
    };
}
