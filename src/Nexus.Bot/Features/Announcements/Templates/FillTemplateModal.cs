using System.Globalization;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Templates;

/// <summary>The form that asks for a template's blanks; answers with the preview. Its id names the draft and the template.</summary>
internal sealed class FillTemplateModal(AnnouncementBook announcements, TemplateBook templates, AnnouncementDesk desk) : IModal
{
    public static ControlSpec Spec { get; } = new("announcements", "filltemplate") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (call.Argument.Split('/') is not [var draftId, var templateId]
            || !long.TryParse(draftId, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || !long.TryParse(templateId, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            || await announcements.FindAsync(call.Guild, id, ct) is not { } draft)
        {
            return AnnouncementViews.Gone();
        }

        if (await templates.FindAsync(call.Guild, from, ct) is not { } template)
        {
            return TemplateViews.Gone();
        }

        var blanks = TemplateBlanks.In(template.Title, template.Text);
        var values = blanks.Take(TemplateViews.MostAsked)
            .Select((blank, at) => (blank, Value: call.Text(TemplateViews.BlankField(at)).Trim()))
            .Where(filled => filled.Value.Length > 0)
            .ToDictionary(filled => filled.blank, filled => filled.Value, StringComparer.OrdinalIgnoreCase);
        var (title, text) = (TemplateBlanks.Fill(template.Title, values), TemplateBlanks.Fill(template.Text, values));
        draft.Blanks = blanks;
        if (draft.Write(title, text) is var result and not WordingResult.Fits)
        {
            await announcements.KeepRefusedAsync(draft, title, text, AnnouncementPhrases.ToEdit(draft, await desk.ZoneAsync(call.Guild, ct)), ct);
            return AnnouncementViews.WordingIsWrong(result, draft, EditAnnouncementButton.Spec.For(id));
        }

        draft.Refused = null;
        return await announcements.SaveAsync(draft, call.User, ct)
            ? AnnouncementCardViews.Shown(await desk.LookAsync(draft, ct))
            : AnnouncementViews.TooLateToChange();
    }
}
