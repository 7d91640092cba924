using Nexus.Bot.Features.Ideas.Card;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Tests.Support;
using static Nexus.Bot.Tests.Ideas.BoardWorld;

namespace Nexus.Bot.Tests.Ideas.Moves;

public sealed class MoreMenuTests
{
    [Fact]
    public async Task It_offers_what_works_for_whoever_presses_and_nothing_else()
    {
        await using var world = await StartAsync();
        var shown = new List<string>();
        IdeaStatus[] statuses = [.. Enum.GetValues<IdeaStatus>().Where(it => it != IdeaStatus.InReview)];
        foreach (var status in statuses)
        {
            var idea = await world.AddAsync((int)status, $"An idea that is {status}", status);
            foreach (var (who, name) in new[] { (Ada, "author"), (Mia, "mentor"), (Bo, "other") })
            {
                var menu = await world.PressAsync(who, IdeaControls.More, idea);
                Assert.True(menu.IsPrivate);
                shown.Add($"{status,-9} {name}: {string.Join(" · ", ReplyText.AllOf(menu.Components).OfType<Nexus.Discord.Model.Button>().Select(button => button.Label))}");
            }
        }

        Assert.Equal(
            """
            Proposed  author: Change status… · Merge… · Edit · Change tags · Withdraw… · Follow
            Proposed  mentor: Change status… · Merge… · Who voted · Edit · Change tags · Follow
            Proposed  other: Follow
            Shaping   author: Change status… · Merge… · Edit · Change tags · Withdraw… · Follow
            Shaping   mentor: Change status… · Merge… · Who voted · Edit · Change tags · Follow
            Shaping   other: Follow
            Ready     author: Change status… · Merge… · Edit · Change tags · Withdraw… · Follow
            Ready     mentor: Change status… · Merge… · Who voted · Edit · Change tags · Follow
            Ready     other: Follow
            Building  author: Change status… · Edit · Change tags · Follow
            Building  mentor: Change status… · Who voted · Edit · Change tags · Follow
            Building  other: Follow
            Shipped   author: Change status… · Edit · Change tags · Follow
            Shipped   mentor: Change status… · Who voted · Edit · Change tags · Follow
            Shipped   other: Follow
            Parked    author: Bring it back… · Change status… · Merge… · Edit · Change tags · Withdraw… · Follow
            Parked    mentor: Bring it back… · Change status… · Merge… · Who voted · Edit · Change tags · Follow
            Parked    other: Follow
            Declined  author: Follow
            Declined  mentor: Bring it back… · Who voted · Follow
            Declined  other: Follow
            Withdrawn author: Bring it back… · Follow
            Withdrawn mentor: Who voted · Follow
            Withdrawn other: Follow
            Merged    author: Follow
            Merged    mentor: Take the merge back… · Who voted · Follow
            Merged    other: Follow
            """.ReplaceLineEndings("\n"),
            string.Join('\n', shown));
    }

    [Fact]
    public async Task It_says_where_the_idea_stands_and_whether_one_follows_it()
    {
        await using var world = await StartAsync();
        var there = await world.AddAsync(7, "Bus times");
        var idea = await world.AddAsync(12, "When does the *bus* come", IdeaStatus.Merged, change: it => it.MergedIntoId = there.Id);
        await world.FollowAsync(idea, Bo, FollowReason.Vote);

        Assert.Equal(
            """
            **#12 When does the \*bus\* come** · 🔀 Merged
            It goes on as **#7 Bus times**: https://discord.com/channels/1/9007/9007
            -# You follow it: what becomes of it is told quietly in its thread.
            [Don't tell me]
            """.ReplaceLineEndings("\n"),
            ReplyText.Of(await world.PressAsync(Bo, IdeaControls.More, idea)));
        Assert.Equal("This idea is no longer there. `/idea board` shows those that are.", ReplyText.Of(await world.Slice.PressAsync(Bo, IdeaControls.More.For(99))));
    }

    [Fact]
    public async Task What_happened_to_it_adds_what_can_be_done_about_it()
    {
        await using var world = await StartAsync();
        var idea = await world.AddAsync(12, "Bus times", change: it =>
        {
            (it.Solution, it.EditedAt) = (new string('x', 900), it.CreatedAt);
            it.CardMessageId = null;
        });
        await world.NeedAsync(idea, IdeaRole.Backend, 2);
        await world.WantAsync(idea, Bo, IdeaRole.Backend, 1);

        Assert.EndsWith(
            "[Read all of it] [Form the team…] [Change status…] [Merge…] [Who voted]\n[Put it up again] [Edit] [Change tags] [What it said before] [Follow]",
            ReplyText.Of(await world.PressAsync(Mia, IdeaControls.More, idea)), StringComparison.Ordinal);
        Assert.EndsWith("[Read all of it] [What it said before] [Follow]", ReplyText.Of(await world.PressAsync(Bo, IdeaControls.More, idea)), StringComparison.Ordinal);
        await world.SettleAsync(settings => settings.AuthorsFormTeams = true);
        Assert.Contains("[Form the team…]", ReplyText.Of(await world.PressAsync(Ada, IdeaControls.More, idea)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_on_the_team_says_that_it_is_shipped()
    {
        await using var world = await StartAsync();
        var idea = await world.AddAsync(3, "Bus times", IdeaStatus.Building);
        await world.NeedAsync(idea, IdeaRole.Backend, 1);
        await world.WantAsync(idea, Bo, IdeaRole.Backend, 1);

        var form = await world.Slice.PressAsync(Bo, await world.PressAsync(Bo, IdeaControls.More, idea), "Change status…");

        Assert.Equal("Where does #3 stand now?\nStatus: [It is Building now: 🚀 Shipped]\nWhy?: (up to 300 characters)", ReplyText.Of(form));
    }
}
