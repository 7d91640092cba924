using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Bot.Search;
using Nexus.Discord;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>What somebody is about to change.</summary>
/// <param name="Target">A slug, or <c>#12</c> for a waiting suggestion.</param>
/// <param name="Page">The text to start from.</param>
/// <param name="Base">The page it is compared with; null for a new one.</param>
/// <param name="Stamp">Tells the form later whether it still is what it was opened on.</param>
internal sealed record Workpiece(string Target, HubPage Page, string? Base, string Stamp, PageSuggestion? Suggestion);

/// <summary>What became of a form.</summary>
internal abstract record Submitted
{
    private Submitted()
    {
    }

    internal sealed record Saved(PageSuggestion Suggestion, bool IsNew) : Submitted;

    /// <summary>The words are kept in a draft.</summary>
    internal sealed record Invalid(string Reason, SuggestionDraft Draft, HubPage? InsteadOf) : Submitted;

    internal sealed record Unchanged : Submitted;

    /// <summary>What it was about is gone, or decided; the words go back to whoever wrote them.</summary>
    internal sealed record Gone(PageSuggestion? Decided) : Submitted;
}

/// <summary>Turns forms into suggestions. What cannot become one is kept as a draft.</summary>
internal sealed class SuggestionDesk(NexusDb db, PageSuggestions suggestions, PageRevisions revisions, GuildHubs hubs, TimeProvider clock)
{
    public const string Why = "why";
    public const int MostWhy = 200;

    private const int MostSlug = 50;
    private const int MostWaiting = 25;
    private const string Owner = "mentors";
    private const string ChangedMeanwhile = "it was changed while you wrote. Press Edit again: your text is put on the newest state.";
    private static readonly TimeSpan DraftsLive = TimeSpan.FromDays(7);

    /// <summary>The page or waiting suggestion behind a target; null when there is none.</summary>
    public async Task<Workpiece?> OpenAsync(Snowflake guild, string target, CancellationToken ct)
    {
        if (!target.StartsWith('#'))
        {
            return (await hubs.OfAsync(guild, ct)).BySlug(target) is { } page
                ? new Workpiece(target, page, page.Markdown, PageStamp.Of(page.Markdown), null)
                : null;
        }

        if (await WaitingAsync(guild, target, ct) is not { State: SuggestionState.Waiting } suggestion)
        {
            return null;
        }

        var carried = await suggestions.CarryAsync(suggestion, ct);
        return HubFile.Parse(suggestion.Slug, suggestion.Markdown) is HubFile.Read
            && HubFile.Parse(suggestion.Slug, carried.Merged ?? PageMerge.Carry(suggestion.BaseMarkdown, suggestion.Markdown, carried.Now.Markdown!)) is HubFile.Read read
                ? new Workpiece(target, read.Page, carried.Now.Markdown, PageStamp.Of(suggestion), suggestion)
                : null;
    }

    /// <summary>The suggestion behind <c>#12</c>.</summary>
    public async Task<PageSuggestion?> WaitingAsync(Snowflake guild, string target, CancellationToken ct) =>
        int.TryParse(target.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? await suggestions.FindAsync(guild, number, ct) : null;

    /// <summary>A form for a new page was sent.</summary>
    public async Task<Submitted> SubmitPageAsync(Snowflake guild, Snowflake author, IReadOnlyDictionary<string, string> fields, CancellationToken ct)
    {
        string Field(string name) => fields.GetValueOrDefault(name, "");
        var hub = await hubs.OfAsync(guild, ct);
        var title = Md.Line(Field(NewPageFields.Title));
        if (title.Length == 0 || Field(NewPageFields.Summary).Length == 0)
        {
            return await KeepAsync(guild, author, "", "", fields, "a page needs a title and a summary.", ct);
        }

        var slug = await SlugAsync(guild, hub, title, ct);
        if (hub.BySlug(slug) is { } there)
        {
            return await KeepAsync(guild, author, "", "", fields, $"there is a page “{there.Title}” already.", ct, there);
        }

        var page = PageEdit.New(new NewPage(
            slug, title, Field(NewPageFields.Kind), PageParts.Lower(PageLevel.Beginner), Owner, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime),
            Field(NewPageFields.Summary), Field(NewPageFields.Body), [.. FormText.Lines(Field(NewPageFields.Sources)).Select(FormText.Source)]));
        return await revisions.MisfitAsync(guild, slug, page, null, ct) is { } fault
            ? await KeepAsync(guild, author, "", "", fields, fault, ct, hub.Named(title))
            : await TooManyAsync(guild, author, ct)
                ? await KeepAsync(guild, author, "", "", fields, TooMany, ct)
                : new Submitted.Saved(await suggestions.AddAsync(new NewSuggestion(guild, author, slug, page, null), ct), true);
    }

