using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Index;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Ideas.Exports;

/// <summary>Asks Discord for the names of authors, as far as it tells, and writes the files.</summary>
internal sealed class WriteExport(IdeaBoard board, IdeaCards cards, GuildMembers members, IDiscordRest discord, TimeProvider clock) : IFollowUp
{
    // Without the members intent each name is a request of its own.
    private const int MostAsked = 100;

    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        var (guild, choice) = (call.Guild, ExportChoice.Parse(call.Argument));
        var ideas = board.PublicIdeas(guild).Where(idea => idea.Status != IdeaStatus.Merged);
        if (choice.Status is { } status)
        {
            ideas = ideas.Where(idea => idea.Status == status);
        }

        if (choice.Tag.Length > 0)
        {
            ideas = ideas.Where(IdeasAbout.Tag(choice.Tag));
        }

        var found = await cards.OfAsync(guild, await ideas.OrderBy(idea => idea.Number).ToListAsync(ct), ct);
        if (found.Count == 0)
        {
            return ExportViews.Nothing(isNarrowed: choice.Status is not null || choice.Tag.Length > 0);
        }

        var names = await NamesAsync(guild, [.. found.Select(card => card.Author).Distinct()], ct);
        return ExportViews.Written(
            guild, await ServerAsync(guild, ct), [.. found.Select(card => card with { AuthorName = names.GetValueOrDefault(card.Author, "") })], choice.Format, clock.GetUtcNow());
    }

    // Who has left has none.
    private async Task<Dictionary<Snowflake, string>> NamesAsync(Snowflake guild, IReadOnlyList<Snowflake> authors, CancellationToken ct)
    {
        var names = new Dictionary<Snowflake, string>();
        try
        {
            if (await members.OfAsync(guild, RequestOptions.Batch, ct) is { } all)
            {
                return all.Where(member => member.User is not null).ToDictionary(member => member.User!.Id, member => member.DisplayName);
            }

            foreach (var author in authors.Take(MostAsked))
            {
                try
                {
                    names[author] = (await discord.GetMemberAsync(guild, author, RequestOptions.Batch, ct)).DisplayName;
                }
                catch (DiscordApiException gone) when (gone.Status == 404)
                {
                }
            }
        }
        catch (DiscordApiException)
        {
            // Names are the least of it.
        }

        return names;
    }

    private async Task<string> ServerAsync(Snowflake guild, CancellationToken ct)
    {
        try
        {
            return $"Ideas of {(await discord.GetGuildAsync(guild, ct: ct)).Name}";
        }
        catch (DiscordApiException)
        {
            return "Ideas";
        }
    }
}
