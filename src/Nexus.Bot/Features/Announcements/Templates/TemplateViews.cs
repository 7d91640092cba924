using System.Globalization;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Announcements.Templates;

/// <summary>What people read about templates.</summary>
internal static class TemplateViews
{
    public const string NameField = "name";
    public const string TitleField = "title";
    public const string TextField = "text";

    /// <summary>As many as a form has fields.</summary>
    public const int MostAsked = 5;

    public const int MostValue = 500;

    private const int PageSize = 8;

    public static Option WhichOption { get; } = Option.Text("template", "Which template", min: 1, max: 100).SuggestedBy<TemplateNames>();

    /// <summary>For the commands that write an announcement.</summary>
    public static Option UseOption { get; } =
        (WhichOption with { Description = "Start from a template; it asks for its blanks" }).Optional();

    public static Reply NewForm() => Reply.Form(new Modal
    {
        CustomId = AddTemplateModal.Spec.For(),
        Title = "New template",
        Components = Fields(null),
    });

    public static Reply EditForm(AnnouncementTemplate template) => Reply.Form(new Modal
    {
        CustomId = EditTemplateModal.Spec.For(template.Id),
        Title = "Edit the template",
        Components = Fields(template),
    });

    /// <summary>The form that asks for the blanks of one announcement.</summary>
    public static Reply BlanksForm(Announcement draft, AnnouncementTemplate template, IReadOnlyList<string> blanks) => Reply.Form(new Modal
    {
        CustomId = FillTemplateModal.Spec.For(string.Create(CultureInfo.InvariantCulture, $"{draft.Id}/{template.Id}")),
        Title = Md.Cut(template.Name, 45),
        Components =
        [
            .. blanks.Take(MostAsked).Select((blank, at) => Control.TextField(
                BlankField(at), blank, MostValue, required: false, hint: at == MostAsked - 1 && blanks.Count > MostAsked ? "The rest is filled in under the preview, with Edit" : null)),
        ],
    });

    /// <summary>The field of a blank, by its place in the template.</summary>
    public static string BlankField(int at) => string.Create(CultureInfo.InvariantCulture, $"blank{at}");

    /// <summary>In the preview, when something is still to be filled in; else null.</summary>
    public static string? StillBlank(Announcement announcement) => TemplateBlanks.Unfilled(announcement) is { Count: > 0 } blanks
        ? $"✍️ Still to be filled in: {Names(blanks)}. Press **Edit**; it cannot be confirmed before."
        : null;

    /// <summary>In answer to Confirm.</summary>
    public static Reply FillInFirst(Announcement announcement) => Reply.Private(
        $"Nothing was scheduled: {Names(TemplateBlanks.Unfilled(announcement))} would be posted as it stands. Press **Edit** and fill it in, or take it out.");

    /// <param name="template">Under the name it got.</param>
    /// <param name="asked">The name that was typed.</param>
    public static Reply Saved(AnnouncementTemplate template, string asked)
    {
        var renamed = template.Name == asked ? "" : $"\nThere was one of the name **{Md.EscapeLine(asked)}** already, so this one has a number.";
        return Reply.PrivateCard(
            new TextDisplay($"✅ Template **{Md.EscapeLine(template.Name)}** is saved.{renamed}\n{Asks(template)}\n-# Use it with `/announce schedule` and `template`."),
            Control.Row(
                Control.Button("Edit", EditTemplateButton.Spec.For(template.Id)),
                Control.Button("Remove it", RemoveTemplateButton.Spec.For(template.Id), ButtonStyle.Danger)));
    }

    public static Reply IsWrong(string wrong) => Reply.Private($"{wrong} Nothing was saved.");

    public static Reply TooMany() => Reply.Private($"There are {TemplateBook.Most} templates already. Remove one with `/announce template remove` first.");

    public static Reply Gone() => Reply.Private("That template no longer exists. `/announce template list` shows those that do.");

