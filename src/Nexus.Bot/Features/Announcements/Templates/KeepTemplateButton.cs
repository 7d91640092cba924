using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Templates;

/// <summary>Keep it, beside Remove it.</summary>
internal sealed class KeepTemplateButton(TemplateBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "keeptemplate") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        call.Number is { } id && await book.FindAsync(call.Guild, id, ct) is { } template ? TemplateViews.Kept(template) : TemplateViews.Gone();
}
