using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Tips;

/// <summary>"Start them again", after a stop.</summary>
internal sealed class ResumeTipsButton(TipBook book, GuildConfigurations configurations) : IButton
{
    public static ControlSpec Spec { get; } = new("tips", "resume") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await book.PlanOfAsync(call.Guild, ct) is null)
        {
            return TipViews.NothingToStop();
        }

        var (plan, first) = await book.StartAsync(call.Guild, call.User, _ => { }, ct);
        return TipViews.Started(plan, first, Zones.Named((await configurations.OfAsync(call.Guild, ct)).TimeZone));
    }
}
