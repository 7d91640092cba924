using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Announcements.Templates;

/// <summary>One server's templates of announcements.</summary>
internal sealed class TemplateBook(NexusDb db, TimeProvider clock)
{
    public const int Most = 100;

    /// <summary>By name.</summary>
    public Task<List<AnnouncementTemplate>> AllAsync(Snowflake guild, CancellationToken ct) =>
        db.In<AnnouncementTemplate>(guild).OrderBy(it => it.Name).ToListAsync(ct);

    public Task<AnnouncementTemplate?> FindAsync(Snowflake guild, long id, CancellationToken ct) =>
        db.In<AnnouncementTemplate>(guild).SingleOrDefaultAsync(it => it.Id == id, ct);

    /// <summary>What was picked, or the one whose name was typed; null when it is not clear which.</summary>
    public async Task<AnnouncementTemplate?> NamedAsync(Snowflake guild, string named, CancellationToken ct)
    {
        if (long.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && await FindAsync(guild, id, ct) is { } picked)
        {
            return picked;
        }

        var words = Md.Line(named);
        var all = await AllAsync(guild, ct);
        return all.Find(it => it.Name.Equals(words, StringComparison.OrdinalIgnoreCase))
            ?? (all.FindAll(it => it.Name.Contains(words, StringComparison.OrdinalIgnoreCase)) is [var only] ? only : null);
    }

    /// <summary>Saves it under its name, or under that name with a number when there is one of that name.</summary>
    public async Task<AnnouncementTemplate> AddAsync(Snowflake guild, Snowflake author, string name, string title, string text, CancellationToken ct)
    {
        var template = new AnnouncementTemplate
        {
            GuildId = guild,
            Name = await FreeNameAsync(guild, name, null, ct),
            Title = title,
            Text = text,
            AuthorId = author,
            CreatedAt = clock.GetUtcNow(),
        };
        db.Add(template);
        await db.SaveChangesAsync(ct);
        return template;
    }

    public async Task ChangeAsync(AnnouncementTemplate template, string name, string title, string text, CancellationToken ct)
    {
        template.Name = await FreeNameAsync(template.GuildId, name, template.Id, ct);
        (template.Title, template.Text) = (title, text);
        await db.SaveChangesAsync(ct);
    }

    public async Task RemoveAsync(AnnouncementTemplate template, CancellationToken ct)
    {
        db.Remove(template);
        await db.SaveChangesAsync(ct);
    }

    private async Task<string> FreeNameAsync(Snowflake guild, string name, long? own, CancellationToken ct)
    {
        var taken = await db.In<AnnouncementTemplate>(guild).Where(it => it.Id != own).Select(it => it.Name).ToListAsync(ct);
        var free = name;
        for (var number = 2; taken.Contains(free, StringComparer.OrdinalIgnoreCase); number++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $" {number}");
            free = Md.Cut(name, AnnouncementTemplate.MostName - suffix.Length) + suffix;
        }

        return free;
    }
}
