using Nexus.Bot.Features.Teams;
using Nexus.Bot.Features.Teams.Home;
using Nexus.Discord;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Teams;

public sealed class TeamHomeTests
{
    [Fact]
    public async Task A_new_team_gets_a_private_thread_with_its_people_and_one_card_that_pings_them()
    {
        await using var world = await TeamsWorld.StartAsync();

        var team = await world.CreateAsync(TeamsWorld.Ada, "Bus times");

        var thread = Assert.Single(world.Threads.Values);
        Assert.Equal(("Bus times", ChannelType.PrivateThread, TeamsWorld.Place), (thread.Name, thread.Channel.Type, thread.Channel.ParentId));
        Assert.Equal([TeamsWorld.Ada.Id], thread.People);
        var welcome = Assert.Single(world.Messages, message => message.Channel == thread.Id);
        Assert.Equal(
            """
            ## 🚀 Bus times
            -# Team #1 · since <t:1795424400:d>
            This is your place. Only its people read this thread, and staff who may manage threads.

            • <@101> · backend
            **How to begin**
            1. Say hello: where you are, and which hours of the week you have.
            2. Agree on the smallest version that somebody could use, and who begins with what.
            3. ⬜ A repository that everybody can push to.
            4. ⬜ What the API answers, agreed before both sides build, and its docs linked.
            5. ⬜ A board with the next tasks, and a time each week to look at it together.
            [Add the repository] [Invite somebody]
            -# `/team` has the rest: rename, leave, show. This card stays up to date.
            """,
            welcome.Text,
            ignoreLineEndingDifferences: true);
        Assert.Equal([TeamsWorld.Ada.Id], welcome.Pings);
        Assert.Equal(thread.Id, team.ThreadId);
    }

    [Theory]
    [InlineData(Fault.Unavailable)]
    [InlineData(Fault.AnswerLost)]
    [InlineData(Fault.Crash)]
    internal async Task Whatever_call_fails_there_is_one_thread_with_everybody_and_one_welcome(Fault fault)
    {
        for (var call = 1; ; call++)
        {
            await using var world = await TeamsWorld.StartAsync();
            world.Fails = (call, fault);
            await world.Slice.RunAsync(TeamsWorld.Ada, "team create", new { name = "Bus times" });
            await world.Slice.RunAsync(TeamsWorld.Mia, "team join", new { team = "1" });
            await world.SettleAsync(rounds: 3, seconds: 150);
            await world.RunAsync(TeamsWorld.Ada, "team rename", new { name = "Night Owls" });
            await world.SettleAsync(rounds: 3, seconds: 150);

            var thread = Assert.Single(world.Threads.Values);
            Assert.Equal("Night Owls", thread.Name);
            Assert.Equal([TeamsWorld.Ada.Id, TeamsWorld.Mia.Id], thread.People.Order());
            Assert.StartsWith("## 🚀 Night Owls", Assert.Single(world.Texts(thread.Id), text => text.Contains("How to begin", StringComparison.Ordinal)), StringComparison.Ordinal);
            Assert.Single(world.Texts(thread.Id), text => text.StartsWith("✏️ <@101> named the team **Night Owls**; it was **Bus times**.", StringComparison.Ordinal));
            if (world.Calls.Count < call)
            {
                Assert.True(call > 6, "Nothing was called.");
                return;
            }
        }
    }

    [Fact]
    public async Task A_thread_of_which_nobody_heard_is_found_also_after_a_new_name()
    {
        await using var world = await TeamsWorld.StartAsync();
        world.Fails = (1, Fault.AnswerLost);
        await world.Slice.RunAsync(TeamsWorld.Ada, "team create", new { name = "Bus times" });
        await world.SettleAsync(rounds: 0);
        await world.RunAsync(TeamsWorld.Ada, "team rename", new { name = "Night Owls" });
        await world.SettleAsync(rounds: 3, seconds: 60);

        Assert.Equal("Night Owls", Assert.Single(world.Threads.Values).Name);
    }

    [Fact]
    public async Task Without_a_channel_for_teams_it_is_said_once_and_the_thread_comes_when_there_is_one()
    {
        await using var world = await TeamsWorld.StartAsync(hasPlace: false);
        var answer = await world.RunAsync(TeamsWorld.Ada, "team create", new { name = "Bus times" });
        await world.SettleAsync(rounds: 4, seconds: 700);

        Assert.Contains("It has no thread yet: an admin has to choose a channel for teams with `/nexus setup`. It opens by itself then.", answer, StringComparison.Ordinal);
        Assert.StartsWith("📝 Nexus ⚠️ Team **#1 Bus times** has no thread: no channel is chosen for teams.", Assert.Single(world.Texts(TeamsWorld.Log)), StringComparison.Ordinal);
        await world.ChooseAsync(hasPlace: true);
        await world.SettleAsync(rounds: 2, seconds: 700);

        Assert.Equal([TeamsWorld.Ada.Id], Assert.Single(world.Threads.Values).People);
    }

