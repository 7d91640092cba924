using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.Settings;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Bot.ServerLog;
using Nexus.Bot.Tests.Questions.Asking;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Ideas.Proposing;

/// <summary>A server with a place for ideas.</summary>
internal sealed class ProposingWorld : IAsyncDisposable
{
    public const string Title = "Bus times near campus";
    public const string Problem = "Students wait for buses that never come, because nobody knows when they pass.";

    private readonly string _folder = Directory.CreateTempSubdirectory("nexus-idea-").FullName;

    private ProposingWorld(ChannelType type)
    {
        Slice = new SliceWorld(configure: services => services.AddSingleton(new HubFolder(_folder)));
        Forum = new ForumOnDiscord(Slice, Place, Post) { Type = type };
    }

    public static Snowflake Place { get; } = new(50);

    public static Snowflake Post { get; } = Snowflake.At(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public SliceWorld Slice { get; }

    public ForumOnDiscord Forum { get; }

    public static async Task<ProposingWorld> StartAsync(ChannelType type = ChannelType.GuildForum, bool review = false)
    {
        var world = new ProposingWorld(type);
        await world.Slice.ConfigureAsync(configuration => (configuration.IdeaForumId, configuration.LogChannelId) = (Place, new Snowflake(60)));
        if (review)
        {
            await using var db = world.Slice.Db();
            db.Add(new IdeaSettings { GuildId = Interactions.Guild, NeedsReview = true });
            await db.SaveChangesAsync();
        }

        return world;
    }

    public async Task<Reply> ProposeAsync(
        string title = Title, string problem = Problem, string forWhom = "", string solution = "", string needs = "", TestPerson? who = null) =>
        await SendAsync(await Slice.RunAsync(who ?? TestPerson.Ada, "idea add"), title, problem, forWhom, solution, needs, who);

    public Task<Reply> SendAsync(Reply form, string title, string problem, string forWhom = "", string solution = "", string needs = "", TestPerson? who = null) =>
        Slice.HandleAsync(Interactions.Submit(who ?? TestPerson.Ada, form.Modal!.CustomId, new Dictionary<string, object?>
        {
            ["title"] = title, ["problem"] = problem, ["forwhom"] = forWhom, ["solution"] = solution, ["needs"] = needs,
        }));

    /// <summary>Proposes, and lets it be posted.</summary>
    public async Task<Reply> PostedAsync(string title = Title, string problem = Problem, string needs = "", TestPerson? who = null) =>
        (await Slice.FollowUpAsync(who ?? TestPerson.Ada, await ProposeAsync(title, problem, needs: needs, who: who)))!;

    public Task<Reply> PressAsync(Reply on, string label, TestPerson? who = null) => Slice.PressAsync(who ?? TestPerson.Ada, on, label);

    public async Task<Idea> IdeaAsync(int at = 0)
    {
        await using var db = Slice.Db();
        return (await db.In<Idea>(Interactions.Guild).AsNoTracking().OrderBy(it => it.Id).ToListAsync())[at];
    }

    public async Task<IReadOnlyList<string>> LogAsync()
    {
        await using var db = Slice.Db();
        return await db.In<LogEntry>(Interactions.Guild).OrderBy(it => it.At).Select(it => it.Words).ToListAsync();
    }

    /// <summary>What a planned message says.</summary>
    public async Task<IReadOnlyList<string>> TellAsync(string kind)
    {
        await using var db = Slice.Db();
        List<string> told = [];
        foreach (var delivery in await db.In<Delivery>(Interactions.Guild).Where(it => it.Kind == kind).OrderBy(it => it.Id).ToListAsync())
        {
            var source = Slice.Services.GetServices<IDeliverySource>().Single(it => it.Kind == kind);
            var content = await source.ComposeAsync(db, delivery, null, CancellationToken.None);
            told.Add(content is null ? "gone" : ReplyText.Of(content.Card));
        }

        return told;
    }

    public async ValueTask DisposeAsync()
    {
        await Slice.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
