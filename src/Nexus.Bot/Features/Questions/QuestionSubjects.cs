using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions;

/// <summary>Questions as what people's own reminders can be about: those they asked, hold or have as well, then the others.</summary>
internal sealed class QuestionSubjects : IReminderSubject
{
    private const int Most = 50;

    public string Kind => "question";

    public async Task<IReadOnlyList<ReminderSubject>> OpenAsync(NexusDb db, Snowflake guild, Snowflake person, CancellationToken ct) =>
    [
        .. (await db.In<Question>(guild).AsNoTracking()
            .Where(it => it.Number != null && (it.State == QuestionState.Open || it.State == QuestionState.Claimed || it.State == QuestionState.Answered))
            .OrderByDescending(it => it.AskerId == person || it.HolderId == person || db.In<QuestionFollower>(guild).Any(follower => follower.QuestionId == it.Id && follower.PersonId == person))
            .ThenByDescending(it => it.ActiveAt)
            .Take(Most)
            .ToListAsync(ct))
            .Select(Subject),
    ];

    public async Task<ReminderSubject?> FindAsync(NexusDb db, Snowflake guild, long id, Snowflake? person, CancellationToken ct) =>
        await db.In<Question>(guild).AsNoTracking().SingleOrDefaultAsync(it => it.Id == id && it.Number != null, ct) is { } found ? Subject(found) : null;

    private ReminderSubject Subject(Question question) =>
        new(Kind, question.Id, string.Create(CultureInfo.InvariantCulture, $"#{question.Number} {question.Title}"), question.State is not (QuestionState.Open or QuestionState.Claimed or QuestionState.Answered))
        {
            Link = question is { CardChannelId: { } channel, CardMessageId: { } card } ? Md.MessageUrl(question.GuildId, channel, card) : null,
        };
}
