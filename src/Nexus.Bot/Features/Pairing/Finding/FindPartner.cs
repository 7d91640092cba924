using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Pairing.Finding;

/// <summary><c>/pair find</c>: who fits, and why.</summary>
internal sealed class FindPartnerCommand(NexusDb db) : ICommand
{
    public static CommandSpec Spec { get; } = new("pair", "find", "Find somebody who fits to build and learn with, and ask them")
    {
        Visibility = Visibility.Private,
        Example = "/pair find",
        Details = "I look who covers the other track, has time when you have, and likes what you like, and say why for each. **Invite** asks them in a direct message; they have three days. "
            + "When they say yes, the two of you get a private thread. Nobody hears that you looked. The more your profile says (`/profile set`), the better it fits.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => await PairLife.FoundOfAsync(db, call.Guild, call.User, ct) is { } pair
        ? PairAskViews.InPair(pair, await PairLife.MembersAsync(db, pair, ct), call.User)
        : FindViews.Looking().Afterwards<FindPartners>(FindPartners.For(0, call.Roles));
}

/// <summary>The next ones, in place of those that are shown.</summary>
internal sealed class MorePartnersButton : IButton
{
    public static ControlSpec Spec { get; } = new("pairs", "more") { ChangesMessage = true };

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        Task.FromResult(FindViews.LookingOn().Afterwards<FindPartners>(FindPartners.For(call.Number is > 0 and < 100 and var offset ? (int)offset : 0, call.Roles)));
}

/// <summary>Looks for them.</summary>
internal sealed class FindPartners(NexusDb db, PartnerFinder finder, TimeProvider clock) : IFollowUp
{
    /// <param name="roles">Of who looks: they may say which track is theirs.</param>
    public static string For(int offset, IReadOnlyList<Snowflake> roles) => string.Create(CultureInfo.InvariantCulture, $"{offset}/{string.Join(' ', roles)}");

    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        var parts = call.Argument.Split('/');
        var me = new KnownMember(call.User, [.. parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(role => Snowflake.Parse(role))], null);
        try
        {
            var found = await finder.OfAsync(db, call.Guild, me, int.Parse(parts[0], CultureInfo.InvariantCulture), ct);
            var (user, now) = (call.User, clock.GetUtcNow());
            var waiting = (await db.In<PairAsk>(call.Guild).AsNoTracking().Where(ask => (ask.OneId == user || ask.OtherId == user) && ask.ById != user && ask.Answer == PairAnswer.None).ToListAsync(ct)).Count(ask => ask.IsOpen(now));
            return FindViews.Found(found, waiting);
        }
        catch (DiscordApiException)
        {
            return FindViews.CannotLook();
        }
    }
}
