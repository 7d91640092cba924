using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Ideas.Card;

public sealed class DrawIdeasTests : IAsyncLifetime
{
    private IdeaOnDiscord _world = null!;
    private Idea _idea = null!;

    public async Task InitializeAsync()
    {
        _world = await IdeaOnDiscord.StartAsync();
        _idea = await _world.AddAsync(12, "Bus times");
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_rush_of_votes_is_one_edit_and_nothing_else()
    {
        for (var person = 1; person <= 20; person++)
        {
            await _world.VoteAsync(new TestPerson((ulong)(1000 + person), "voter"), _idea);
        }

        await _world.DrawAsync();
        await _world.DrawAsync();

        Assert.Equal(["edit 9012"], _world.Calls);
        Assert.Contains("💡 **Proposed** · 20 votes", _world.Card, StringComparison.Ordinal);
        var now = await _world.NowAsync(_idea);
        Assert.Equal((20, 0, null), (now.Votes, now.NotYet, now.DrawAt));
        Assert.NotNull(now.HeatLevel);
    }

    [Fact]
    public async Task A_vote_that_comes_while_the_card_is_drawn_is_drawn_after_it()
    {
        await _world.VoteAsync(TestPerson.Bo, _idea);
        var inBetween = false;
        _world.OnEdit = async () =>
        {
            if (!inBetween)
            {
                inBetween = true;
                await _world.VoteAsync(TestPerson.Mentor, _idea);
            }
        };
        await _world.DrawAsync();
        Assert.Contains("1 vote\n", _world.Card, StringComparison.Ordinal);

        await _world.DrawAsync();

        Assert.Contains("2 votes\n", _world.Card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_move_changes_the_status_s_tag_and_leaves_those_people_added()
    {
        await _world.ChangeAsync(_idea, idea => idea.Status = IdeaStatus.Building);

        await _world.DrawAsync();

        Assert.Equal(["edit 9012", "tags 2 9"], _world.Calls);
        Assert.Contains("🔨 **Building**", _world.Card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_edits_the_title_finds_it_on_the_thread()
    {
        await _world.ChangeAsync(_idea, idea => (idea.Title, idea.EditedAt) = ("Tram times", _world.Slice.Clock.GetUtcNow()));

        await _world.DrawAsync();

        Assert.Equal(["edit 9012", "name Tram times"], _world.Calls);
    }

    [Fact]
    public async Task An_open_idea_is_taken_out_of_the_archive_to_be_drawn_and_stays_out()
    {
        _world.IsArchived = true;
        await _world.VoteAsync(TestPerson.Bo, _idea);

        await _world.DrawAsync();

        Assert.Equal(["edit 9012 refused", "unarchive", "edit 9012"], _world.Calls);
    }

    [Fact]
    public async Task A_closed_one_goes_back_into_the_archive()
    {
        _world.IsArchived = true;
        await _world.ChangeAsync(_idea, idea => idea.Status = IdeaStatus.Declined);

        await _world.DrawAsync();

        Assert.Equal("edit 9012 refused, unarchive, edit 9012, archive", string.Join(", ", _world.Calls.Take(4)));
        Assert.True(_world.IsArchived);
    }

    [Fact]
    public async Task A_card_that_somebody_deleted_comes_anew_into_its_thread()
    {
        _world.EditFails = IdeaOnDiscord.Refusal(404, DiscordErrorCode.UnknownMessage);
        await _world.VoteAsync(TestPerson.Bo, _idea);

        await _world.DrawAsync();

        Assert.Equal(["edit 9012 refused", "create in 9012"], _world.Calls);
        Assert.Equal((new Snowflake(99_000), new Snowflake(9012)), ((await _world.NowAsync(_idea)).CardMessageId, (await _world.NowAsync(_idea)).CardChannelId));
        Assert.Contains("1 vote", _world.Card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_idea_whose_thread_was_deleted_stands_nowhere_and_keeps_its_votes()
    {
        _world.IsArchived = null;
        await _world.VoteAsync(TestPerson.Bo, _idea);

        await _world.DrawAsync();

        var now = await _world.NowAsync(_idea);
        Assert.Equal((null, 1, null), (now.CardMessageId, now.Votes, now.DrawAt));
    }

    [Fact]
    public async Task What_Discord_could_not_take_now_is_tried_again()
    {
        _world.EditFails = IdeaOnDiscord.Refusal(503, 0);
        await _world.VoteAsync(TestPerson.Bo, _idea);
        await _world.DrawAsync();
        _world.EditFails = null;

        _world.Slice.Clock.Advance(TimeSpan.FromMinutes(2));
        await _world.DrawAsync();

        Assert.Equal(["edit 9012 refused", "edit 9012"], _world.Calls);
    }
}