    /// <summary>A form for one part of a page, or of a waiting suggestion, was sent.</summary>
    /// <param name="stamp">What the form was opened on.</param>
    public async Task<Submitted> SubmitPartAsync(
        Snowflake guild, Snowflake author, string target, string stamp, string part, IReadOnlyDictionary<string, string> fields, CancellationToken ct)
    {
        if (await OpenAsync(guild, target, ct) is not { } now)
        {
            return new Submitted.Gone(target.StartsWith('#') ? await WaitingAsync(guild, target, ct) : null);
        }

        if (await AsOfAsync(guild, now, stamp, ct) is not { } work)
        {
            return await KeepAsync(guild, author, target, part, fields, ChangedMeanwhile, ct);
        }

        string text;
        try
        {
            text = PageParts.Write(work.Page, part, name => fields.GetValueOrDefault(name, ""), await hubs.OfAsync(guild, ct));
        }
        catch (HubFileException wrong)
        {
            return await KeepAsync(guild, author, target, part, fields, wrong.Message, ct);
        }

        var why = Md.Line(fields.GetValueOrDefault(Why, ""));
        if (text == work.Page.Markdown && (work.Suggestion is null || why == work.Suggestion.Note))
        {
            return new Submitted.Unchanged();
        }

        if (await revisions.MisfitAsync(guild, work.Page.Slug, text, work.Base, ct) is { } fault)
        {
            return await KeepAsync(guild, author, target, part, fields, fault, ct);
        }

        why = why.Length > 0 ? why : $"Changes “{PageParts.Name(work.Page, part) ?? part}”";
        if (work.Suggestion is { } waiting)
        {
            return await suggestions.RewriteAsync(waiting, text, work.Base, why, ct) ? new Submitted.Saved(waiting, false) : new Submitted.Gone(waiting);
        }

        return await TooManyAsync(guild, author, ct)
            ? await KeepAsync(guild, author, target, part, fields, TooMany, ct)
            : new Submitted.Saved(await suggestions.AddAsync(new NewSuggestion(guild, author, work.Page.Slug, text, work.Base) { Note = why }, ct), true);
    }

    public Task<SuggestionDraft?> DraftAsync(Snowflake guild, Snowflake author, long id, CancellationToken ct) =>
        db.In<SuggestionDraft>(guild).AsNoTracking().SingleOrDefaultAsync(it => it.Id == id && it.UserId == author, ct);

    private static string TooMany => $"you have {MostWaiting} suggestions waiting, which is as many as mentors can look at. Try again when some are decided.";

    // A page may have changed while the form was open: then the words belong on the text they were written for, and the
    // approval carries them over. That text is one of the page's states; a suggestion has only its present one.
    private async Task<Workpiece?> AsOfAsync(Snowflake guild, Workpiece now, string stamp, CancellationToken ct)
    {
        if (now.Stamp == stamp)
        {
            return now;
        }

        if (now.Suggestion is not null)
        {
            return null;
        }

        var old = (await revisions.OfAsync(guild, now.Page.Slug, ct))
            .SelectMany(revision => new[] { revision.Markdown, revision.FileMarkdown })
            .OfType<string>()
            .FirstOrDefault(text => PageStamp.Of(text) == stamp);
        return old is not null && HubFile.Parse(now.Page.Slug, old) is HubFile.Read read ? now with { Page = read.Page, Base = old, Stamp = stamp } : null;
    }

    private async Task<bool> TooManyAsync(Snowflake guild, Snowflake author, CancellationToken ct) =>
        await db.In<PageSuggestion>(guild).CountAsync(it => it.AuthorId == author && it.State == SuggestionState.Waiting, ct) >= MostWaiting;

    private async Task<Submitted> KeepAsync(
        Snowflake guild, Snowflake author, string target, string part, IReadOnlyDictionary<string, string> fields, string reason, CancellationToken ct, HubPage? insteadOf = null)
    {
        var old = clock.GetUtcNow() - DraftsLive;
        await db.In<SuggestionDraft>(guild).Where(it => it.UserId == author && it.CreatedAt < old).ExecuteDeleteAsync(ct);
        var draft = new SuggestionDraft
        {
            GuildId = guild,
            UserId = author,
            Target = target,
            Part = part,
            Fields = DraftFields.Write(fields),
            CreatedAt = clock.GetUtcNow(),
        };
        db.Add(draft);
        await db.SaveChangesAsync(ct);
        return new Submitted.Invalid(reason, draft, insteadOf);
    }

    // In another script a title makes no slug that everybody can type.
    private async Task<string> SlugAsync(Snowflake guild, HubIndex hub, string title, CancellationToken ct)
    {
        var slug = SearchText.Normalise(title).Replace(' ', '-');
        if (slug.Length > MostSlug)
        {
            var end = slug.LastIndexOf('-', MostSlug);
            slug = slug[..(end > 0 ? end : MostSlug)];
        }

        if (slug.Length > 0 && slug.All(char.IsAscii) && slug == SearchText.Normalise(slug).Replace(' ', '-'))
        {
            return slug;
        }

        var number = await db.In<PageSuggestion>(guild).MaxAsync(it => (int?)it.Number, ct) ?? 0;
        do
        {
            number++;
            slug = string.Create(CultureInfo.InvariantCulture, $"page-{number}");
        }
        while (hub.BySlug(slug) is not null);
        return slug;
    }
}
