using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Templates;

/// <summary>The form with a template's words, sent in.</summary>
internal sealed class EditTemplateModal(TemplateBook book) : IModal
{
    public static ControlSpec Spec { get; } = new("announcements", "changetemplate") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } template)
        {
            return TemplateViews.Gone();
        }

        var words = TemplateWords.Of(call);
        if (words.Wrong is { } wrong)
        {
            return TemplateViews.IsWrong(wrong);
        }

        await book.ChangeAsync(template, words.Name, words.Title, words.Text, ct);
        return TemplateViews.Saved(template, words.Name);
    }
}
