using System.IO.Compression;
using System.Text;
using Nexus.Bot.Hub;

namespace Nexus.Bot.Features.Suggestions;

internal enum ExportChange
{
    /// <summary>There is no such file yet.</summary>
    New,
    Changed,
    Equal,
}

/// <summary>A page as its file has to be, so that the hub's folder and the server agree.</summary>
internal sealed record ExportedPage(string FileName, string Markdown, ExportChange Change);

/// <summary>Compares what a server serves with the hub's folder.</summary>
internal static class PageExport
{
    public static ExportedPage Of(HubPage page, HubIndex shipped)
    {
        var file = shipped.BySlug(page.Slug);
        return new ExportedPage(
            shipped.FileNameOf(page.Slug),
            page.Markdown,
            file is null ? ExportChange.New : file.Markdown == page.Markdown ? ExportChange.Equal : ExportChange.Changed);
    }

    public static byte[] Zip(IEnumerable<ExportedPage> pages, DateTimeOffset at)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var page in pages)
            {
                var entry = zip.CreateEntry(page.FileName);
                entry.LastWriteTime = at;
                using var file = entry.Open();
                file.Write(Encoding.UTF8.GetBytes(page.Markdown));
            }
        }

        return bytes.ToArray();
    }
}
