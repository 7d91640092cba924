using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Setup;

/// <summary>Stores the role an admin chose in <c>/nexus setup</c>; choosing none clears it.</summary>
internal sealed class ChooseRoleSelect(SetupStore store) : ISelect
{
    public static ControlSpec Spec { get; } = new("setup", "role") { Audience = Audience.Admins, ChangesMessage = true };

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        var configuration = await store.OpenAsync(call.Guild, ct);
        if (Enum.TryParse<SetupItem>(call.Argument, out var item) && Enum.IsDefined(item) && item.IsRole())
        {
            Snowflake? chosen = call.Ids.Cast<Snowflake?>().FirstOrDefault();
            if (chosen == call.Guild)
            {
                return SetupViews.NotEveryone(item); // @everyone has the server's id, and would make everyone a mentor
            }

            item.Set(configuration, chosen);
            await store.SaveAsync(configuration, call.User, ct);
        }

        return SetupViews.ChooseRoles(configuration);
    }
}
