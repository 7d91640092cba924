using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Templates;

/// <summary>Begins an announcement with a template.</summary>
internal sealed class TemplateUse(AnnouncementBook announcements, TemplateBook templates)
{
    /// <summary>The template that a command names; none when it names none, and what to say when that is not clear.</summary>
    public async Task<(AnnouncementTemplate? Template, Reply? Unclear)> NamedAsync(CommandCall call, CancellationToken ct)
    {
        if (call.TextOrNull(TemplateViews.UseOption.Name) is not { } named)
        {
            return (null, null);
        }

        return await templates.NamedAsync(call.Guild, named, ct) is { } template
            ? (template, null)
            : (null, TemplateViews.WhichOne(named, await templates.AllAsync(call.Guild, ct)));
    }

    /// <summary>Asks for the template's blanks; one without any stands in the form for the words.</summary>
    public async Task<Reply> FormAsync(Announcement draft, AnnouncementTemplate template, CancellationToken ct)
    {
        if (TemplateBlanks.In(template.Title, template.Text) is { Count: > 0 } blanks)
        {
            return TemplateViews.BlanksForm(draft, template, blanks);
        }

        draft.Write(template.Title, template.Text);
        await announcements.SaveAsync(draft, draft.AuthorId, ct);
        return AnnouncementFormViews.Write(draft);
    }
}
