using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.Card;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Ideas.Settings;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Tests.Ideas.Card;

/// <summary>A server with ideas of Ada's in its forum, and a Discord that shows the last card that was drawn.</summary>
internal sealed class IdeaOnDiscord : IAsyncDisposable
{
    private static readonly Snowflake s_forum = new(800);

    private IdeaOnDiscord(string provider) => Slice = new SliceWorld(provider: provider);

    public SliceWorld Slice { get; }

    /// <summary>What was asked of Discord, in order.</summary>
    public List<string> Calls { get; } = [];

    public string Card { get; private set; } = "";

    /// <summary>Whether posts rest in the archive; null when they were deleted.</summary>
    public bool? IsArchived { get; set; } = false;

    public DiscordApiException? EditFails { get; set; }

    /// <summary>Happens while Discord takes an edit of a card.</summary>
    public Func<Task> OnEdit { get; set; } = () => Task.CompletedTask;

    public static async Task<IdeaOnDiscord> StartAsync(string provider = DatabaseOptions.Sqlite)
    {
        var world = new IdeaOnDiscord(provider);
        await world.Slice.ConfigureAsync();
        world.PlayDiscord();
        return world;
    }

    public async Task<Idea> AddAsync(int number, string title, Action<Idea>? change = null)
    {
        var (now, post) = (Slice.Clock.GetUtcNow(), new Snowflake((ulong)(9_000 + number)));
        var idea = new Idea
        {
            GuildId = Interactions.Guild,
            Number = number,
            AuthorId = TestPerson.Ada.Id,
            PressId = new Snowflake((ulong)(50_000 + number)),
            Title = title,
            Problem = "Nobody knows when the bus comes.",
            ForWhom = "",
            Solution = "",
            WasPublished = true,
            CreatedAt = now,
            TouchedAt = now,
            PostedAt = now,
            ThreadId = post,
            CardChannelId = post,
            CardMessageId = post,
        };
        change?.Invoke(idea);
        await using var db = Slice.Db();
        db.Add(idea);
        await db.SaveChangesAsync();
        return idea;
    }

    public async Task SaveAsync(params object[] rows)
    {
        await using var db = Slice.Db();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    /// <summary>A step of the idea, by whoever takes it.</summary>
    public async Task ChangeAsync(Idea idea, Action<Idea> change)
    {
        await using var db = Slice.Db();
        var row = await db.In<Idea>(idea.GuildId).SingleAsync(it => it.Id == idea.Id);
        change(row);
        await Slice.Services.GetRequiredService<IdeaLife>().SaveAsync(db, row, CancellationToken.None);
    }

    public Task SettleAsync(Action<IdeaSettings> change) =>
        Slice.Services.GetRequiredService<IdeaSettingsStore>().ChangeAsync(Interactions.Guild, TestPerson.Admin.Id, "test", change, CancellationToken.None);

    public Task<Reply> VoteAsync(TestPerson who, Idea idea) => Slice.PressAsync(who, IdeaControls.Vote.For(idea.Id));

    public async Task<Idea> NowAsync(Idea idea)
    {
        await using var db = Slice.Db();
        return await db.In<Idea>(idea.GuildId).AsNoTracking().SingleAsync(it => it.Id == idea.Id);
    }

    public async Task<Tally> TallyAsync(Idea idea)
    {
        await using var db = Slice.Db();
        return await new IdeaCards(db).TallyAsync(idea, CancellationToken.None);
    }

    /// <summary>Some seconds later.</summary>
    public async Task DrawAsync()
    {
        Slice.Clock.Advance(TimeSpan.FromSeconds(6));
        await Slice.RunJobAsync<DrawIdeasJob>();
    }

    public static DiscordApiException Refusal(int status, int code) => new("PATCH /channels/{channel}", status, code, "no");

    public ValueTask DisposeAsync() => Slice.DisposeAsync();

    private void PlayDiscord()
    {
        IReadOnlyList<Snowflake> applied = [new(1), new(9)];
        Slice.Discord.Setup(it => it.GetChannelAsync(It.IsAny<Snowflake>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake id, RequestOptions? _, CancellationToken _) => id == s_forum
                ? Task.FromResult(new Channel
                {
                    Id = id,
                    Type = ChannelType.GuildForum,
                    AvailableTags = [Tag(1, "proposed"), Tag(2, "building"), Tag(3, "looking for team"), Tag(9, "exam")],
                })
                : IsArchived is { } archived
                    ? Task.FromResult(new Channel { Id = id, ParentId = s_forum, Name = "Bus times", Type = ChannelType.PublicThread, ThreadMetadata = new ThreadMetadata { Archived = archived }, AppliedTags = applied })
                    : throw Refusal(404, DiscordErrorCode.UnknownChannel));
        Slice.Discord.Setup(it => it.EditChannelAsync(It.IsAny<Snowflake>(), It.IsAny<ChannelEdit>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake id, ChannelEdit edit, RequestOptions? _, CancellationToken _) =>
            {
                Calls.Add($"{(edit.Name is { } name ? $"name {name} " : "")}{(edit.AppliedTags is { } tags ? $"tags {string.Join(' ', tags)} " : "")}{edit.Archived switch { true => "archive", false => "unarchive", null => "" }}".Trim());
                (IsArchived, applied) = (edit.Archived ?? IsArchived, edit.AppliedTags ?? applied);
                return Task.FromResult(new Channel { Id = id });
            });
        Slice.Discord.Setup(it => it.EditMessageAsync(It.IsAny<Snowflake>(), It.IsAny<Snowflake>(), It.IsAny<MessageEdit>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns(async (Snowflake _, Snowflake message, MessageEdit edit, RequestOptions? _, CancellationToken _) =>
            {
                var trouble = EditFails ?? (IsArchived switch { null => Refusal(404, DiscordErrorCode.UnknownChannel), true => Refusal(400, DiscordErrorCode.ThreadArchived), _ => null });
                Calls.Add(trouble is null ? $"edit {message}" : $"edit {message} refused");
                if (trouble is not null)
                {
                    throw trouble;
                }

                Card = ReplyText.Of(edit.Components.Value!.Single());
                await OnEdit();
                return new Message { Id = message };
            });
        Slice.Discord.Setup(it => it.CreateMessageAsync(It.IsAny<Snowflake>(), It.IsAny<MessageCreate>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((Snowflake channel, MessageCreate create, RequestOptions? _, CancellationToken _) =>
            {
                Calls.Add($"create in {channel}");
                Card = ReplyText.Of(create.Components!.Single());
                return Task.FromResult(new Message { Id = new Snowflake(99_000), ChannelId = channel });
            });
    }

    private static ForumTag Tag(ulong id, string name) => new() { Id = new Snowflake(id), Name = name };
}
