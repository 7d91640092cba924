using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;
using Nexus.Bot.ServerLog;

namespace Nexus.Bot.Features.Profiles;

/// <summary><c>/profile show</c>: one's own with everything, somebody else's with what is meant for others.</summary>
internal sealed class ShowProfileCommand(ProfileBook book, ProfileDesk desk, GuildConfigurations configurations, TimeProvider clock) : ICommand
{
    public static CommandSpec Spec { get; } = new("profile", "show", "See a profile, and the hours you share")
    {
        Options = [Option.User("person", "Somebody else").Optional()],
        Visibility = Visibility.Private,
        Example = "/profile show person:@ada",
        Details = "Only you see the answer. Of somebody else you see what they said for others, and when you both have time in the week to come.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var person = call.IdOf("person") ?? call.User;
        if (person == call.User)
        {
            return ProfileViews.Own(await desk.OwnAsync(call, ct));
        }

        if (call.MemberOption("person") is not { } member || call.UserOption("person") is { Bot: true })
        {
            return ProfileViews.NotHere(person);
        }

        var isMentor = AccessRules.IsMentor(call.Interaction, await configurations.OfAsync(call.Guild, ct));
        if (await book.FindAsync(call.Guild, person, ct) is null)
        {
            return ProfileViews.SaidNothing(person);
        }

        var (viewer, shown) = (await desk.OwnAsync(call, ct), await desk.OfAsync(call.Guild, person, member.Roles, ct));
        return OthersProfileViews.Card(shown, desk.Together(viewer, shown), viewer.Values.Hours is not null, isMentor, clock.GetUtcNow());
    }
}

/// <summary>Shows a mentor whom somebody would rather not work with; the log keeps that they looked, not what they saw.</summary>
internal sealed class ShowAvoidsButton(NexusDb db, ProfileBook book, LogBook log, DeliveryQueue queue, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("profiles", "avoids") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.ArgumentId is not { } person || await book.FindAsync(call.Guild, person, ct) is not { } profile)
        {
            return OthersProfileViews.NoneAnyMore();
        }

        await log.AddAsync(db, call.Guild, call.User, $"looked at whom {Md.User(person)} would rather not work with", null, ct);
        await db.SaveChangesAsync(ct);
        queue.WakeAt(clock.GetUtcNow());
        return OthersProfileViews.Avoids(person, profile.Values.Avoids);
    }
}
