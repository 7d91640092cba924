using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Card;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Setup;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Ideas.Card;

public sealed class IdeaTagsTests
{
    private static readonly Channel s_forum = Forum([.. SetupItem.Ideas.Tags()]);

    [Fact]
    public void A_new_post_says_status_what_it_looks_for_tracks_and_topics() => Assert.Equal(
        "proposed, looking for team, backend, frontend",
        Names(s_forum, IdeaTags.Of(s_forum, Idea("django"), Card(IdeaStatus.Proposed, open: 1))));

    [Theory]
    [InlineData(nameof(IdeaStatus.Shaping), 1, "shaping, looking for team")]
    [InlineData(nameof(IdeaStatus.Ready), 0, "ready")]
    [InlineData(nameof(IdeaStatus.Building), 1, "building")]
    [InlineData(nameof(IdeaStatus.Shipped), 0, "shipped")]
    [InlineData(nameof(IdeaStatus.Parked), 1, "parked")]
    [InlineData(nameof(IdeaStatus.Declined), 1, "closed")]
    [InlineData(nameof(IdeaStatus.Withdrawn), 0, "closed")]
    [InlineData(nameof(IdeaStatus.Merged), 0, "closed")]
    public void A_move_restates_them_and_keeps_what_people_added(string status, int open, string expected)
    {
        var before = s_forum.AvailableTags!.Where(tag => tag.Name is "proposed" or "looking for team" or "backend").Select(tag => tag.Id!.Value).ToList();

        Assert.Equal($"{expected}, backend", Names(s_forum, IdeaTags.Restated(s_forum, before, Card(Enum.Parse<IdeaStatus>(status), open))));
    }

    [Fact]
    public void A_forum_with_other_tags_gets_none_it_does_not_have()
    {
        var forum = Forum(new ForumTag { Name = "Open" }, new ForumTag { Name = "Django" }, new ForumTag { Name = "backend", Moderated = true });

        Assert.Equal("Open, Django", Names(forum, IdeaTags.Of(forum, Idea("django"), Card(IdeaStatus.Proposed, open: 1))));
        Assert.Equal("", Names(Forum(), IdeaTags.Of(Forum(), Idea("django"), Card(IdeaStatus.Proposed, open: 1))));
    }

    [Fact]
    public void A_forum_that_insists_on_a_tag_gets_one()
    {
        var forum = Forum(new ForumTag { Name = "misc" }) with { Flags = ChannelFlags.RequireTag };

        Assert.Equal("misc", Names(forum, IdeaTags.Of(forum, Idea("django"), Card(IdeaStatus.Proposed, open: 1))));
    }

    private static string Names(Channel forum, IReadOnlyList<Snowflake> tags) => string.Join(", ", tags.Select(id => forum.AvailableTags!.Single(tag => tag.Id == id).Name));

    private static Channel Forum(params ForumTag[] tags) => new()
    {
        Id = new Snowflake(800),
        Type = ChannelType.GuildForum,
        AvailableTags = [.. tags.Select((tag, at) => tag with { Id = new Snowflake((ulong)(at + 1)) })],
    };

    private static Idea Idea(string tag) => new()
    {
        GuildId = Interactions.Guild,
        AuthorId = TestPerson.Ada.Id,
        PressId = new Snowflake(1),
        Title = "Bus times",
        Problem = "",
        ForWhom = "",
        Solution = "",
        Tags = [tag],
        CreatedAt = DateTimeOffset.UnixEpoch,
        TouchedAt = DateTimeOffset.UnixEpoch,
    };

    private static IdeaCard Card(IdeaStatus status, int open) => new(12, "Bus times", status)
    {
        Roles = [new(IdeaRole.Backend, 2 - open, 2), new(IdeaRole.Frontend, 1, 1), new(IdeaRole.Mentor, 1, 1)],
    };
}
