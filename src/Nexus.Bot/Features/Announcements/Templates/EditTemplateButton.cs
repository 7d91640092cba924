using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Templates;

/// <summary>Edit, under a template.</summary>
internal sealed class EditTemplateButton(TemplateBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "edittemplate") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        call.Number is { } id && await book.FindAsync(call.Guild, id, ct) is { } template ? TemplateViews.EditForm(template) : TemplateViews.Gone();
}
