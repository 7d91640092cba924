using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Announcements.Options;

internal enum FilesResult
{
    Kept,
    TooLarge,
    NotRead,
    TooLate,
}

/// <summary>Fetches what was uploaded in the form, since Discord's own addresses run out, and puts it in place of the files there were.</summary>
internal sealed class KeepAnnouncementFiles(AnnouncementBook book, AnnouncementDesk desk, ChannelCheck check, IDiscordRest discord) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        if (!long.TryParse(call.Argument, out var id) || await book.FindAsync(call.Guild, id, ct) is not { } announcement)
        {
            return null;
        }

        var result = await KeepAsync(announcement, new ModalCall(call.Interaction).Files(AnnouncementFormViews.FilesField), call.User, ct);
        var look = await desk.LookAsync(announcement, ct, result == FilesResult.Kept ? null : AnnouncementViews.FilesAreWrong(result));
        return AnnouncementCardViews.ShownAsFound(await desk.WithFilesAsync(await check.WithFindingsAsync(look, call, ct), ct));
    }

    private async Task<FilesResult> KeepAsync(Announcement announcement, IReadOnlyList<Attachment> uploads, Snowflake by, CancellationToken ct)
    {
        var files = new List<AnnouncementFile>();
        var room = AnnouncementFile.MostBytes;
        try
        {
            foreach (var upload in uploads.Take(AnnouncementFile.Most))
            {
                var content = await discord.DownloadAsync(upload, room, ct);
                room -= content.Length;
                files.Add(new AnnouncementFile
                {
                    GuildId = announcement.GuildId,
                    AnnouncementId = announcement.Id,
                    Name = AnnouncementFile.NameOf(upload.Filename, files.Select(file => file.Name)),
                    ContentType = Md.Cut(upload.ContentType?.Split(';')[0].Trim(), 128),
                    Description = upload.Description is { } words ? Md.Cut(words, 1024) : null,
                    Content = content,
                });
            }
        }
        catch (DiscordApiException refused)
        {
            return refused.Status == 413 ? FilesResult.TooLarge : FilesResult.NotRead;
        }

        return await book.AttachAsync(announcement, files, by, ct) ? FilesResult.Kept : FilesResult.TooLate;
    }
}
