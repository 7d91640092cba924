using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Templates;

/// <summary>First, previous, next and last under the list of templates.</summary>
internal sealed class PageTemplatesButton(TemplateBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "templatepage") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var page = call.Argument.Split('/') is [_, var number] && int.TryParse(number, out var index) ? index : 0;
        return TemplateViews.Page(await book.AllAsync(call.Guild, ct), page);
    }
}
