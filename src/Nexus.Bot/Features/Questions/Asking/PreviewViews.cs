using System.Globalization;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>What may spare a question, shown to its asker before anybody else sees it.</summary>
internal static class PreviewViews
{
    private const int Colour = 0x5865F2;
    private const int MostAnswer = 220;
    private const int MostWholeAnswer = 1500;
    private const int MostSummary = 120;
    private const int MostShown = 700;
    private const int MostWarnings = 6;

    /// <param name="words">What was just written; null when it is looked at again.</param>
    public static Reply Card(Question draft, Preview preview, QuestionWords? words, bool changes)
    {
        List<Component> parts = [];
        var warning = Warning(words);
        if (warning.Length > 0)
        {
            parts.Add(new TextDisplay(warning.TrimStart('\n')));
            if (words!.Hidden.Count > 0)
            {
                parts.Add(new TextDisplay($"This is how it would be posted:\n>>> {UserMarkdown.Safe(Md.Cut(draft.Text, MostShown))}"));
            }

            parts.Add(new Separator());
        }

        var solved = preview.Earlier.Where(it => !it.IsWaiting).ToList();
        var waiting = preview.Earlier.Where(it => it.IsWaiting).ToList();
        if (solved.Count > 0)
        {
            parts.Add(new TextDisplay(solved.Exists(it => it.IsSame) ? "### This looks like the same question" : "### Maybe one of these helps"));
            parts.AddRange(solved.Select(it => new TextDisplay(Offer(it))));
        }

        if (waiting.Count > 0)
        {
            parts.Add(new TextDisplay($"### Somebody {(waiting.Exists(it => it.IsSame) ? "asks the same" : "may be asking the same")} right now"));
            parts.AddRange(waiting.Select(it => new TextDisplay(Offer(it))));
        }

        if (preview.Pages.Count > 0)
        {
            parts.Add(new TextDisplay("### Read about it\n" + string.Join('\n', preview.Pages.Select(page => $"📖 **{Md.EscapeLine(page.Title)}**: {Summary(page)}"))));
            parts.Add(Control.Row([.. preview.Pages.Select(page => PageButtons.Show(page, $"Read: {page.Title}"))]));
        }

        parts.Add(new Separator());
        parts.Add(new TextDisplay($"-# Your question “{Md.EscapeLine(draft.Title)}” is not posted yet."));
        parts.AddRange(Helped(draft, [.. solved], preview.Pages));
        var joins = waiting.Where(it => !it.IsOwn).Select(it => Join(draft, it)).ToList();
        if (joins.Count > 0)
        {
            parts.Add(Control.Row([.. joins]));
        }

        parts.Add(Control.Row(
            Control.Button(preview.IsEmpty ? "Post it" : "Ask anyway", PostQuestionButton.Spec.For(draft.Id), ButtonStyle.Primary),
            Control.Button("Edit", EditQuestionButton.Spec.For(draft.Id)),
            Control.Button("Discard", DiscardQuestionButton.Spec.For(draft.Id))));
        return AskingViews.Card(changes, [new Container(parts) { AccentColor = Colour }]);
    }