    [Fact]
    public async Task Where_the_bot_may_not_open_threads_mentors_read_once_what_to_give_it()
    {
        await using var world = await TeamsWorld.StartAsync();
        world.NoThreads = DiscordErrorCode.MissingPermissions;
        await world.CreateAsync(TeamsWorld.Ada, "Bus times");
        await world.SettleAsync(rounds: 4, seconds: 1000);

        Assert.Contains("I may not open private threads in <#600>. Give me **Create Private Threads** and **Send Messages in Threads** there", Assert.Single(world.Texts(TeamsWorld.Log)), StringComparison.Ordinal);
        world.NoThreads = null;
        await world.SettleAsync(rounds: 2, seconds: 1000);

        Assert.Single(world.Threads);
    }

    [Fact]
    public async Task A_thread_that_was_deleted_is_made_anew_and_pings_nobody_again()
    {
        await using var world = await TeamsWorld.StartAsync();
        var first = (await world.CreateAsync(TeamsWorld.Ada, "Bus times")).ThreadId!.Value;
        world.Threads.Remove(first);
        await world.RunAsync(TeamsWorld.Ada, "team link", new { kind = "Repository", url = "https://github.com/night-owls/bus" });
        await world.SettleAsync();

        var thread = Assert.Single(world.Threads.Values);
        Assert.NotEqual(first, thread.Id);
        Assert.Equal([TeamsWorld.Ada.Id], thread.People);
        var welcome = Assert.Single(world.Messages, message => message.Channel == thread.Id);
        Assert.Contains("3. ✅ A repository that everybody can push to.", welcome.Text, StringComparison.Ordinal);
        Assert.Empty(welcome.Pings);
    }

    [Fact]
    public async Task A_thread_that_Discord_has_archived_is_opened_for_who_comes()
    {
        await using var world = await TeamsWorld.StartAsync();
        var team = await world.CreateAsync(TeamsWorld.Ada, "Bus times");
        world.Threads[team.ThreadId!.Value].IsArchived = true;
        await world.BringAsync(TeamsWorld.Ada, TeamsWorld.Bo);

        var thread = Assert.Single(world.Threads.Values);
        Assert.Equal([TeamsWorld.Ada.Id, TeamsWorld.Bo.Id], thread.People.Order());
        var news = Assert.Single(world.Messages, message => message.Channel == thread.Id && message.Text == "👋 <@102> is on the team now (frontend).");
        Assert.Empty(news.Pings);
        Assert.True(news.IsQuiet);
        Assert.Contains("• <@102> · frontend", world.Texts(thread.Id)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_one_leaves_the_team_ends_and_undo_brings_all_of_it_back()
    {
        await using var world = await TeamsWorld.StartAsync();
        var team = await world.CreateAsync(TeamsWorld.Ada, "Bus times");
        await world.RunAsync(TeamsWorld.Mia, "team join", new { team = "1" });
        await world.SettleAsync();
        var left = await world.Slice.RunAsync(TeamsWorld.Ada, "team leave");
        await world.SettleAsync();

        Assert.StartsWith("🚪 You have left **#1 Bus times**. You were the last, so the team has ended; its thread is put away, not deleted.", Support.ReplyText.Of(left), StringComparison.Ordinal);
        var thread = world.Threads[team.ThreadId!.Value];
        Assert.True(thread.IsArchived);
        Assert.Empty(thread.People);
        Assert.EndsWith("🏁 This team has ended. What was written stays here.", world.Texts(thread.Id)[0], StringComparison.Ordinal);

        var back = await world.Slice.PressAsync(TeamsWorld.Ada, left, "Undo");
        await world.SettleAsync();

        Assert.StartsWith("🔁 You are on **#1 Bus times** again: https://discord.com/channels/1/", Support.ReplyText.Of(back), StringComparison.Ordinal);
        Assert.False(thread.IsArchived);
        Assert.Equal([TeamsWorld.Ada.Id, TeamsWorld.Mia.Id], thread.People.Order());
        Assert.Contains("How to begin", world.Texts(thread.Id)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leaves_the_server_leaves_the_team_and_it_is_told()
    {
        await using var world = await TeamsWorld.StartAsync();
        var team = await world.CreateAsync(TeamsWorld.Ada, "Bus times");
        await world.BringAsync(TeamsWorld.Ada, TeamsWorld.Bo);
        await world.HappenAsync<GuildMemberRemoveEvent, MemberLeaves>(new GuildMemberRemoveEvent(new GuildMember { GuildId = Support.Interactions.Guild, User = new User { Id = TeamsWorld.Bo.Id } }));
        await world.SettleAsync();

        Assert.Equal([TeamsWorld.Ada], await world.OnAsync(team));
        Assert.Equal("🚪 <@102> has left the server, so they are no longer on the team.", world.Last(team.ThreadId!.Value));
        Assert.DoesNotContain("put out 102", world.Calls);
    }

    [Fact]
    public async Task Without_the_members_intent_who_is_away_is_found_by_looking()
    {
        await using var world = await TeamsWorld.StartAsync();
        var team = await world.CreateAsync(TeamsWorld.Ada, "Bus times");
        await world.BringAsync(TeamsWorld.Ada, TeamsWorld.Bo);
        world.Away.Add(TeamsWorld.Bo.Id);
        await world.Slice.RunJobAsync<LookForMembersJob>();

        Assert.Equal([TeamsWorld.Ada], await world.OnAsync(team));
    }
}
