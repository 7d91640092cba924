using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Features.Pairing;
using Nexus.Bot.Features.Pairing.Finding;
using Nexus.Bot.Features.Profiles;
using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using static Nexus.Bot.Tests.Pairing.RoundsWorld;

namespace Nexus.Bot.Tests.Pairing;

/// <summary>What people do who find each other.</summary>
internal static class FindingSteps
{
    public static async Task SayAsync(this RoundsWorld world, int who, Func<ProfileValues, ProfileValues> change)
    {
        await using var db = world.Slice.Db();
        var profile = await db.In<Profile>(Interactions.Guild).SingleAsync(it => it.PersonId == Of(who).Id);
        profile.Take(change(profile.Values), null, world.Slice.Clock.GetUtcNow());
        await db.SaveChangesAsync();
    }

    /// <summary>They write something on the server.</summary>
    public static async Task SeeAsync(this RoundsWorld world, params int[] people)
    {
        await using var db = world.Slice.Db();
        db.AddRange(people.Select(number => new SeenMember { GuildId = Interactions.Guild, PersonId = Of(number).Id, SeenAt = world.Slice.Clock.GetUtcNow() }));
        await db.SaveChangesAsync();
    }

    public static async Task<Reply> FindAsync(this RoundsWorld world, int who) => (await world.Slice.FollowUpAsync(Of(who), await world.Slice.RunAsync(Of(who), "pair find")))!;

    public static async Task<Reply> MoreAsync(this RoundsWorld world, int who, Reply on, string label) => (await world.Slice.FollowUpAsync(Of(who), await world.Slice.PressAsync(Of(who), on, label)))!;

    public static Task<Reply> InviteAsync(this RoundsWorld world, int who, int other) => world.Slice.PressAsync(Of(who), InvitePartnerButton.Spec.For(Of(other).Id));

    /// <summary>One asks the other, who presses this in their DM.</summary>
    public static async Task<string> AnswerAsync(this RoundsWorld world, int who, string label) =>
        ReplyText.Of(await world.PressAsync(who, world.Last(Dm(who), "would like to be a pair with you"), label, inDm: true));

    public static async Task AgreeAsync(this RoundsWorld world, int one, int other)
    {
        await world.InviteAsync(one, other);
        await world.SettleAsync();
        await world.AnswerAsync(other, "Accept");
        await world.SettleAsync();
    }

    public static async Task<Pair> FoundAsync(this RoundsWorld world)
    {
        await using var db = world.Slice.Db();
        return await db.In<Pair>(Interactions.Guild).AsNoTracking().SingleAsync(pair => pair.Source == PairSource.Found);
    }
}
