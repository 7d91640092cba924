using System.Globalization;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Card;

/// <summary>The one way a question looks: in its post, and wherever it is shown.</summary>
internal static class QuestionCardViews
{
    private const int MostCharacters = 4000;
    private const int MostAnswers = 3;
    private const int MostTopics = 3;
    private const int MostTopicTitle = 34;
    private const string Fence = "```";
    private const string TriedHeading = "**What was tried**\n";

    /// <summary>As it stands in the question's post, with its buttons.</summary>
    public static Container Card(Question question, QuestionCardFacts facts)
    {
        var parts = Parts(question, facts);
        return new Container([.. parts, .. Controls(question, facts)]) { AccentColor = Colour(question.State) };
    }

    /// <summary>The same with other controls, or none, as it is shown to one person elsewhere.</summary>
    public static Container Shown(Question question, QuestionCardFacts facts, params IReadOnlyList<Component> controls) =>
        new([.. Parts(question, facts), .. Control.Rows(controls)]) { AccentColor = Colour(question.State) };

    /// <summary>Its state in one word, as a person reads it in lists.</summary>
    public static string StateWord(QuestionState state) => state switch
    {
        QuestionState.Open => "🟡 open",
        QuestionState.Claimed => "🙋 taken",
        QuestionState.Answered => "💬 answered",
        QuestionState.Accepted => "✅ solved",
        QuestionState.Stale => "💤 quiet",
        QuestionState.Withdrawn => "⚪ withdrawn",
        QuestionState.Duplicate => "↪️ asked before",
    };

    public static int Colour(QuestionState state) => state switch
    {
        QuestionState.Open => 0xF0B232,
        QuestionState.Claimed => 0x5865F2,
        QuestionState.Answered => 0x3BA5B5,
        QuestionState.Accepted => 0x23A55A,
        _ => 0x80848E,
    };

    /// <summary>How peers read who asks.</summary>
    public static string Asker(Question question) => question.IsAnonymous ? "somebody who asks without their name" : Md.User(question.AskerId);

    /// <summary><c>**#12 Why …**</c>, as other messages name it.</summary>
    public static string Name(Question question) => string.Create(CultureInfo.InvariantCulture, $"**#{question.Number} {Md.EscapeLine(question.Title)}**");

    private static List<Component> Parts(Question question, QuestionCardFacts facts)
    {
        var head = $"## {Md.EscapeLine(question.Title)}\n{State(question, facts)}";
        var foot = Foot(question, facts);
        var answers = facts.Accepted.Take(MostAnswers).Select((answer, at) => Answer(answer, at, facts.Accepted.Count)).ToList();
        var said = answers.Sum(section => section.Components.OfType<TextDisplay>().Sum(text => text.Content.Length));
        var room = MostCharacters - head.Length - foot.Length - said - TriedHeading.Length;
        var (text, tried) = Words(question, room);
        List<Component> parts = [new TextDisplay(head), .. answers, new Separator()];
        if (text.Length > 0 && question.Text != question.Title)
        {
            parts.Add(new TextDisplay(text));
        }

        if (tried.Length > 0)
        {
            parts.Add(new TextDisplay(TriedHeading + tried));
        }

        parts.Add(new TextDisplay(foot));
        return parts;
    }

    private static string State(Question question, QuestionCardFacts facts) => question.State switch
    {
        QuestionState.Open => $"🟡 **Open** since {Since(question.OpenedAt)}, nobody has taken it yet",
        QuestionState.Claimed => $"🙋 **Taken** by {Md.User(question.HolderId!.Value)} since {Since(question.ClaimedAt)}",
        QuestionState.Answered => facts.Latest is { Author: { Value: > 0 } author } latest
            ? $"💬 **Answered** by {Md.User(author)}: {latest.Url}\nDid it help? Then press **It's solved**."
            : "💬 **Answered**. Did it help? Then press **It's solved**.",
        QuestionState.Accepted => facts.Accepted.Count == 0 ? "✅ **Solved**" : $"✅ **Solved** {Since(question.AcceptedAt)}",
        QuestionState.Stale => "💤 **Quiet**: it has an answer, and nobody said whether it helped. One press on **Not solved** opens it again.",
        QuestionState.Withdrawn => question.EndedBecause is { } why ? $"⚪ **Withdrawn**: {Md.EscapeLine(why)}" : "⚪ **Withdrawn**: no answer is needed any more",
        QuestionState.Duplicate => facts.DuplicateOf is { } earlier
            ? string.Create(CultureInfo.InvariantCulture, $"↪️ **Asked before**, as #{earlier.Number} {Md.EscapeLine(earlier.Title)}: {earlier.Url}")
            : "↪️ **Asked before**",
    };

