using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nexus.Bot.Features.Ideas.Crew;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Ideas.Crew;

public sealed class PlacesTests
{
    private static readonly TestPerson s_ada = CrewWorld.Person(1), s_bo = CrewWorld.Person(2), s_cy = CrewWorld.Person(3);

    [Fact]
    public async Task Who_presses_reads_what_is_free_and_takes_it()
    {
        await using var world = await CrewWorld.StartAsync();
        var id = await world.IdeaAsync("2 backend, 1 frontend, mentor");

        var panel = await world.BuildAsync(s_ada, id);
        Assert.True(panel.IsPrivate);
        Assert.Equal(
            """
            **#1 Bus times**
            As what would you build it? You can leave again until the team is formed.
            - **backend** 0 of 2
            - **frontend** 0 of 1
            - **mentor** 0 of 1
            [Backend (2 of 2 free)] [Frontend (1 of 1 free)]
            """, ReplyText.Of(panel));

        var joined = await world.Slice.PressAsync(s_ada, panel, "Backend (2 of 2 free)");
        Assert.Equal(ReplyKind.Change, joined.Kind);
        Assert.Equal(
            $"""
            **#1 Bus times**
            ✅ You have a place as **backend**.
            - **backend** 1 of 2: <@{s_ada.Id}>
            - **frontend** 0 of 1
            - **mentor** 0 of 1
            -# Talk with the others in <#{CrewWorld.ThreadOf(id)}>.
            [Frontend (1 of 1 free)] [Undo]
            """, ReplyText.Of(joined));
        Assert.Contains("[Mentor (1 of 1 free)]", ReplyText.Of(await world.BuildAsync(TestPerson.Mentor with { Roles = [TestPerson.MentorRole, CrewWorld.BackendRole] }, id)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_fits_one_role_only_has_the_place_at_once_and_can_undo_it()
    {
        await using var world = await CrewWorld.StartAsync();
        var id = await world.IdeaAsync();
        var frontend = CrewWorld.Person(4, CrewWorld.FrontendRole);

        var joined = await world.BuildAsync(frontend, id);

        Assert.Contains("✅ You have a place as **frontend**.", ReplyText.Of(joined), StringComparison.Ordinal);
        var undone = await world.Slice.PressAsync(frontend, joined, "Undo");
        Assert.Equal("You have left **#1 Bus times**. Your place as **frontend** is free again.\n[Undo]", ReplyText.Of(undone));
        Assert.Contains("✅ You have a place as **frontend**.", ReplyText.Of(await world.Slice.PressAsync(frontend, undone, "Undo")), StringComparison.Ordinal);
        var again = await world.BuildAsync(frontend, id);
        Assert.Contains("You have a place as **frontend**.", ReplyText.Of(again), StringComparison.Ordinal);
        Assert.Contains("[Leave]", ReplyText.Of(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_take_the_last_place_at_once_one_has_it_and_the_other_is_offered_the_waiting_list()
    {
        await using var world = await CrewWorld.StartAsync();
        var id = await world.IdeaAsync("1 backend");

        var replies = await Task.WhenAll(Task.Run(() => world.JoinAsync(s_ada, id, IdeaRole.Backend)), Task.Run(() => world.JoinAsync(s_bo, id, IdeaRole.Backend)));

        var texts = replies.Select(ReplyText.Of).ToList();
        var first = texts[0].Contains("✅ You have a place as **backend**.", StringComparison.Ordinal) ? (s_ada, s_bo) : (s_bo, s_ada);
        var (has, late) = first;
        var offered = replies[late == s_bo ? 1 : 0];
        Assert.Equal(
            $"""
            **#1 Bus times**
            Somebody was faster: every place as **backend** is taken. You can wait for one, you are first.
            - **backend** 1 of 1: <@{has.Id}>
            [Wait for backend (you are first)]
            """, ReplyText.Of(offered));

        var waits = await world.Slice.PressAsync(late, offered, "Wait for backend (you are first)");
        Assert.Contains("⏳ You wait for a place as **backend**, you are first. When one becomes free it is yours, and I tell you.", ReplyText.Of(waits), StringComparison.Ordinal);
        Assert.Contains("[Wait for backend (1 before you)]", ReplyText.Of(await world.JoinAsync(s_cy, id, IdeaRole.Backend)), StringComparison.Ordinal);

        Assert.StartsWith($"You have left **#1 Bus times**. Your place as **backend** went to <@{late.Id}>, who waited for one.", ReplyText.Of(await world.LeaveAsync(has, id)), StringComparison.Ordinal);
        Assert.Equal(
            $"""
            🎉 A place has become free, and it is yours: you are in **#1 Bus times** as **backend** now.
            -# It does not fit any more? **Leave** gives it to the next in line.
            [Leave] [Show](https://discord.com/channels/1/{CrewWorld.ThreadOf(id)}/{CrewWorld.ThreadOf(id)})
            """, Assert.Single(await world.ToldAsync(late)));

        var left = await world.Slice.HandleAsync(Interactions.PressInDm(late, CrewControls.Leave.For($"1/{id}")));
        Assert.StartsWith("You have left **#1 Bus times**. Your place as **backend** is free again.\n[Show]", ReplyText.Of(left), StringComparison.Ordinal);
        Assert.Equal("You have no place in this idea any more, so there is nothing to leave.", ReplyText.Of(await world.Slice.HandleAsync(Interactions.PressInDm(late, CrewControls.Leave.For($"1/{id}")))));
    }

    [Fact]
    public async Task Fifteen_who_press_at_once_fill_the_places_and_nobody_reads_an_error()
    {
        await using var world = await CrewWorld.StartAsync(isLong: true);
        var id = await world.IdeaAsync("4 backend");
        var people = Enumerable.Range(10, 15).Select(number => CrewWorld.Person((ulong)number)).ToList();

        var texts = (await Task.WhenAll(people.Select(person => Task.Run(() => world.JoinAsync(person, id, IdeaRole.Backend))))).Select(ReplyText.Of).ToList();

        Assert.Equal(4, texts.Count(text => text.Contains("✅ You have a place as **backend**.", StringComparison.Ordinal)));
        Assert.Equal(11, texts.Count(text => text.Contains("Somebody was faster", StringComparison.Ordinal)));
        Assert.Equal([1, 2, 3, 4], (await world.CrewAsync(id)).Seated.Select(one => one.Seat!.Value));
    }

    [Fact]
    public async Task Who_takes_another_role_passes_the_place_on_and_is_not_put_from_a_place_into_a_line()
    {
        await using var world = await CrewWorld.StartAsync();
        var id = await world.IdeaAsync("1 backend, 1 frontend");
        await world.JoinAsync(s_ada, id, IdeaRole.Backend);
        await world.WaitAsync(s_bo, id, IdeaRole.Backend);

        Assert.Contains($"✅ You have a place as **frontend**. The place you had went to <@{s_bo.Id}>, who waited for one.", ReplyText.Of(await world.JoinAsync(s_ada, id, IdeaRole.Frontend)), StringComparison.Ordinal);
        Assert.Contains("You keep your place as **frontend**", ReplyText.Of(await world.WaitAsync(s_ada, id, IdeaRole.Backend)), StringComparison.Ordinal);
        Assert.StartsWith("🎉 A place has become free", Assert.Single(await world.ToldAsync(s_bo)), StringComparison.Ordinal);
        Assert.Empty(await world.ToldAsync(s_ada));
    }

    [Fact]
    public async Task Who_has_as_many_places_as_allowed_reads_where_and_can_leave_one()
    {
        await using var world = await CrewWorld.StartAsync(settings => settings.MostPlaces = 1);
        var (first, second) = (await world.IdeaAsync(), await world.IdeaAsync(title: "Quiz league"));
        await world.JoinAsync(s_ada, first, IdeaRole.Backend);

        var refused = await world.JoinAsync(s_ada, second, IdeaRole.Backend);

        Assert.Equal(
            $"""
            **#2 Quiz league**: you have as many places as this server allows in ideas that are not decided yet (1):
            - **#1 Bus times**: https://discord.com/channels/1/{CrewWorld.ThreadOf(first)}/{CrewWorld.ThreadOf(first)} as backend
            Leave one of them, then press **I'd build this** again.
            [Leave #1]
            """, ReplyText.Of(refused));
        await world.Slice.PressAsync(s_ada, refused, "Leave #1");
        Assert.Contains("✅ You have a place as **backend**.", ReplyText.Of(await world.JoinAsync(s_ada, second, IdeaRole.Backend)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_with_closed_direct_messages_is_named_quietly_in_the_thread_and_others_cannot_leave_for_them()
    {
        await using var world = await CrewWorld.StartAsync();
        var id = await world.IdeaAsync("1 backend");
        world.Channel.Close(ChannelOnDiscord.DmOf(s_bo.Id), 403, DiscordErrorCode.CannotSendToUser);
        await world.JoinAsync(s_ada, id, IdeaRole.Backend);
        await world.WaitAsync(s_bo, id, IdeaRole.Backend);
        await world.LeaveAsync(s_ada, id);

        await world.SendAsync();
        await world.SendAsync();

        var (message, sent) = Assert.Single(world.Channel.Posts, post => post.Message.ChannelId == CrewWorld.ThreadOf(id));
        Assert.StartsWith($"<@{s_bo.Id}> 🎉 A place has become free", ReplyText.Of(message.Components[0]), StringComparison.Ordinal);
        Assert.Equal([s_bo.Id], sent.AllowedMentions!.Users);
        Assert.True(sent.Flags!.Value.HasFlag(MessageFlags.SuppressNotifications));
        var others = await world.Slice.PressAsync(s_cy, CrewControls.Leave.For($"1/{id}"));
        Assert.True(others.IsPrivate);
        Assert.StartsWith("You have no place in **#1 Bus times**", ReplyText.Of(others), StringComparison.Ordinal);
        Assert.Equal(s_bo.Id, Assert.Single((await world.CrewAsync(id)).Seated).Person);
    }

    [Fact]
    public async Task Who_leaves_the_server_frees_the_places_and_the_next_in_line_hears_of_it()
    {
        await using var world = await CrewWorld.StartAsync();
        var (one, two) = (await world.IdeaAsync("1 backend"), await world.IdeaAsync("1 backend", "Quiz league"));
        foreach (var id in new[] { one, two })
        {
            await world.JoinAsync(s_ada, id, IdeaRole.Backend);
        }

        await world.WaitAsync(s_bo, one, IdeaRole.Backend);
        await using (var scope = world.Slice.Services.CreateAsyncScope())
        {
            var gone = new GuildMemberRemoveEvent(new GuildMember { GuildId = Interactions.Guild, User = new User { Id = s_ada.Id } });
            await ((IEventHandler<GuildMemberRemoveEvent>)scope.ServiceProvider.GetService(typeof(BuilderLeaves))!).HandleAsync(gone, CancellationToken.None);
        }

        Assert.Equal(s_bo.Id, Assert.Single((await world.CrewAsync(one)).Interests).Person);
        Assert.Empty((await world.CrewAsync(two)).Interests);
        Assert.Single(await world.ToldAsync(s_bo));
    }

    [Fact]
    public async Task Who_left_while_nobody_listened_is_found()
    {
        await using var world = await CrewWorld.StartAsync();
        var id = await world.IdeaAsync();
        await world.JoinAsync(s_ada, id, IdeaRole.Backend);
        await world.JoinAsync(s_bo, id, IdeaRole.Backend);
        world.Slice.Discord.Setup(discord => discord.GetMemberAsync(Interactions.Guild, s_ada.Id, It.IsAny<Nexus.Discord.Rest.RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new DiscordApiException("GET /guilds/{guild}/members/{user}", 404, DiscordErrorCode.UnknownMember, "no"));

        await world.Slice.RunJobAsync<FindLostBuildersJob>();

        Assert.Equal(s_bo.Id, Assert.Single((await world.CrewAsync(id)).Interests).Person);
    }

    [Fact]
    public async Task Fewer_places_put_nobody_out_and_more_go_to_those_who_wait()
    {
        await using var world = await CrewWorld.StartAsync();
        var id = await world.IdeaAsync("2 backend, 1 frontend");
        await world.JoinAsync(s_ada, id, IdeaRole.Backend);
        await world.JoinAsync(s_bo, id, IdeaRole.Frontend);
        await world.WaitAsync(s_cy, id, IdeaRole.Frontend);

        ResizeStep? step = null;
        await world.ChangeAsync(id, async (db, idea) => step = await world.Book.ResizeAsync(db, idea, [new RoleNeed(IdeaRole.Backend, 1, 1)], CrewWorld.Author.Id, CancellationToken.None));
        Assert.Equal(new ResizeStep.PlacesTaken(IdeaRole.Frontend, 1), step);
        Assert.Equal(2, (await world.CrewAsync(id)).Slots(IdeaRole.Backend));

        await world.ChangeAsync(id, (db, idea) => world.Book.ResizeAsync(db, idea, [new RoleNeed(IdeaRole.Backend, 1, 1), new RoleNeed(IdeaRole.Frontend, 2, 2)], CrewWorld.Author.Id, CancellationToken.None));

        Assert.Equal([1, 2], (await world.CrewAsync(id)).Seated.Where(one => one.Role == IdeaRole.Frontend).Select(one => one.Seat!.Value));
        Assert.StartsWith("🎉 A place has become free", Assert.Single(await world.ToldAsync(s_cy)), StringComparison.Ordinal);
    }
}
