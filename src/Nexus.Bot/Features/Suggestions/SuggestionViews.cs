using System.Diagnostics;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>What people read about one suggestion.</summary>
internal static class SuggestionViews
{
    private const int MostDiff = 1800;
    private const int MostHalfDiff = 1100;
    private const int MostSections = 10;
    private const int MostRemarks = 3;
    private const int MostRemark = 120;
    private const int MostFault = 200;

    /// <summary>Who, why, what exactly, and what this reader may do about it.</summary>
    public static Reply Opened(PageSuggestion suggestion, CarriedSuggestion? carried, Snowflake reader, bool isMentor)
    {
        var (diff, files, canApprove) = carried is null ? WasDecided(suggestion) : Waiting(suggestion, carried);
        var buttons = suggestion.State != SuggestionState.Waiting ? [] : new List<Component>
        {
            Control.Button("Preview", PreviewSuggestionButton.Spec.For(suggestion.Number)),
        };
        if (suggestion.State == SuggestionState.Waiting && isMentor)
        {
            if (canApprove)
            {
                buttons.Insert(0, Control.Button("Approve", ApproveSuggestionButton.Spec.For($"{suggestion.Number}/{PageStamp.Of(suggestion)}"), ButtonStyle.Success));
            }

            buttons.Add(Control.Button("Edit before approving", RewriteSuggestionButton.Spec.For(suggestion.Number)));
            buttons.Add(Control.Button("Decline", DeclineSuggestionButton.Spec.For(suggestion.Number), ButtonStyle.Danger));
        }
        else if (suggestion.State == SuggestionState.Waiting && reader == suggestion.AuthorId)
        {
            buttons.Add(Control.Button("Edit", RewriteSuggestionButton.Spec.For(suggestion.Number)));
        }

        if (suggestion.State == SuggestionState.Waiting && reader == suggestion.AuthorId)
        {
            buttons.Add(Control.Button("Take it back", WithdrawSuggestionButton.Spec.For(suggestion.Number)));
        }

        return Reply.PrivateCard(
        [
            new TextDisplay($"## Suggestion #{suggestion.Number} · {Md.EscapeLine(Title(suggestion))}\n{About(suggestion)}"),
            .. diff,
            .. Control.Rows(buttons),
        ]).WithFiles(files);
    }

    /// <summary>The card as it will look, with its sections behind buttons.</summary>
    /// <param name="now">Who is thanked on the page as it is.</param>
    public static Reply Preview(PageSuggestion suggestion, HubPage page, IReadOnlyList<Snowflake> now)
    {
        const string about = "**Preview**, seen only by you. It will look like this:";
        var sections = PageCard.Sections(page).Take(MostSections).Select(section => Control.Button(
            section.Heading, PreviewSectionButton.Spec.For($"{suggestion.Number}/{PageStamp.Of(section.Key)}"), ButtonStyle.Primary)).ToList<Component>();
        var sources = page.Sources.Take(5).Select(source => Control.Link(source.Title, source.Url.ToString())).ToList<Component>();
        return Reply.PrivateCard(
        [
            new TextDisplay(about),
            new Container(
            [
                .. PageCard.Body(page),
                new TextDisplay(PageCard.SmallLines(page with { Credits = [.. new[] { suggestion.AuthorId, suggestion.CoAuthorId }.OfType<Snowflake>().Concat(now).Distinct()] })),
                .. Control.Rows(sections),
                .. Control.Rows(sources),
            ])
            { AccentColor = PageCard.Accent },
        ]);
    }

    public static Reply PreviewSection(HubPage page, PageSection section) => Reply.PrivateCard(PageCard.Section(page, section));

    public static Reply CannotBePreviewed(string fault) => Reply.Private($"There is nothing to preview: this page could not be shown. {Capital(Md.EscapeLine(fault))}");

    public static Reply Approved(Approval.Done done, HubPage page, PageSuggestion? next) => Reply.ChangeCard(
    [
        new TextDisplay(
            $"✅ Approved: **{Md.EscapeLine(page.Title)}** is revision {done.Revision.Number} now, with thanks to {Credit(done.Suggestion)}"
            + $"{(done.Suggestion.AuthorId == done.Revision.ApprovedBy ? " (approved by its author)" : "")}. Everybody finds the new words from now on."),
        .. Control.Rows(
        [
            PageButtons.Show(page, "See the page"),
            Control.Button("History", PageHistoryButton.Spec.For($"{page.Slug}/open/0")),
            .. Next(next),
        ]),
    ]);

