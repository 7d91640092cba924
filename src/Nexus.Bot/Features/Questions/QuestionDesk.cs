using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions;

/// <summary>The posted question a control is about, and who pressed.</summary>
internal sealed class QuestionDesk(NexusDb db, QuestionActors actors)
{
    public NexusDb Db { get; } = db;

    /// <summary>Tracked; null when there is none such here. In a direct message only who asks, holds, follows or answered it reaches it.</summary>
    public async Task<Question?> FindAsync(ControlCall call, CancellationToken ct) => await FindAsync(call, call.Argument, ct);

    /// <param name="argument">A <see cref="QuestionReference"/>.</param>
    public async Task<Question?> FindAsync(Call call, string argument, CancellationToken ct)
    {
        var slash = argument.IndexOf('/', StringComparison.Ordinal);
        if (!long.TryParse(argument.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        if (call.GuildOrNull is { } here)
        {
            return await QuestionLife.FindAsync(Db, here, id, ct);
        }

        return slash > 0 && Snowflake.TryParse(argument[..slash], out var guild) && await QuestionLife.FindAsync(Db, guild, id, ct) is { } question && await ConcernsAsync(question, call.User, ct)
            ? question
            : null;
    }

    /// <summary>How controls of an answer to this call name the question.</summary>
    public static string Reference(Call call, Question question) => call.GuildOrNull is null ? QuestionReference.InDm(question) : QuestionReference.InServer(question);

    public Task<Rules.QuestionActor> ActorAsync(Call call, Question question, CancellationToken ct) => actors.OfAsync(Db, call, question.GuildId, ct);

    private async Task<bool> ConcernsAsync(Question question, Snowflake person, CancellationToken ct) =>
        question.AskerId == person
        || question.HolderId == person
        || await Db.In<QuestionFollower>(question.GuildId).AnyAsync(follower => follower.QuestionId == question.Id && follower.PersonId == person, ct)
        || await Db.In<QuestionAnswer>(question.GuildId).AnyAsync(answer => answer.QuestionId == question.Id && answer.AuthorId == person, ct)
        || await Db.In<Answerers.AskedAnswerer>(question.GuildId).AnyAsync(asked => asked.QuestionId == question.Id && asked.PersonId == person, ct);
}