    public static Reply WhichOne(string named, IReadOnlyList<AnnouncementTemplate> all) => Reply.Private(all.Count == 0
        ? "There are no templates yet. `/announce template add` saves the first one."
        : $"I am not sure which template “{Md.EscapeLine(Md.Cut(named, 100))}” is. There {(all.Count == 1 ? "is" : "are")}: {string.Join(", ", all.Take(25).Select(it => $"**{Md.EscapeLine(it.Name)}**"))}. Nothing was done.");

    public static Reply List(IReadOnlyList<AnnouncementTemplate> all) => all.Count == 0
        ? Reply.Private("There are no templates yet. `/announce template add` saves the first one.")
        : Reply.PrivateCard(Parts(all, 0));

    public static Reply Page(IReadOnlyList<AnnouncementTemplate> all, int page) => all.Count == 0
        ? Reply.ChangeCard(new TextDisplay("There are no templates any more. `/announce template add` saves one."))
        : Reply.ChangeCard(Parts(all, page));

    public static Reply ReallyRemove(AnnouncementTemplate template) => Reply.PrivateCard(
        new TextDisplay($"Remove **{Md.EscapeLine(template.Name)}** for everybody?"),
        new Container([new TextDisplay($"## {Md.EscapeLine(template.Title)}\n{template.Text}")]),
        Control.Row(
            Control.Button("Remove it", RemoveTemplateButton.Spec.For(template.Id), ButtonStyle.Danger),
            Control.Button("Keep it", KeepTemplateButton.Spec.For(template.Id))));

    /// <summary>With its words, so that nothing is lost by a slip of the finger.</summary>
    public static Reply Removed(AnnouncementTemplate template) => Reply.ChangeCard(
        new TextDisplay($"**{Md.EscapeLine(template.Name)}** is removed. Its words, should you want them back:"),
        new Container([new TextDisplay($"## {Md.EscapeLine(template.Title)}\n{template.Text}")]));

    public static Reply Kept(AnnouncementTemplate template) => Reply.ChangeCard(new TextDisplay($"**{Md.EscapeLine(template.Name)}** stays."));

    /// <summary>A line of the autocomplete list.</summary>
    public static Suggestion Suggestion(AnnouncementTemplate template) => new(
        Md.Cut($"{template.Name} · {template.Title}", 100), template.Id.ToString(CultureInfo.InvariantCulture));

    private static string Asks(AnnouncementTemplate template) => TemplateBlanks.In(template.Title, template.Text) is { Count: > 0 } blanks
        ? $"It asks for {Names(blanks)}."
        : "It has no blanks: its words come as they are.";

    private static string Names(IReadOnlyList<string> blanks) => string.Join(", ", blanks.Select(blank => Md.Code($"{{{blank}}}")));

    private static List<Component> Parts(IReadOnlyList<AnnouncementTemplate> all, int page)
    {
        (var shown, page, var pages) = Paging.Slice(all, page, PageSize);
        var lines = shown.Select(it => $"- **{Md.EscapeLine(it.Name)}** · {Md.EscapeLine(it.Title)}\n  -# {Asks(it)} By {Md.User(it.AuthorId)}");
        return
        [
            new TextDisplay($"## Templates\n{string.Join('\n', lines)}\n-# `/announce schedule` with `template` uses one, `/announce template edit` changes one."),
            .. Paging.Turns(page, pages, (way, to) => PageTemplatesButton.Spec.For($"{way}/{to}")),
        ];
    }

    private static IReadOnlyList<Component> Fields(AnnouncementTemplate? template) =>
    [
        Control.TextField(NameField, "Name", AnnouncementTemplate.MostName, value: template?.Name, placeholder: "Stand-up"),
        Control.TextField(TitleField, "Title", Announcement.MostTitle, value: template?.Title, placeholder: "Stand-up with {speaker}"),
        Control.TextField(
            TextField, "Text", Announcement.MostText, paragraph: true, value: template?.Text,
            hint: "Write {speaker} or any name in braces where something is filled in each time"),
    ];
}