    public static Reply Declined(PageSuggestion suggestion, PageSuggestion? next) => Reply.ChangeCard(
    [
        new TextDisplay($"Declined: suggestion **#{suggestion.Number}** for **{Md.EscapeLine(Title(suggestion))}**. {Md.User(suggestion.AuthorId)} is told your reason: “{Md.EscapeLine(suggestion.Reason)}”"),
        .. Control.Rows(Next(next)),
    ]);

    public static Reply Withdrawn(PageSuggestion suggestion) =>
        Reply.Private($"You took suggestion **#{suggestion.Number}** for **{Md.EscapeLine(Title(suggestion))}** back. `/topic suggestions` still shows its text.");

    /// <summary>Somebody was faster.</summary>
    public static Reply AlreadyDecided(PageSuggestion suggestion) =>
        Reply.Private($"Suggestion **#{suggestion.Number}** is decided already: {State(suggestion)}. Nothing was changed.");

    public static Reply LookAgain(PageSuggestion suggestion) =>
        Reply.Private($"Suggestion **#{suggestion.Number}** has changed since you looked, or the page has. Nothing was approved; please look again.")
            .With(Control.Button("Look again", OpenSuggestionButton.Spec.For(suggestion.Number), ButtonStyle.Primary));

    public static Reply CannotBeServed(PageSuggestion suggestion, string fault) =>
        Reply.Private($"This page could not be shown, so it was not approved: {Md.EscapeLine(fault)}")
            .With(Control.Button("Edit before approving", RewriteSuggestionButton.Spec.For(suggestion.Number), ButtonStyle.Primary));

    public static Reply ReasonForm(PageSuggestion suggestion) => Reply.Form(new Modal
    {
        CustomId = DeclineSuggestionModal.Spec.For(suggestion.Number),
        Title = $"Decline suggestion #{suggestion.Number}",
        Components = [Control.TextField(DeclineSuggestionModal.ReasonField, "Reason", DeclineSuggestionModal.MostReason, paragraph: true, hint: "The author reads it, so say what would make it fit")],
    });

    public static Reply ReasonIsEmpty() => Reply.Private("A reason is needed: its author learns from it. Nothing was declined.");

    public static Reply NotYours() => Reply.Private("Only its author and mentors can do that.");

    public static Reply Gone() => Reply.Private("That suggestion does not exist. `/topic suggestions` shows yours.");

    /// <summary>The text of a waiting suggestion is no page (any more), so no form can take it apart.</summary>
    public static Reply CannotBeEdited() => Reply.Private("This suggestion's text cannot be opened in a form. Decline it with a reason, and its author can write a new one.");

    /// <summary>What the page is called in the suggestion.</summary>
    public static string Title(PageSuggestion suggestion) =>
        HubFile.Parse(suggestion.Slug, suggestion.Markdown) is HubFile.Read read ? read.Page.Title : suggestion.Slug;

    /// <summary>In words, such as in a list.</summary>
    /// <param name="most">Characters of a reason.</param>
    public static string State(PageSuggestion suggestion, int most = DeclineSuggestionModal.MostReason) => suggestion.State switch
    {
        SuggestionState.Waiting => "waiting for a mentor",
        SuggestionState.Approved => $"approved by {Md.User(suggestion.DecidedBy ?? default)}{(suggestion.DecidedBy == suggestion.AuthorId ? ", its author," : "")} {Md.Time(suggestion.DecidedAt ?? suggestion.CreatedAt, 'R')}",
        SuggestionState.Declined => $"declined by {Md.User(suggestion.DecidedBy ?? default)}: “{Md.EscapeLine(Md.Cut(suggestion.Reason, most))}”",
        SuggestionState.Withdrawn => "taken back by its author",
    };

    private static string Credit(PageSuggestion suggestion) =>
        suggestion.CoAuthorId is { } second ? $"{Md.User(suggestion.AuthorId)} and {Md.User(second)}" : Md.User(suggestion.AuthorId);

