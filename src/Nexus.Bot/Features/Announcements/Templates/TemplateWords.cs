using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Templates;

/// <summary>What somebody typed into the form of a template.</summary>
internal sealed record TemplateWords(string Name, string Title, string Text)
{
    /// <summary>What is wrong with it; null when nothing is. Discord's form keeps to the limits, other programs may not.</summary>
    public string? Wrong =>
        Name.Length == 0 || Title.Length == 0 || Text.Length == 0 ? "A template needs a name, a title and a text."
        : Name.Length > AnnouncementTemplate.MostName || Title.Length > Announcement.MostTitle || Text.Length > Announcement.MostText
            ? $"A name has at most {AnnouncementTemplate.MostName} characters, a title {Announcement.MostTitle} and a text {Announcement.MostText}."
        : null;

    public static TemplateWords Of(ModalCall form) => new(
        Md.Line(form.Text(TemplateViews.NameField)),
        Md.Line(form.Text(TemplateViews.TitleField)),
        form.Text(TemplateViews.TextField).ReplaceLineEndings("\n").Trim());
}
