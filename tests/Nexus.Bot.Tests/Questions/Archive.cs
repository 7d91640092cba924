using Nexus.Bot.Features.Questions;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Questions;

/// <summary>Questions that were asked before the test begins.</summary>
internal static class Archive
{
    /// <param name="number">Null for one that was never posted.</param>
    /// <param name="answer">What helped; nobody's when null.</param>
    /// <returns>The question's id.</returns>
    public static async Task<long> AddAsync(
        SliceWorld world, int? number, string title, string text, string? answer = null, Snowflake? guild = null, Action<Question>? change = null, TimeSpan ago = default, ulong press = 0)
    {
        await using var db = world.Db();
        var at = world.Clock.GetUtcNow() - ago;
        var place = guild ?? Interactions.Guild;
        var key = (ulong)(2000 + (number ?? 900));
        var question = new Question
        {
            GuildId = place,
            Number = number,
            AskerId = TestPerson.Bo.Id,
            PressId = new Snowflake(key + press),
            Title = title,
            Text = text,
            Tried = "",
            CreatedAt = at,
            ActiveAt = at,
            PostedAt = number is null ? null : at,
            ThreadId = number is null ? null : new Snowflake(key + 1000),
            CardChannelId = number is null ? null : new Snowflake(key + 1000),
            CardMessageId = number is null ? null : new Snowflake(key + 1000),
            State = answer is null ? QuestionState.Open : QuestionState.Accepted,
            Opening = number is null ? 0 : 1,
            OpenedAt = at,
            AcceptedAt = answer is null ? null : at,
        };
        change?.Invoke(question);
        db.Add(question);
        await db.SaveChangesAsync();
        if (answer is not null)
        {
            db.Add(new QuestionAnswer
            {
                GuildId = place,
                QuestionId = question.Id,
                ChannelId = new Snowflake(key + 1000),
                MessageId = new Snowflake(key + 5000),
                AuthorId = TestPerson.Mentor.Id,
                Text = answer,
                SaidAt = at,
                AcceptedAt = at,
                AcceptedBy = TestPerson.Bo.Id,
            });
            await db.SaveChangesAsync();
        }

        return question.Id;
    }
}
