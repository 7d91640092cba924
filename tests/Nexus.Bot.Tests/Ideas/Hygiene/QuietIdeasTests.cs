using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.Hygiene;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Ideas.Hygiene;

public sealed class QuietIdeasTests
{
    [Fact]
    public async Task An_idea_nobody_touches_is_asked_about_in_its_thread_and_its_author_is_called()
    {
        await using var world = await QuietWorld.StartAsync();

        await world.PassAsync(20.5);
        Assert.Empty(world.InThread);
        await world.PassAsync(1);

        Assert.Equal(
            $"💤 <@101>, is **#12 Bus times** still on? Nothing has happened to it since <t:{world.Start.ToUnixTimeSeconds()}:D>.\n"
            + "-# If nothing happens, I ask once more in a week. **Keep** leaves it on the board; so does any word here, or a vote.\n[Keep] [Park…]",
            Assert.Single(world.InThread));
        Assert.Equal([TestPerson.Ada.Id], Assert.Single(world.Channel.Sent).AllowedMentions!.Users!);
        Assert.Empty(world.ToMentors);
    }

    [Fact]
    public async Task Without_a_word_it_is_warned_with_the_day_then_parked_and_brought_back_with_one_press()
    {
        await using var world = await QuietWorld.StartAsync();

        await world.PassAsync(40);

        Assert.Equal(["day 21: 💤", "day 28: ⏳", "day 35: ⏸️"], world.Diary());
        var parksAt = world.Channel.Posts[1].Message.Id.CreatedAt.AddDays(7).ToUnixTimeSeconds();
        Assert.StartsWith($"⏳ <@101>, **#12 Bus times** is parked on <t:{parksAt}:D> (<t:{parksAt}:R>) if nothing happens until then.\n", world.InThread[1], StringComparison.Ordinal);
        Assert.EndsWith("[Keep]", world.InThread[1], StringComparison.Ordinal);
        Assert.StartsWith("⏸️ **Shaping → Parked**\n> Nothing has happened to it for 5 weeks, although I asked and warned.\n", world.InThread[2], StringComparison.Ordinal);
        Assert.EndsWith("[Bring it back]", world.InThread[2], StringComparison.Ordinal);

        Assert.StartsWith("That is for ", ReplyText.Of(await world.PressAsync(TestPerson.Bo, "Bring it back")), StringComparison.Ordinal);
        Assert.Equal(IdeaStatus.Parked, (await world.IdeaAsync()).Status);
        Assert.StartsWith("✏️ **#12 Bus times** is **Shaping** now.", ReplyText.Of(await world.PressAsync(TestPerson.Ada, "Bring it back")), StringComparison.Ordinal);
        Assert.Equal("✏️ **#12 Bus times** is shaping now.", ReplyText.Of(await world.PressAsync(TestPerson.Ada, "Bring it back")));
        await world.PassAsync(22);
        Assert.Equal("day 61: 💤", world.Diary()[^1]);
    }

    [Fact]
    public async Task Ready_ideas_come_back_as_far_as_whoever_presses_may_put_them()
    {
        await using var world = await QuietWorld.StartAsync(status: IdeaStatus.Ready);
        await world.PassAsync(36);

        await world.PressAsync(TestPerson.Ada, "Bring it back");

        Assert.Equal(IdeaStatus.Shaping, (await world.IdeaAsync()).Status);
    }

    [Fact]
    public async Task Whoever_takes_part_keeps_it_and_its_silence_begins_anew()
    {
        await using var world = await QuietWorld.StartAsync();
        await world.PassAsync(28.5);

        var stranger = await world.PressAsync(TestPerson.Bo, "Keep");
        Assert.True(stranger.IsPrivate);
        Assert.StartsWith("Whoever takes part keeps an idea: its author, mentors, and who voted for it, joined or follows it.", ReplyText.Of(stranger), StringComparison.Ordinal);
        var kept = await world.PressAsync(TestPerson.Ada, "Keep");

        Assert.Equal("✅ <@101> keeps **#12 Bus times** on the board.", ReplyText.Of(kept));
        await world.PassAsync(20);
        Assert.Equal(["day 21: 💤", "day 28: ⏳"], world.Diary());
        await world.PassAsync(2);
        Assert.Equal("day 49: 💤", world.Diary()[^1]);
        Assert.Equal(IdeaStatus.Shaping, (await world.IdeaAsync()).Status);
    }

