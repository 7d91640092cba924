using System.Text;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>What people read while they write a suggestion.</summary>
internal static class SuggestionFormViews
{
    private const int MostFormTitle = 45;

    public static Reply NewPage(string title) => NewPage(NewPageFields.All(title));

    public static Reply NewPageAgain(SuggestionDraft draft) => NewPage(Refilled(NewPageFields.All(""), draft));

    /// <summary>Which part shall be changed?</summary>
    public static Reply ChooseWhat(Workpiece work) => Reply.Private(work.Suggestion is { } suggestion
            ? $"What do you want to change in suggestion **#{suggestion.Number}** for **{Md.EscapeLine(work.Page.Title)}**?"
            : $"What do you want to change in **{Md.EscapeLine(work.Page.Title)}**? Mentors look at it before everybody sees it.")
        .With(new StringSelect
        {
            CustomId = ChoosePartSelect.Spec.For(work.Target),
            Placeholder = "Choose a part…",
            Options = [.. PageParts.Of(work.Page).Select(part => new SelectOption(part.Label, part.Key, part.Hint))],
        });

    public static Reply Part(Workpiece work, string part) =>
        PageParts.Fields(work.Page, part) is { } fields ? PartForm(work, part, fields, work.Suggestion?.Note ?? "") : PartIsGone(work.Page);

    public static Reply PartAgain(Workpiece work, SuggestionDraft draft)
    {
        if (PageParts.Fields(work.Page, draft.Part) is not { } fields)
        {
            return PartIsGone(work.Page).WithFiles(Words(DraftFields.Read(draft.Fields)));
        }

        return PartForm(work, draft.Part, Refilled(fields, draft), DraftFields.Read(draft.Fields).GetValueOrDefault(SuggestionDesk.Why, ""));
    }

    public static Reply Saved(PageSuggestion suggestion, bool isNew, bool byItsAuthor) => Reply.Private(isNew
            ? $"Thank you! Suggestion **#{suggestion.Number}** for **{Title(suggestion)}** waits for a mentor. I will write to you when it is decided."
            : $"Saved: suggestion **#{suggestion.Number}** for **{Title(suggestion)}** has the new words{(byItsAuthor ? "" : "; nothing is approved yet")}.")
        .With(
        [
            Control.Button("Look at it", OpenSuggestionButton.Spec.For(suggestion.Number), ButtonStyle.Primary),
            .. byItsAuthor ? [Control.Button("Take it back", WithdrawSuggestionButton.Spec.For(suggestion.Number))] : Array.Empty<Component>(),
        ]);

    /// <summary>Says what to change; the words come back with one press, and are in the file whatever happens.</summary>
    public static Reply Invalid(Submitted.Invalid invalid, IReadOnlyDictionary<string, string> fields) =>
        Reply.Private($"That cannot be suggested yet: {Md.EscapeLine(invalid.Reason)}\nNothing of what you wrote is lost: **Edit again** opens the form with your text.")
            .With(
            [
                Control.Button("Edit again", EditAgainButton.Spec.For(invalid.Draft.Id), ButtonStyle.Primary),
                .. invalid.InsteadOf is { } page ? [Control.Button($"Change “{page.Title}” instead", SuggestButtons.EditSpec.For(page.Slug))] : Array.Empty<Component>(),
            ])
            .WithFiles(Words(fields));

    public static Reply Unchanged() => Reply.Private("Nothing is different from what the page says now, so there is nothing to suggest.");

    public static Reply Gone(PageSuggestion? decided, IReadOnlyDictionary<string, string> fields) => Reply.Private(decided is null
            ? "That page is no longer in the hub. Your words are in the file; `/topic suggest` makes a new page of them."
            : $"Suggestion #{decided.Number} was decided in the meantime, so it stays as it was. Your words are in the file.")
        .WithFiles(Words(fields));

    public static Reply NoSuchPage() => Reply.Private("That page is no longer in the hub. `/topic suggest` without a topic writes a new one.");

    public static Reply DraftIsGone() => Reply.Private("That draft is gone: drafts are kept for a week. The file in the message has your words.");

    /// <summary>What was typed names no page exactly: a guess is one press away, and so is a new page.</summary>
    public static Reply DidYouMean(string typed, IReadOnlyList<HubPage> nearest) =>
        Reply.Private($"There is no page called “{Md.EscapeLine(Md.Cut(typed, PageParts.MostTitle))}”. Do you want to change one of these, or write a new page?")
            .With([.. nearest.Select(page => Control.Button($"Change “{page.Title}”", SuggestButtons.EditSpec.For(page.Slug))), Control.Button("Write a new page", SuggestButtons.NewSpec.Fitting(typed), ButtonStyle.Primary)]);

    private static Reply NewPage(IReadOnlyList<PartField> fields) => Reply.Form(new Modal
    {
        CustomId = WritePageModal.Spec.For(),
        Title = "Suggest a new page",
        Components = [.. fields.Select(Field)],
    });

    private static Reply PartForm(Workpiece work, string part, IReadOnlyList<PartField> fields, string why) => Reply.Form(new Modal
    {
        CustomId = ChangePartModal.Spec.For($"{work.Target}/{work.Stamp}/{part}"),
        Title = Md.Cut($"{PageParts.Name(work.Page, part) ?? "Change"} · {work.Page.Title}", MostFormTitle),
        Components =
        [
            .. fields.Select(Field),
            Field(new PartField(SuggestionDesk.Why, "Why (optional)", SuggestionDesk.MostWhy, Md.Cut(why, SuggestionDesk.MostWhy)) { Hint = "One line; mentors and the page's history show it" }),
        ],
    });

    private static Label Field(PartField field) => field.Choices is { } choices
        ? new Label(field.Label, new StringSelect
        {
            CustomId = field.Name,
            Options = [.. choices.Select(choice => new SelectOption(choice, choice, Default: choice == field.Value ? true : null))],
            Required = field.IsRequired,
        })
        { Description = field.Hint }
        : Control.TextField(field.Name, field.Label, field.Max, field.IsLong, field.IsRequired, value: field.Value.Length == 0 ? null : field.Value, hint: field.Hint);

    private static IReadOnlyList<PartField> Refilled(IReadOnlyList<PartField> fields, SuggestionDraft draft)
    {
        var typed = DraftFields.Read(draft.Fields);
        return [.. fields.Select(field => typed.TryGetValue(field.Name, out var words) ? field with { Value = Md.Cut(words, field.Max) } : field)];
    }

    private static Reply PartIsGone(HubPage page) =>
        Reply.Private($"That part is no longer on **{Md.EscapeLine(page.Title)}**, or too long for a form. Choose another part with `/topic suggest`.");

    private static FileUpload Words(IReadOnlyDictionary<string, string> fields) => new(
        "your-text.md",
        Encoding.UTF8.GetBytes(string.Join("\n\n", fields.Where(field => field.Value.Length > 0).Select(field => $"{field.Key}:\n{field.Value}"))));

    private static string Title(PageSuggestion suggestion) => Md.EscapeLine(SuggestionViews.Title(suggestion));
}
