using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Templates;

/// <summary>The form of a new template.</summary>
internal sealed class AddTemplateModal(TemplateBook book) : IModal
{
    public static ControlSpec Spec { get; } = new("announcements", "addtemplate") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        var words = TemplateWords.Of(call);
        if (words.Wrong is { } wrong)
        {
            return TemplateViews.IsWrong(wrong);
        }

        return TemplateViews.Saved(await book.AddAsync(call.Guild, call.User, words.Name, words.Title, words.Text, ct), words.Name);
    }
}
