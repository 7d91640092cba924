using Moq;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Questions.Asking;

/// <summary>A place for questions as far as posting needs it: keeps posts, fails or stays silent when told to.</summary>
internal sealed class ForumOnDiscord
{
    private static readonly string[] TagNames = ["backend", "frontend", "devops", "answered"];

    private readonly Snowflake _id;
    private readonly Snowflake _post;
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DiscordApiException? _refusal;
    private bool _losesAnswer;

    public ForumOnDiscord(SliceWorld world, Snowflake id, Snowflake post)
    {
        (_id, _post) = (id, post);
        var discord = world.Discord;
        discord.Setup(it => it.GetChannelAsync(id, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>())).ReturnsAsync(Channel);
        discord.Setup(it => it.CreateForumPostAsync(id, It.IsAny<ForumPostCreate>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake _, ForumPostCreate create, RequestOptions? _, CancellationToken _) => AddAsync(create.Name, create.Message, create.AppliedTags));
        discord.Setup(it => it.CreateMessageAsync(id, It.IsAny<MessageCreate>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Snowflake _, MessageCreate create, RequestOptions? _, CancellationToken _) =>
            {
                Posts.Add(("", create, []));
                return new Message { Id = post, ChannelId = id };
            });
        discord.Setup(it => it.StartThreadFromMessageAsync(id, post, It.IsAny<ThreadCreate>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new Channel { Id = post });
        discord.Setup(it => it.AddThreadMemberAsync(post, It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake _, Snowflake user, RequestOptions? _, CancellationToken _) =>
            {
                Followers.Add(user);
                return Task.CompletedTask;
            });
        discord.Setup(it => it.GetActiveThreadsAsync(Interactions.Guild, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => new ThreadList { Threads = [.. Threads(world.Clock.GetUtcNow())] });
    }

    public ChannelType Type { get; init; } = ChannelType.GuildForum;

    public ChannelFlags Flags { get; init; }

    /// <summary>The next post takes until <see cref="Release"/>.</summary>
    public bool IsSlow { get; set; }

    public List<(string Name, MessageCreate Message, IReadOnlyList<string> Tags)> Posts { get; } = [];

    public List<Snowflake> Followers { get; } = [];

    /// <summary>The next post is refused.</summary>
    public void Fail(DiscordApiException refusal) => _refusal = refusal;

    /// <summary>The next post arrives, its answer does not.</summary>
    public void LoseAnswer() => _losesAnswer = true;

    public void Release() => _released.SetResult();

    private Channel Channel() => new()
    {
        Id = _id,
        Type = Type,
        Flags = Flags,
        AvailableTags = [.. TagNames.Select((name, at) => new ForumTag { Id = TagId(at), Name = name, Moderated = name == "answered" })],
    };

    private async Task<Channel> AddAsync(string name, MessageCreate message, IReadOnlyList<Snowflake>? tags)
    {
        if (IsSlow)
        {
            IsSlow = false;
            await _released.Task;
        }

        if (_refusal is { } refusal)
        {
            _refusal = null;
            throw refusal;
        }

        Posts.Add((name, message, [.. TagNames.Where((_, at) => tags?.Contains(TagId(at)) == true)]));
        if (_losesAnswer)
        {
            _losesAnswer = false;
            throw new DiscordApiException("POST /channels/{channel}/threads", 0, 0, "no answer");
        }

        return new Channel { Id = _post };
    }

    // Somebody else's post of the same name, and an old one of the bot's, are not the one that was lost.
    private IEnumerable<Channel> Threads(DateTimeOffset now)
    {
        var bot = new Snowflake(77);
        yield return new Channel { Id = Snowflake.At(now), Name = "How do I shard?", ParentId = _id, OwnerId = new Snowflake(102) };
        yield return new Channel { Id = Snowflake.At(now - TimeSpan.FromDays(1)), Name = "How do I shard?", ParentId = _id, OwnerId = bot };
        foreach (var post in Posts)
        {
            yield return new Channel { Id = _post, Name = post.Name, ParentId = _id, OwnerId = bot };
        }
    }

    private static Snowflake TagId(int at) => new((ulong)(60 + at));
}
