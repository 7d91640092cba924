using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Ideas.Votes;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Ideas.Card;
using Nexus.Bot.Tests.Support;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Ideas.Votes;

public sealed class VoteButtonTests : IAsyncLifetime
{
    private static readonly TestPerson s_bo = TestPerson.Bo;

    private IdeaOnDiscord _world = null!;
    private Idea _idea = null!;

    public async Task InitializeAsync()
    {
        _world = await IdeaOnDiscord.StartAsync();
        _idea = await _world.AddAsync(12, "Bus *times*");
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_vote_is_confirmed_to_whoever_pressed_and_can_be_changed_and_taken_back()
    {
        var voted = await _world.VoteAsync(s_bo, _idea);

        Assert.Equal("👍 Your vote counts for **#12 Bus \\*times\\***. It has 1 vote.\n[Not yet…] [Take it back]", ReplyText.Of(voted));
        Assert.Equal((ReplyKind.Message, true), (voted.Kind, voted.IsPrivate));
        Assert.Equal("You are for **#12 Bus \\*times\\*** already, and your vote counts once. It has 1 vote.\n[Not yet…] [Take it back]", ReplyText.Of(await _world.VoteAsync(s_bo, _idea)));

        var back = await _world.Slice.PressAsync(s_bo, voted, "Take it back");
        Assert.Equal(("Your vote for **#12 Bus \\*times\\*** is taken back. It has 0 votes.\n[Vote for it]", ReplyKind.Change), (ReplyText.Of(back), back.Kind));
        Assert.StartsWith("You have no vote for **#12", ReplyText.Of(await _world.Slice.PressAsync(s_bo, voted, "Take it back")), StringComparison.Ordinal);

        Assert.StartsWith("👍 Your vote counts", ReplyText.Of(await _world.Slice.PressAsync(s_bo, back, "Vote for it")), StringComparison.Ordinal);
        Assert.Equal(1, (await _world.TallyAsync(_idea)).For);
    }

    [Theory]
    [InlineData("Proposed", "👍 Your vote counts for **#13 Trains**. It has 1 vote.")]
    [InlineData("InReview", "This idea is no longer there. `/idea board` shows those that are.")]
    public async Task Who_is_faster_than_the_posting_is_counted_and_what_waits_for_review_takes_no_votes(string status, string answer)
    {
        var idea = await _world.AddAsync(13, "Trains", it => (it.Status, it.WasPublished, it.PostedAt, it.CardMessageId, it.CardChannelId, it.ThreadId) = (Enum.Parse<IdeaStatus>(status), false, null, null, null, null));

        Assert.StartsWith(answer, ReplyText.Of(await _world.VoteAsync(s_bo, idea)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_yet_asks_what_is_missing_and_only_author_and_mentors_read_it()
    {
        var form = await _world.Slice.PressAsync(s_bo, await _world.VoteAsync(s_bo, _idea), "Not yet…");
        Assert.Equal("Not yet\nWhat is missing for you?: (up to 200 characters)", ReplyText.Of(form));

        var said = await _world.Slice.SubmitAsync(s_bo, form, new { why = "Too *big*\nfor us" });

        Assert.Equal(
            "✋ Noted: **not yet** for **#12 Bus \\*times\\***. Your vote for it no longer counts. Only its author and the mentors see that it is you.\n> Too \\*big\\* for us\n[I'm for it after all] [Take it back]",
            ReplyText.Of(said));
        Assert.Equal(
            """
            1 not yet for **#12 Bus \*times\***
            -# Only you and the mentors see who. They are no votes against it: they say what is missing.
            ✋ not yet: <@102> <t:1795424400:R>
            > Too \*big\* for us
            """,
            ReplyText.Of(await VotersAsync(TestPerson.Ada)));
        Assert.Equal("Who voted is for mentors to see. An idea's author reads what those say who are not for it yet.", ReplyText.Of(await VotersAsync(s_bo)));

        Assert.StartsWith("👍 Your **not yet** is now a vote for **#12", ReplyText.Of(await _world.Slice.PressAsync(s_bo, said, "I'm for it after all")), StringComparison.Ordinal);
        Assert.Equal("Nobody said **not yet** for **#12 Bus \\*times\\***.", ReplyText.Of(await VotersAsync(TestPerson.Ada)));
    }

    [Fact]
    public async Task Not_yet_needs_no_word_and_takes_one_later()
    {
        var form = await _world.Slice.PressAsync(s_bo, NotYetButton.Spec.For(_idea.Id));

        Assert.StartsWith("✋ Noted: **not yet** for **#12 Bus \\*times\\***. It takes no vote away from it.", ReplyText.Of(await _world.Slice.SubmitAsync(s_bo, form, new { why = " " })), StringComparison.Ordinal);
        Assert.StartsWith("You said **not yet** for", ReplyText.Of(await _world.Slice.SubmitAsync(s_bo, form, new { why = "" })), StringComparison.Ordinal);
        Assert.StartsWith("Your **not yet** for **#12 Bus \\*times\\*** stands, now with your words:\n> Too big", ReplyText.Of(await _world.Slice.SubmitAsync(s_bo, form, new { why = "Too big" })), StringComparison.Ordinal);
        Assert.Equal((0, 1), ((await _world.TallyAsync(_idea)).For, (await _world.TallyAsync(_idea)).NotYet));
    }

    [Fact]
    public async Task Authors_vote_only_where_the_server_wants_it()
    {
        Assert.Equal(
            "**#12 Bus \\*times\\*** is your own: that you propose it says you are for it. Here authors do not vote for their own ideas. Would you build it, too? Press **I'd build this**.",
            ReplyText.Of(await _world.VoteAsync(TestPerson.Ada, _idea)));

        await _world.SettleAsync(settings => settings.AuthorsMayVote = true);

        Assert.StartsWith("👍 Your vote counts", ReplyText.Of(await _world.VoteAsync(TestPerson.Ada, _idea)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_as_many_votes_as_there_may_be_gives_one_up_for_another()
    {
        await _world.SettleAsync(settings => settings.MostOpenVotes = 2);
        var (tram, ferry) = (await _world.AddAsync(13, "Tram"), await _world.AddAsync(14, "Ferry"));
        await _world.VoteAsync(s_bo, _idea);
        _world.Slice.Clock.Advance(TimeSpan.FromMinutes(1));
        await _world.VoteAsync(s_bo, tram);

        var full = await _world.VoteAsync(s_bo, ferry);

        Assert.Equal(
            "Here you can be for 2 ideas at a time, until they are decided, and you are. Which vote do you give up for **#14 Ferry**?\n[Give up my vote for…: #12 Bus *times* | #13 Tram]",
            ReplyText.Of(full));
        var swapped = await _world.Slice.HandleAsync(Interactions.Select(s_bo, SwapVoteSelect.Spec.For(ferry.Id), ComponentType.StringSelect, tram.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.StartsWith("👍 Your vote counts for **#14 Ferry**. It has 1 vote.\nYour vote for **#13 Tram** is given up for it.", ReplyText.Of(swapped), StringComparison.Ordinal);
        Assert.Equal((1, 0, 1), ((await _world.TallyAsync(_idea)).For, (await _world.TallyAsync(tram)).For, (await _world.TallyAsync(ferry)).For));

        // The card of the one that lost it is drawn, too.
        await _world.DrawAsync();
        Assert.Contains("edit 9013", _world.Calls);
    }

    [Fact]
    public async Task A_vote_on_a_merged_card_counts_where_the_idea_goes_on()
    {
        var early = await _world.AddAsync(3, "Buses", idea => (idea.Status, idea.MergedIntoId) = (IdeaStatus.Merged, _idea.Id));
        await _world.SaveAsync(new IdeaVote { GuildId = _idea.GuildId, IdeaId = early.Id, PersonId = TestPerson.Mentor.Id, Stance = Stance.For, At = _world.Slice.Clock.GetUtcNow() });

        Assert.StartsWith(
            "**#3 Buses** goes on as **#12 Bus \\*times\\***, and votes count there.\n👍 Your vote counts for **#12 Bus \\*times\\***. It has 2 votes.",
            ReplyText.Of(await _world.VoteAsync(s_bo, early)), StringComparison.Ordinal);
        Assert.StartsWith(
            "Votes for **#12 Bus \\*times\\***\n-# 2 votes, 0 not yet\n👍 <@102> <t:1795424400:R>\n👍 <@201> <t:1795424400:R>, for #3",
            ReplyText.Of(await VotersAsync(TestPerson.Mentor)), StringComparison.Ordinal);

        // Taken back, none of their rows in any of them counts again.
        await _world.Slice.PressAsync(TestPerson.Mentor, TakeVoteBackButton.Spec.For(_idea.Id));
        Assert.Equal(1, (await _world.TallyAsync(_idea)).For);
    }

    [Theory]
    [InlineData(nameof(IdeaStatus.Building), "🔨 **#12 Bus \\*times\\*** is being built, so votes are over. Say what you think in its thread: https://discord.com/channels/1/9012")]
    [InlineData(nameof(IdeaStatus.Shipped), "🚀 **#12 Bus \\*times\\*** is built, so votes are over. Say what you think in its thread: https://discord.com/channels/1/9012")]
    [InlineData(nameof(IdeaStatus.Parked), "⏸️ **#12 Bus \\*times\\*** is parked: it takes votes again when somebody brings it back. **More…** on its card shows who can.")]
    [InlineData(nameof(IdeaStatus.Declined), "✖️ **#12 Bus \\*times\\*** was declined, so it takes no votes. Its card says why.")]
    [InlineData(nameof(IdeaStatus.Withdrawn), "↩️ **#12 Bus \\*times\\*** was taken back by its author, so it takes no votes. `/idea board` shows those that do.")]
    public async Task An_idea_that_is_decided_says_kindly_why_it_takes_no_vote(string status, string expected)
    {
        await _world.VoteAsync(TestPerson.Mentor, _idea);
        await _world.ChangeAsync(_idea, idea => idea.Status = Enum.Parse<IdeaStatus>(status));

        Assert.Equal(expected, ReplyText.Of(await _world.VoteAsync(s_bo, _idea)));
        Assert.Equal($"{expected}\n[Take it back]", ReplyText.Of(await _world.VoteAsync(TestPerson.Mentor, _idea)));
        Assert.Equal("Your vote for **#12 Bus \\*times\\*** is taken back. It has 0 votes.", ReplyText.Of(await _world.Slice.PressAsync(TestPerson.Mentor, TakeVoteBackButton.Spec.For(_idea.Id))));
    }

    [Theory]
    [InlineData("999")]
    [InlineData("no number")]
    public async Task A_card_of_an_idea_that_is_gone_says_so(string reference) => Assert.Equal(
        "This idea is no longer there. `/idea board` shows those that are.",
        ReplyText.Of(await _world.Slice.PressAsync(s_bo, Features.Ideas.Card.IdeaControls.Vote.For(reference))));

    [Fact]
    public async Task An_idea_in_review_is_not_there_for_who_knows_its_number()
    {
        var secret = await _world.AddAsync(15, "Secret", idea => (idea.Status, idea.WasPublished) = (IdeaStatus.InReview, false));

        Assert.StartsWith("This idea is no longer there.", ReplyText.Of(await _world.VoteAsync(s_bo, secret)), StringComparison.Ordinal);
        Assert.StartsWith("This idea is no longer there.", ReplyText.Of(await _world.Slice.PressAsync(s_bo, Features.Ideas.Card.IdeaControls.Read.For(secret.Id))), StringComparison.Ordinal);
        Assert.Contains("Secret", ReplyText.Of(await _world.Slice.PressAsync(TestPerson.Ada, Features.Ideas.Card.IdeaControls.Read.For(secret.Id))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vote_clashes_with_nobody_s_step_begins_the_silence_anew_and_makes_a_follower()
    {
        await using var db = _world.Slice.Db();
        var row = await db.In<Idea>(_idea.GuildId).SingleAsync(idea => idea.Id == _idea.Id);
        row.Title = "Tram times";
        _world.Slice.Clock.Advance(TimeSpan.FromDays(1));

        await _world.VoteAsync(s_bo, _idea);
        await db.SaveChangesAsync();

        var now = await _world.NowAsync(_idea);
        Assert.Equal(("Tram times", _world.Slice.Clock.GetUtcNow()), (now.Title, now.TouchedAt));
        var follower = await db.In<IdeaFollower>(_idea.GuildId).SingleAsync();
        Assert.Equal((s_bo.Id, FollowReason.Vote, true), (follower.PersonId, follower.Reason, follower.IsOn));
    }

    [Fact]
    public async Task Mentors_read_who_voted_page_by_page_those_with_a_word_first()
    {
        for (ulong person = 1; person <= 30; person++)
        {
            var voter = new TestPerson(1000 + person, "voter");
            _world.Slice.Clock.Advance(TimeSpan.FromSeconds(1));
            if (person == 30)
            {
                await _world.Slice.SubmitAsync(voter, VoteViews.NotYetForm($"{_idea.Id}"), new { why = "Why?" });
            }
            else
            {
                await _world.VoteAsync(voter, _idea);
            }
        }

        var first = await _world.Slice.RunAsync(TestPerson.Mentor, "idea voters", new { idea = "12" });

        Assert.True(first.IsPrivate);
        Assert.StartsWith("Votes for **#12 Bus \\*times\\***\n-# 29 votes, 1 not yet\n✋ not yet: <@1030> <t:1795424430:R>\n> Why?\n👍 <@1001> ", ReplyText.Of(first), StringComparison.Ordinal);
        Assert.EndsWith("-# Page 1 of 2\n[First] [Previous] [Next] [Last]", ReplyText.Of(first), StringComparison.Ordinal);
        var second = await _world.Slice.PressAsync(TestPerson.Mentor, first, "Next");
        Assert.Contains("<@1029>", ReplyText.Of(second), StringComparison.Ordinal);
        Assert.DoesNotContain("<@1001>", ReplyText.Of(second), StringComparison.Ordinal);
        Assert.StartsWith("I know no idea like `nothing`.", ReplyText.Of(await _world.Slice.RunAsync(TestPerson.Mentor, "idea voters", new { idea = "nothing" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_having_voted_is_said()
        => Assert.Equal("Nobody has voted for **#12 Bus \\*times\\*** yet.", ReplyText.Of(await VotersAsync(TestPerson.Mentor)));

    private Task<Reply> VotersAsync(TestPerson who) => _world.Slice.PressAsync(who, Features.Ideas.Card.IdeaControls.Voters.For(_idea.Id));
}
