using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Templates;

/// <summary>Remove it, under a template that somebody asked to remove.</summary>
internal sealed class RemoveTemplateButton(TemplateBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "removetemplate") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } template)
        {
            return TemplateViews.Gone();
        }

        await book.RemoveAsync(template, ct);
        return TemplateViews.Removed(template);
    }
}
