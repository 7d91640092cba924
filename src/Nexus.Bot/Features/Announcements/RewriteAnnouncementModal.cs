using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Announcements;

/// <summary>The form behind Edit: words, time and place, of a draft or of a scheduled announcement.</summary>
internal sealed class RewriteAnnouncementModal(AnnouncementBook book, AnnouncementDesk desk, TimeProvider clock) : IModal
{
    public static ControlSpec Spec { get; } = new("announcements", "rewrite") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } announcement)
        {
            return AnnouncementViews.Gone();
        }

        var zone = await desk.ZoneAsync(call.Guild, ct);
        var (title, text, phrase) = (call.Text(AnnouncementFormViews.TitleField), call.Text(AnnouncementFormViews.TextField), call.Text(AnnouncementFormViews.WhenField).Trim());
        if (announcement.Write(title, text) is var result and not WordingResult.Fits)
        {
            await book.KeepRefusedAsync(announcement, title, text, phrase, ct);
            return AnnouncementViews.WordingIsWrong(result, announcement, EditAnnouncementButton.Spec.For(id));
        }

        // A time that cannot be read must not cost the words that came with it.
        string? note = null;
        announcement.Refused = null;
        if (phrase.Length > 0 && phrase != AnnouncementPhrases.ToEdit(announcement, zone))
        {
            if (WhenReader.Read(phrase, clock.GetUtcNow(), zone, AnnouncementPhrases.Asked) is var reading && reading is WhenReading.Understood understood)
            {
                AnnouncementPhrases.Apply(announcement, understood);
            }
            else
            {
                note = AnnouncementViews.TimeStays(reading, phrase, zone);
                announcement.Refused = new RefusedWords { Title = announcement.Title, Text = announcement.Text, When = phrase };
            }
        }

        if (call.ChosenChannel(AnnouncementFormViews.WhereField) is { } chosen && chosen.Id != announcement.ChannelId && AnnouncementFormViews.Places.Contains(chosen.Type))
        {
            if (chosen.Permissions?.HasFlag(Permissions.SendMessages) == true)
            {
                announcement.ChannelId = chosen.Id;
            }
            else
            {
                note = string.Join('\n', new[] { note, AnnouncementViews.PlaceStays(announcement, chosen.Id) }.OfType<string>());
            }
        }

        return await desk.SavedAsync(announcement, call.User, ct, note);
    }
}