    [Fact]
    public async Task A_vote_or_a_word_settles_the_question_and_a_later_press_says_so()
    {
        await using var world = await QuietWorld.StartAsync();
        await world.PassAsync(22);
        await world.VoteAsync(TestPerson.Bo);

        var kept = await world.PressAsync(TestPerson.Bo, "Keep");

        Assert.Equal("✅ **#12 Bus times** stays on the board: something has happened to it since I asked.", ReplyText.Of(kept));
        await world.PassAsync(20);
        Assert.Equal(["day 21: 💤"], world.Diary());
    }

    [Fact]
    public async Task Its_author_parks_it_with_a_reason_and_others_may_not()
    {
        await using var world = await QuietWorld.StartAsync();
        await world.PassAsync(22);

        Assert.Equal("Its author or a mentor parks an idea. Tell them here if you think that it should rest.", ReplyText.Of(await world.PressAsync(TestPerson.Bo, "Park…")));
        var form = await world.PressAsync(TestPerson.Mentor, "Park…");
        Assert.StartsWith("Park #12 Bus times\nWhy: ", ReplyText.Of(form), StringComparison.Ordinal);
        var empty = await world.Slice.SubmitAsync(TestPerson.Mentor, form, new { reason = "  " });
        Assert.True(empty.IsPrivate);
        Assert.Equal(IdeaStatus.Shaping, (await world.IdeaAsync()).Status);
        var parked = await world.Slice.SubmitAsync(TestPerson.Mentor, form, new { reason = "after the exams" });

        Assert.Equal("⏸️ <@201> parked **#12 Bus times**.\n[Bring it back]", ReplyText.Of(parked));
        await world.RunJobsAsync();
        Assert.Contains("> after the exams", world.InThread[^1], StringComparison.Ordinal);
        var again = await world.Slice.PressAsync(TestPerson.Ada, ParkIdeaButton.Spec.For(IdeaReference.InServer(await world.IdeaAsync())));
        Assert.Equal("⏸️ **#12 Bus times** is parked now.", ReplyText.Of(again));
        Assert.StartsWith("✏️ **#12 Bus times** is **Shaping** now.", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Mentor, parked, "Bring it back")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_but_its_author_wrote_in_is_asked_about_once_never_parked_and_mentors_hear_of_it()
    {
        await using var world = await QuietWorld.StartAsync(isAnswered: false);

        await world.PassAsync(80);

        Assert.Equal(["day 21: 💤"], world.Diary());
        Assert.Contains("-# Nobody else has written here yet, so it stays on the board, and mentors hear of it.", world.InThread[0], StringComparison.Ordinal);
        Assert.Equal(3, world.ToMentors.Count);
        Assert.Equal(
            $"💬 Nobody but <@101> has written in **#12 Bus times** yet; it was proposed <t:{world.Start.ToUnixTimeSeconds()}:R>. "
            + "A word of a mentor helps: what is good about it, what to try first, whom to ask.\n-# It is not parked for being unanswered.\n[Open the idea](https://discord.com/channels/1/700)",
            world.ToMentors[0]);
        Assert.Equal(IdeaStatus.Shaping, (await world.IdeaAsync()).Status);
    }

    [Fact]
    public async Task A_bot_that_was_down_for_months_asks_first_and_then_warns()
    {
        await using var world = await QuietWorld.StartAsync();
        await world.PassAsync(5);
        world.Slice.Clock.Advance(TimeSpan.FromDays(100));
        await world.Slice.RestartAsync();

        await world.PassAsync(20);

        Assert.Equal(["day 105: 💤", "day 112: ⏳", "day 119: ⏸️"], world.Diary());
    }

    [Fact]
    public async Task While_the_thread_is_out_of_reach_nothing_is_parked()
    {
        await using var world = await QuietWorld.StartAsync();
        world.Channel.Close(QuietWorld.Thread, 403, DiscordErrorCode.MissingAccess);
        world.Channel.Close(ChannelOnDiscord.DmOf(TestPerson.Ada.Id), 403, DiscordErrorCode.CannotSendToUser);

        await world.PassAsync(120);

        Assert.Empty(world.Channel.Posts);
        Assert.Equal(IdeaStatus.Shaping, (await world.IdeaAsync()).Status);
        world.Channel.Open(QuietWorld.Thread);
        await world.PassAsync(60);
        Assert.Equal(["💤", "⏳", "⏸️"], world.Diary().Select(line => line.Split(' ')[2]));
    }

    [Fact]
    public async Task A_closed_thread_is_no_wall_the_author_gets_the_question_as_a_direct_message()
    {
        await using var world = await QuietWorld.StartAsync();
        world.Channel.Close(QuietWorld.Thread, 403, DiscordErrorCode.MissingAccess);

        await world.PassAsync(22);

        var message = Assert.Single(world.Channel.Posts).Message;
        Assert.StartsWith("💤 Is **#12 Bus times** still on? Nothing has happened to it since ", ReplyText.Of(message.Components[0]), StringComparison.Ordinal);
        var keep = ReplyText.AllOf(message.Components).OfType<Nexus.Discord.Model.Button>().First();
        Assert.Equal("✅ <@101> keeps **#12 Bus times** on the board.", ReplyText.Of(await world.Slice.HandleAsync(Interactions.PressInDm(TestPerson.Ada, keep.CustomId!))));
    }

    [Fact]
    public async Task Half_a_year_with_restarts_and_crashes_parks_nothing_without_question_and_warning_and_asks_once_for_one_silence()
    {
        foreach (var seed in Enumerable.Range(1, 6))
        {
            var chance = new Random(seed);
            await using var world = await QuietWorld.StartAsync(isAnswered: chance.Next(3) > 0);
            var touched = new List<DateTimeOffset> { world.Start };
            var parked = new List<DateTimeOffset>();
            for (var day = 0; day < 182; day++)
            {
                world.Slice.Clock.Advance(TimeSpan.FromHours(24));
                switch (chance.Next(40))
                {
                    case 0:
                        await world.SayAsync();
                        touched.Add(world.Now);
                        break;
                    case 1:
                        await world.Slice.RestartAsync();
                        break;
                    case 2:
                        var down = chance.Next(1, 30);
                        day += down;
                        world.Slice.Clock.Advance(TimeSpan.FromDays(down));
                        break;
                    case 3:
                        world.Channel.Fail(chance.Next(2) == 0 ? ChannelOnDiscord.CrashAfter : ChannelOnDiscord.CrashBefore);
                        break;
                    default:
                        break;
                }

                await RunThroughCrashesAsync(world);
                if ((await world.IdeaAsync()).Status == IdeaStatus.Parked)
                {
                    parked.Add(world.Now);
                    await using var db = world.Slice.Db();
                    var idea = await db.In<Idea>(Interactions.Guild).SingleAsync();
                    idea.Status = IdeaStatus.Proposed;
                    IdeaLife.Touch(idea, world.Now);
                    await db.SaveChangesAsync();
                    touched.Add(world.Now);
                }
            }

            var said = world.Channel.Posts.Where(post => post.Message.ChannelId == QuietWorld.Thread)
                .Select(post => (At: post.Message.Id.CreatedAt, Kind: ReplyText.Of(post.Message.Components[0]).Split(' ')[0]))
                .ToList();
            foreach (var silence in touched.Zip([.. touched.Skip(1), DateTimeOffset.MaxValue]))
            {
                Assert.True(said.Count(it => it.Kind == "💤" && it.At > silence.First && it.At <= silence.Second) <= 1, $"seed {seed}: asked twice");
                Assert.True(said.Count(it => it.Kind == "⏳" && it.At > silence.First && it.At <= silence.Second) <= 1, $"seed {seed}: warned twice");
            }

            foreach (var at in parked)
            {
                var since = touched.Last(it => it < at);
                var asked = said.Single(it => it.Kind == "💤" && it.At > since && it.At < at).At;
                var warned = said.Single(it => it.Kind == "⏳" && it.At > since && it.At < at).At;
                Assert.True(asked - since >= TimeSpan.FromDays(21) && warned - asked >= HygieneRules.Grace && at - warned >= HygieneRules.Grace, $"seed {seed}");
            }

            Assert.NotEmpty(said);
        }
    }

    private static async Task RunThroughCrashesAsync(QuietWorld world)
    {
        await world.Slice.RunJobAsync<LookAfterIdeasJob>();
        for (var isDone = false; !isDone;)
        {
            try
            {
                await world.Slice.RunJobAsync<SendDueDeliveriesJob>();
                isDone = true;
            }
            catch (ChannelOnDiscord.Crash)
            {
                world.Slice.Clock.Advance(DeliveryQueue.Lease * 2);
                await world.Slice.RestartAsync();
            }
        }
    }
}