    /// <summary>One solved question, picked while a title was typed.</summary>
    public static Reply Found(EarlierQuestion earlier) => Reply.PrivateCard(new Container(
    [
        new TextDisplay($"{Heading(earlier)}\n{(earlier.Answer.Length > 0 ? $">>> {UserMarkdown.Safe(Md.Cut(earlier.Answer, MostWholeAnswer))}" : "-# I cannot read the answer itself; the link leads to it.")}"),
        new TextDisplay(LinkTo(earlier)),
        Control.Row(
            Control.Button("This solved it", FoundAnswerButton.Spec.For(earlier.Id), ButtonStyle.Success),
            Control.Button("Ask my own question", AskButton.Spec.Fitting(earlier.Title), ButtonStyle.Primary)),
    ])
    { AccentColor = Colour });

    public static Reply NoSuchQuestion(int number, string title) => Reply.Private(string.Create(CultureInfo.InvariantCulture, $"There is no solved question #{number} here."))
        .With(AskButton.For(title));

    /// <summary>Nothing had to be posted.</summary>
    public static Reply Helped(Question draft) => AskingViews.Card(changes: true,
    [
        new TextDisplay("🎉 Glad it helped! Nothing was posted."),
        Control.Row(Control.Button("It did not: ask anyway", PostQuestionButton.Spec.For(draft.Id))),
    ]);

    /// <summary>The same, where nothing had been written yet.</summary>
    public static Reply HelpedAtOnce(string title) => AskingViews.Card(changes: true,
        [new TextDisplay("🎉 Glad it helped! Nothing was posted."), Control.Row(Control.Button("It did not: ask anyway", AskButton.Spec.Fitting(title)))]);

    /// <summary>Instead of asking, somebody waits for the answer to the same question.</summary>
    public static Reply Joined(Question draft, Question other) => AskingViews.Card(changes: true,
    [
        new TextDisplay(string.Create(CultureInfo.InvariantCulture,
            $"🔔 You have the same question as #{other.Number}: you hear when it is solved. Yours was not posted.\n{Md.Channel(other.ThreadId!.Value)}: {QuestionLink.Of(other)}")),
        Control.Row(Control.Button("It is another: ask anyway", PostQuestionButton.Spec.For(draft.Id))),
    ]);

    public static Reply NoLongerWaits() => Reply.Private("That question is no longer open, so there is nothing to wait for. **Ask anyway** posts yours.");

    /// <summary>What was hidden, and what else has to be said of the words; starts with a line break, empty when there is nothing.</summary>
    public static string Warning(QuestionWords? words)
    {
        if (words is null)
        {
            return "";
        }

        var lines = words.Hidden.DistinctBy(hidden => (hidden.Part, hidden.Secret)).ToList();
        var hidden = lines.Count == 0 ? ""
            : "\n⚠️ **I hid what looks like a secret.** If it is real, change it: whoever has it can use it.\n"
                + string.Join('\n', lines.Take(MostWarnings).Select(it => string.Create(CultureInfo.InvariantCulture,
                    $"- {(it.Part is "title" ? "Your title" : $"Line {it.Secret.Line} of {(it.Part == "log" ? "the log" : it.Part == "details" ? "your details" : it.Part)}")} looks like {Md.EscapeLine(it.Secret.Kind)}")))
                + (lines.Count > MostWarnings ? string.Create(CultureInfo.InvariantCulture, $"\n- and {lines.Count - MostWarnings} more") : "");
        return hidden + words switch
        {
            { LogIsUnreadable: true } => "\n⚠️ The file is no text I can read, or too large, so it is left out.",
            { LeftLogOut: true } => "\n⚠️ Your details leave no room for the log, so it is left out. Shorten them, or attach it in the thread.",
            _ => "",
        };
    }

    private static IEnumerable<Component> Helped(Question draft, IReadOnlyList<EarlierQuestion> solved, IReadOnlyList<HubPage> pages)
    {
        var offers = solved.Select(it => (Label: string.Create(CultureInfo.InvariantCulture, $"#{it.Number} {it.Title}"), Value: HelpSource.Of(it.Id)))
            .Concat(pages.Select(page => (Label: page.Title, Value: HelpSource.Of(page.Slug))))
            .ToList();
        return offers switch
        {
            [] => [],
            [var only] => [Control.Row(Control.Button("This solved it", SolvedByButton.Spec.For($"{draft.Id}/{only.Value}"), ButtonStyle.Success))],
            _ =>
            [
                Control.Row(new StringSelect
                {
                    CustomId = SolvedBySelect.Spec.For(draft.Id),
                    Placeholder = "One of these solved it",
                    Options = [.. offers.Select(offer => new SelectOption(Md.Cut(offer.Label, 100), offer.Value))],
                }),
            ],
        };
    }

    // A page's own words; half of its formatting would be cut off.
    private static string Summary(HubPage page) =>
        Md.Cut(Md.EscapeLine(page.Summary.Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal)), MostSummary);

    private static Button Join(Question draft, EarlierQuestion it) =>
        Control.Button(string.Create(CultureInfo.InvariantCulture, $"Same here: wait for #{it.Number}"), JoinQuestionButton.Spec.For($"{draft.Id}/{it.Id}"), ButtonStyle.Success);

    private static string Offer(EarlierQuestion it) => it switch
    {
        { IsWaiting: true, IsOwn: true } => $"{Heading(it)}\nIt is your own.\n{it.Url}",
        { IsWaiting: true } => $"{Heading(it)}\n{it.Url}",
        { Answer.Length: > 0 } => $"{Heading(it)}\n> {Md.Cut(Md.EscapeLine(it.Answer.Replace("```", " ", StringComparison.Ordinal)), MostAnswer)}\n{LinkTo(it)}",
        _ => $"{Heading(it)}\n{LinkTo(it)}",
    };

    private static string Heading(EarlierQuestion it) => string.Create(CultureInfo.InvariantCulture, $"{it.State switch
    {
        QuestionState.Accepted => "✅",
        QuestionState.Open => "🟡",
        QuestionState.Claimed => "🙋",
        _ => "💬",
    }} **#{it.Number} {Md.EscapeLine(it.Title)}** · {it.State switch
    {
        QuestionState.Accepted => "solved",
        QuestionState.Open => "open, asked",
        QuestionState.Claimed => "taken, asked",
        _ => "answered",
    }} {Md.Time(it.Since, 'R')}");

    private static string LinkTo(EarlierQuestion it) => $"[{(it.IsSolved ? "Read the answer" : "Read it")}]({it.Url})";
}
