using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Setup;

/// <summary>Stores the channel an admin chose in <c>/nexus setup</c>; choosing none clears it.</summary>
internal sealed class ChooseChannelSelect(SetupStore store) : ISelect
{
    public static ControlSpec Spec { get; } = new("setup", "channel") { Audience = Audience.Admins, ChangesMessage = true };

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        var configuration = await store.OpenAsync(call.Guild, ct);
        if (Enum.TryParse<SetupItem>(call.Argument, out var item) && Enum.IsDefined(item) && !item.IsRole())
        {
            Snowflake? chosen = call.Ids.Cast<Snowflake?>().FirstOrDefault();
            if (chosen is { } id && call.Interaction.Data?.Resolved?.Channels is { } channels
                && channels.TryGetValue(id, out var channel) && !item.ChannelTypes().Contains(channel.Type))
            {
                return SetupViews.WrongChannelType(item);
            }

            item.Set(configuration, chosen);
            await store.SaveAsync(configuration, call.User, ct);
        }

        return SetupViews.ChooseChannels(configuration);
    }
}
