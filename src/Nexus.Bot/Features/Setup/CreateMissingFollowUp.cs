using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Setup;

/// <summary>
/// Creates what <c>/nexus setup</c> found missing. Each thing is looked for first and saved as soon as it exists, so a run that breaks
/// off can simply be repeated.
/// </summary>
internal sealed class CreateMissingFollowUp(IDiscordRest discord, ServerReader reader, SetupStore store) : IFollowUp
{
    private const int MaxTags = 20;

    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        var facts = await reader.ReadAsync(call.Guild, ct);
        var configuration = await store.OpenAsync(call.Guild, ct);
        SetupStore.Adopt(configuration, facts);
        var options = new RequestOptions { AuditReason = $"Nexus setup by {call.UserName}" };
        List<SetupOutcome> outcomes = [];
        foreach (var item in SetupItems.All.Where(item => !item.IsOptional()))
        {
            try
            {
                if (item.IdIn(configuration) is null)
                {
                    item.Set(configuration, await CreateAsync(item, facts.Guild, options, ct));
                    outcomes.Add(new SetupOutcome(item, null));
                }
                else if (item.Tags().Count > 0 && await AddTagsAsync(item, facts.FindChannel(item.IdIn(configuration)), options, ct))
                {
                    outcomes.Add(new SetupOutcome(item, null, OnlyTags: true));
                }
            }
            catch (DiscordApiException exception) when (exception.IsPermanent)
            {
                outcomes.Add(new SetupOutcome(item, exception.Code));
            }

            await store.SaveAsync(configuration, call.User, ct);
        }

        return SetupViews.Overview(configuration, await reader.ReadAsync(call.Guild, ct), [], outcomes);
    }

    private async Task<Snowflake> CreateAsync(SetupItem item, Guild guild, RequestOptions options, CancellationToken ct)
    {
        if (item.IsRole())
        {
            return (await discord.CreateRoleAsync(guild.Id, new RoleEdit { Name = item.Name(), Permissions = Permissions.None }, options, ct)).Id;
        }

        var types = item.ChannelTypes();
        var type = types[0] == ChannelType.GuildAnnouncement && !guild.Features.Contains("NEWS") ? ChannelType.GuildText : types[0];
        return (await discord.CreateGuildChannelAsync(guild.Id, new ChannelCreate
        {
            Name = item.Name(),
            Type = type,
            AvailableTags = item.Tags() is { Count: > 0 } tags ? tags : null,
        }, options, ct)).Id;
    }

    /// <summary>Keeps every tag that is there, with its id, so that old posts keep theirs.</summary>
    private async Task<bool> AddTagsAsync(SetupItem item, Channel? forum, RequestOptions options, CancellationToken ct)
    {
        var existing = forum?.AvailableTags ?? [];
        var missing = item.Tags().Where(tag => !existing.Any(known => string.Equals(known.Name, tag.Name, StringComparison.OrdinalIgnoreCase))).ToList();
        if (forum is null || missing.Count == 0 || existing.Count + missing.Count > MaxTags)
        {
            return false;
        }

        await discord.EditChannelAsync(forum.Id, new ChannelEdit { AvailableTags = [.. existing, .. missing] }, options, ct);
        return true;
    }
}

/// <param name="Refusal">Discord's code when it refused; null when it worked.</param>
internal sealed record SetupOutcome(SetupItem Item, int? Refusal, bool OnlyTags = false);