    private static string About(PageSuggestion suggestion)
    {
        var text = $"{(suggestion.BaseMarkdown is null ? "A new page" : "A change")} by {Credit(suggestion)}, {Md.Time(suggestion.CreatedAt, 'R')}";
        text += suggestion.Note.Length > 0 ? $"\nWhy: {Md.EscapeLine(suggestion.Note)}" : "";
        text += suggestion.OriginUrl is { } url ? $"\nFrom: {url}" : "";
        return suggestion.State == SuggestionState.Waiting ? text : $"{text}\nIt was {State(suggestion)}.";
    }

    private static (IReadOnlyList<Component> Parts, IReadOnlyList<FileUpload> Files, bool CanApprove) Waiting(PageSuggestion suggestion, CarriedSuggestion carried)
    {
        var was = suggestion.BaseMarkdown ?? "";
        if (carried.Merged is not { } merged)
        {
            var now = carried.Now.Markdown ?? throw new UnreachableException();
            var theirs = DiffText.Fit(PageText.Diff(was, suggestion.Markdown, suggestion.Slug + ".md"), MostHalfDiff, $"suggestion-{suggestion.Number}.diff");
            var since = DiffText.Fit(PageText.Diff(was, now, suggestion.Slug + ".md"), MostHalfDiff, $"{suggestion.Slug}-since.diff");
            return (
                [
                    new TextDisplay("⚠️ The page has changed at the same lines since this was written. Nothing is overwritten: **edit it first**, then approve.\n**The suggestion changes:**"),
                    .. theirs.Parts, new TextDisplay("**Since then the page became:**"), .. since.Parts,
                ],
                [.. theirs.Files, .. since.Files], false);
        }

        var note = carried.Fault is { } fault ? $"⚠️ It cannot be shown like this: {Md.EscapeLine(Md.Cut(fault, MostFault))}"
            : suggestion.BaseMarkdown is null ? null
            : carried.Now.Markdown is null ? "⚠️ The page was taken out of the hub since. Approving brings it back."
            : suggestion.BaseMarkdown != carried.Now.Markdown ? "The page has changed elsewhere since; both changes are kept."
            : carried.Now.IsInConflict ? "This page's file has changed, too; `/topic queue` shows how. Approving this leaves that open."
            : null;
        var diff = DiffText.Fit(PageText.Diff(Before(carried, merged), merged, suggestion.Slug + ".md"), MostDiff, $"suggestion-{suggestion.Number}.diff");
        return ([.. note is null ? Array.Empty<Component>() : [new TextDisplay(note)], .. diff.Parts, .. Remarks(carried, merged)], diff.Files, carried.Fault is null);
    }

    // What the hub's own rules say; a mentor may approve all the same.
    private static IEnumerable<Component> Remarks(CarriedSuggestion carried, string merged)
    {
        var before = carried.Now.Markdown is { } now && HubFile.Parse("", now) is HubFile.Read was ? was.Page : null;
        var remarks = HubFile.Parse("", merged) is HubFile.Read read ? PageRules.RemarksOn(read.Page, before) : [];
        return remarks.Count == 0
            ? []
            : [new TextDisplay($"**Still to do for a good page** ({remarks.Count}):\n{string.Join('\n', remarks.Take(MostRemarks).Select(remark => $"-# • {Md.EscapeLine(Md.Cut(remark, MostRemark))}"))}")];
    }

    // Approving sets the day of review, which is no news to anybody.
    private static string Before(CarriedSuggestion carried, string merged) =>
        carried.Now.Markdown is not { } now ? ""
        : HubFile.Parse("", merged) is HubFile.Read read ? PageEdit.Reviewed(now, read.Page.LastReviewed)
        : now;

    private static (IReadOnlyList<Component> Parts, IReadOnlyList<FileUpload> Files, bool CanApprove) WasDecided(PageSuggestion suggestion)
    {
        var (parts, files) = DiffText.Fit(PageText.Diff(suggestion.BaseMarkdown ?? "", suggestion.Markdown, suggestion.Slug + ".md"), MostDiff, $"suggestion-{suggestion.Number}.diff");
        return (parts, files, false);
    }

    private static IReadOnlyList<Component> Next(PageSuggestion? next) =>
        next is null ? [] : [Control.Button($"Next: #{next.Number}", OpenSuggestionButton.Spec.For(next.Number), ButtonStyle.Primary)];

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
