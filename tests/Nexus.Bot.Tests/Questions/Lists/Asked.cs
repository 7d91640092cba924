using Nexus.Bot.Features.Questions;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Questions.Lists;

/// <summary>Questions as they stand in the database after some life.</summary>
internal static class Asked
{
    /// <param name="hoursAgo">When it was asked, and opened.</param>
    public static Question Question(SliceWorld world, int number, string title, double hoursAgo, QuestionState state = QuestionState.Open, TestPerson? by = null)
    {
        var at = world.Clock.GetUtcNow() - TimeSpan.FromHours(hoursAgo);
        return new Question
        {
            GuildId = Interactions.Guild,
            Number = number,
            AskerId = (by ?? TestPerson.Ada).Id,
            PressId = new Snowflake((ulong)(9000 + number)),
            Title = title,
            Text = "It fails.",
            Tried = "",
            CreatedAt = at,
            PostedAt = at,
            OpenedAt = at,
            ActiveAt = at,
            Opening = 1,
            ThreadId = new Snowflake((ulong)(7000 + number)),
            State = state,
        };
    }

    public static async Task AddAsync(SliceWorld world, params IReadOnlyList<Question> questions)
    {
        await using var db = world.Db();
        db.AddRange(questions);
        await db.SaveChangesAsync();
    }

    public static async Task FollowAsync(SliceWorld world, Question question, params IReadOnlyList<TestPerson> people)
    {
        await using var db = world.Db();
        db.AddRange(people.Select(person => new QuestionFollower
        {
            GuildId = Interactions.Guild,
            QuestionId = question.Id,
            PersonId = person.Id,
            Since = world.Clock.GetUtcNow(),
        }));
        await db.SaveChangesAsync();
    }
}
