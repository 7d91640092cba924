using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.Proposing;
using Nexus.Bot.Features.Ideas.Proposing.Places;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Ideas.Proposing;

public sealed class PlaceTests
{
    private static async Task HearAsync<TEvent, THandler>(ProposingWorld world, TEvent happened) where TEvent : GatewayEvent where THandler : IEventHandler<TEvent>
    {
        await using var scope = world.Slice.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<THandler>().HandleAsync(happened, CancellationToken.None);
    }

    private static Channel Gone(Snowflake id) => new() { Id = id, GuildId = Interactions.Guild };

    [Fact]
    public async Task A_forum_that_is_deleted_is_told_once_and_setup_brings_every_open_idea_back_once()
    {
        await using var world = await ProposingWorld.StartAsync();
        await world.PostedAsync();

        await HearAsync<ChannelDeleteEvent, IdeaForumDeleted>(world, new ChannelDeleteEvent(Gone(ProposingWorld.Place)));
        await HearAsync<ChannelDeleteEvent, IdeaForumDeleted>(world, new ChannelDeleteEvent(Gone(ProposingWorld.Place)));

        Assert.Equal(
            "lost the ideas forum: it was deleted with 1 idea in it. Every idea is safe with me, with its votes and places; what was written in the threads is gone. An admin chooses another forum in `/nexus setup`, or lets me create one: then I post them again.",
            Assert.Single(await world.LogAsync()));
        Assert.Null((await world.Slice.Services.GetRequiredService<GuildConfigurations>().OfAsync(Interactions.Guild, CancellationToken.None)).IdeaForumId);

        await world.Slice.ConfigureAsync(it => it.IdeaForumId = ProposingWorld.Place);
        world.Forum.Posts.Clear();
        await world.Slice.Services.GetRequiredService<IServerSetUp>().LookedAfterAsync(Interactions.Guild, CancellationToken.None);
        await world.Slice.RestartAsync();
        await world.Slice.RunJobAsync<PostIdeasJob>();
        await world.Slice.Services.GetRequiredService<IServerSetUp>().LookedAfterAsync(Interactions.Guild, CancellationToken.None);
        await world.Slice.RunJobAsync<PostIdeasJob>();

        Assert.Single(world.Forum.Posts);
        Assert.Equal((1, ProposingWorld.Post), ((await world.IdeaAsync()).Number, (await world.IdeaAsync()).CardMessageId));
    }

    [Fact]
    public async Task A_post_that_alone_was_deleted_comes_back_only_when_its_author_or_a_mentor_asks()
    {
        await using var world = await ProposingWorld.StartAsync();
        await world.PostedAsync();
        await HearAsync<ThreadDeleteEvent, IdeaThreadDeleted>(world, new ThreadDeleteEvent(Gone(ProposingWorld.Post)));
        await world.Slice.Services.GetRequiredService<IServerSetUp>().LookedAfterAsync(Interactions.Guild, CancellationToken.None);
        await world.Slice.RunJobAsync<PostIdeasJob>();
        Assert.Single(world.Forum.Posts);
        Assert.StartsWith("noticed that the post of **#1 Bus times near campus** was deleted.", Assert.Single(await world.LogAsync()), StringComparison.Ordinal);

        var id = IdeaReference.InServer(await world.IdeaAsync());
        Assert.Equal("Only who wrote **#1 Bus times near campus**, and mentors, put it up again.", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Bo, PostAgainButton.Spec.For(id))));
        await world.Slice.FollowUpAsync(TestPerson.Ada, await world.Slice.PressAsync(TestPerson.Ada, PostAgainButton.Spec.For(id)));

        Assert.Equal(2, world.Forum.Posts.Count);
        Assert.StartsWith("It is there already: **#1", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Ada, PostAgainButton.Spec.For(id))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_channel_that_is_deleted_concerns_no_idea()
    {
        await using var world = await ProposingWorld.StartAsync();
        await world.PostedAsync();

        await HearAsync<ChannelDeleteEvent, IdeaForumDeleted>(world, new ChannelDeleteEvent(Gone(new Snowflake(51))));

        Assert.Empty(await world.LogAsync());
        Assert.NotNull((await world.IdeaAsync()).CardMessageId);
    }
}