    private static Section Answer(AnswerLink answer, int at, int all)
    {
        var by = answer.Author == default ? "the asker" : Md.User(answer.Author);
        var more = at == MostAnswers - 1 && all > MostAnswers ? string.Create(CultureInfo.InvariantCulture, $" (and {all - MostAnswers} more in the thread)") : "";
        return new Section([new TextDisplay($"✅ {(at == 0 ? "Answer" : "Also helped:")} by {by}{more}")], Control.Link("Jump to it", answer.Url));
    }

    private static string Foot(Question question, QuestionCardFacts facts)
    {
        var same = facts.SameHere switch { 0 => "", 1 => "👥 One other has the same question.\n", var many => string.Create(CultureInfo.InvariantCulture, $"👥 {many} others have the same question.\n") };
        string[] about = [.. facts.Topics.Select(page => Md.EscapeLine(Md.Cut(page.Title, MostTopicTitle))), .. question.Track is { } track ? new[] { track } : []];
        var topics = about.Length == 0 ? "" : $" · {string.Join(", ", about)}";
        var number = question.Number is { } known ? string.Create(CultureInfo.InvariantCulture, $"#{known} · ") : "";
        var later = question.State is QuestionState.Stale or QuestionState.Withdrawn or QuestionState.Duplicate
            ? $"\n-# Discord closes a quiet post after some days. If a button does nothing then, write a line first, or use `/questions show question:{question.Number}`."
            : "";
        return $"{same}-# {number}asked by {Asker(question)}{topics}{(question.EditedAt is null ? "" : " · edited")}{later}";
    }

    // What people wrote is shown whole. Where the escapes it needs do not fit, it stands as code, which needs none.
    private static (string Text, string Tried) Words(Question question, int room)
    {
        var (text, tried) = (UserMarkdown.Safe(question.Text), UserMarkdown.Safe(question.Tried));
        if (text.Length + tried.Length > room)
        {
            tried = Code(question.Tried);
        }

        if (text.Length + tried.Length > room)
        {
            text = Code(question.Text);
        }

        return (text, tried);
    }

    private static string Code(string words) => words.Length == 0 ? "" : $"{Fence}\n{words.Replace(Fence, "ˋˋˋ", StringComparison.Ordinal)}\n{Fence}";

    private static IEnumerable<Component> Controls(Question question, QuestionCardFacts facts)
    {
        var id = QuestionReference.InServer(question);
        var same = Control.Button(facts.SameHere == 0 ? "Same here" : string.Create(CultureInfo.InvariantCulture, $"Same here ({facts.SameHere})"), QuestionControls.SameHere.For(id));
        var claim = Control.Button("I take it", QuestionControls.Claim.For(id), ButtonStyle.Primary);
        var solved = Control.Button("It's solved", QuestionControls.Solved.For(id), ButtonStyle.Success);
        var reopen = Control.Button("Not solved", QuestionControls.Reopen.For(id));
        var more = Control.Button("More…", QuestionControls.More.For(id));
        yield return question.State switch
        {
            QuestionState.Open => Control.Row(same, claim, solved, more),
            QuestionState.Claimed => Control.Row(same, solved, more),
            QuestionState.Answered or QuestionState.Stale => Control.Row(same, solved, reopen, more),
            QuestionState.Accepted => Control.Row(reopen, more),
            QuestionState.Withdrawn => Control.Row(Control.Button("Open it again", QuestionControls.Reopen.For(id)), more),
            QuestionState.Duplicate => facts.DuplicateOf is { } earlier
                ? Control.Row(Control.Link("Show the earlier one", earlier.Url), Control.Button("It's not the same", QuestionControls.Reopen.For(id)), more)
                : Control.Row(Control.Button("It's not the same", QuestionControls.Reopen.For(id)), more),
        };
        Component[] pages =
        [
            .. facts.Page is { } made ? [PageButtons.Show(made, "📖 The page made of it")] : Array.Empty<Component>(),
            .. facts.Topics.Where(page => page.Slug != facts.Page?.Slug).Take(MostTopics).Select(page => PageButtons.Show(page, $"📖 {Md.Cut(page.Title, MostTopicTitle)}")),
        ];
        if (pages.Length > 0)
        {
            yield return Control.Row(pages);
        }
    }

    private static string Since(DateTimeOffset? at) => at is { } known ? Md.Time(known, 'R') : "now";
}
