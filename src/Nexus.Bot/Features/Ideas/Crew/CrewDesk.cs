using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Card;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Crew;

/// <summary>Answers those who want to build an idea.</summary>
internal sealed class CrewDesk(IdeaDesk desk, CrewBook book, GuildConfigurations configurations)
{
    /// <summary>What somebody has and may press; a place at once where only one fits them.</summary>
    public async Task<Reply> OpenAsync(Call call, string reference, CancellationToken ct)
    {
        if (await desk.FindAsync(call, reference, ct) is not { } idea)
        {
            return IdeaNameViews.Gone();
        }

        var crew = await CrewBook.OfAsync(desk.Db, idea, ct);
        if (!idea.Status.IsOpen() && (crew.Of(call.User) is null || idea.MergedIntoId is not null || idea.Status is IdeaStatus.Building or IdeaStatus.Shipped))
        {
            return Reply.PrivateCard(await NotNowAsync(idea, ct));
        }

        if (crew.Of(call.User) is null && await OnlyRoleAsync(call, crew, ct) is { } role && crew.Open(role) > 0)
        {
            return Reply.PrivateCard(await JoinAsync(call, idea, reference, role, waits: false, ct));
        }

        var by = await desk.ActorAsync(call, idea, ct);
        return Reply.PrivateCard(CrewViews.Panel(idea, crew, call.User, by.IsMentor, reference));
    }

    public async Task<Reply> JoinAsync(ButtonCall call, bool waits, CancellationToken ct) =>
        RoleReference.TryRead(call.Argument, out var reference, out var role) && await desk.FindAsync(call, reference, ct) is { } idea
            ? Reply.ChangeCard(await JoinAsync(call, idea, reference, role, waits, ct))
            : IdeaNameViews.Gone();

    public async Task<Reply> LeaveAsync(ButtonCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call, call.Argument, ct) is not { } idea)
        {
            return call.IsDirectMessage ? Reply.ChangeCard(CrewViews.NotThere(null)) : IdeaNameViews.Gone();
        }

        // Its people are there now, and would come back from there.
        idea = await RootAsync(idea, ct);
        return await book.LeaveAsync(idea.GuildId, idea.Id, call.User, ct) switch
        {
            CrewStep.Left left => Reply.ChangeCard(CrewViews.Left(idea, left, IsNews(call.Argument) ? null : call.Argument)),

            // Where somebody was mentioned whose direct messages are closed, others can press it, too.
            CrewStep.NotThere => Reply.PrivateCard(CrewViews.NotThere(idea)),
            CrewStep.NotNow => Reply.PrivateCard(await NotNowAsync(idea, ct)),
            _ => IdeaNameViews.Gone(),
        };
    }

    private async Task<Discord.Model.Container> JoinAsync(Call call, Idea idea, string reference, IdeaRole role, bool waits, CancellationToken ct)
    {
        var by = await desk.ActorAsync(call, idea, ct);
        var step = await book.JoinAsync(idea.GuildId, idea.Id, by, role, waits, ct);
        switch (step)
        {
            case CrewStep.NotNow:
                await desk.Db.Entry(idea).ReloadAsync(ct);
                return await NotNowAsync(idea, ct);
            case CrewStep.Enough enough:
                return CrewViews.Enough(idea, enough.Most, await CrewBook.PlacesElsewhereAsync(desk.Db, idea, by.Id, ct));
        }

        var crew = step is CrewStep.Seated seated ? seated.Now : step is CrewStep.Waits waiting ? waiting.Now : await CrewBook.OfAsync(desk.Db, idea, ct);
        return CrewViews.Panel(idea, crew, by.Id, by.IsMentor, reference, step switch
        {
            CrewStep.Seated joined => CrewViews.Joined(joined),
            CrewStep.Waits inLine => CrewViews.Waits(inLine),
            CrewStep.Full full => CrewViews.Full(full),
            CrewStep.KeepsPlace keeps => CrewViews.KeepsPlace(keeps),
            CrewStep.NotNeeded notNeeded => CrewViews.NotNeeded(notNeeded.Role),
            CrewStep.MentorsOnly => CrewViews.MentorsOnly(),
            _ => null,
        }, justJoined: step is CrewStep.Seated);
    }

    private async Task<Discord.Model.Container> NotNowAsync(Idea idea, CancellationToken ct) =>
        CrewViews.NotNow(idea, await RootAsync(idea, ct) is var root && root.Id == idea.Id ? null : root);

    private async Task<Idea> RootAsync(Idea idea, CancellationToken ct) => idea.MergedIntoId is null ? idea
        : await IdeaLife.FindAsync(desk.Db, idea.GuildId, (await new IdeaCards(desk.Db).LinksAsync(idea.GuildId, ct)).RootOf(idea.Id), ct) ?? idea;

    // What somebody was told may stand in the thread, for everybody to press.
    private static bool IsNews(string reference) => reference.Contains('/', StringComparison.Ordinal);

    // By the roles they have on the server, else because the idea needs no other.
    private async Task<IdeaRole?> OnlyRoleAsync(Call call, IdeaCrew crew, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild)
        {
            return null;
        }

        var server = await configurations.OfAsync(guild, ct);
        (Snowflake? Has, IdeaRole Role)[] roles = [(server.BackendRoleId, IdeaRole.Backend), (server.FrontendRoleId, IdeaRole.Frontend), (server.MentorRoleId, IdeaRole.Mentor)];
        var own = roles.Where(it => it.Has is { } has && call.Roles.Contains(has)).Select(it => it.Role).ToList();
        var fitting = crew.Needs.Select(need => need.Role).Where(own.Contains).ToList();
        return fitting is [var one] ? one
            : own.Count == 0 && crew.Needs is [{ Role: not IdeaRole.Mentor } only] ? only.Role
            : null;
    }
}
