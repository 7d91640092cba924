using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Index;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Bot.Search;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Tracking;

/// <summary>What the author of a chat message made of it. The argument is <c>channel/message</c>; a message makes one question.</summary>
internal sealed class TrackQuestionModal(NexusDb db, QuestionIndex index, GuildHubs hubs, GuildConfigurations configurations, TimeProvider clock) : IModal
{
    private const int MostEarlier = 3;

    public static ControlSpec Spec { get; } = new("questions", "track");

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild || call.Argument.Split('/') is not [var first, var second]
            || !Snowflake.TryParse(first, out var channel) || !Snowflake.TryParse(second, out var message))
        {
            return TrackingViews.MessageGone();
        }

        var question = await db.In<Question>(guild).SingleOrDefaultAsync(it => it.OriginMessageId == message, ct);
        if (question is { Number: not null })
        {
            return TrackingViews.Tracked(question);
        }

        if (question is not null && question.AskerId != call.User)
        {
            return TrackingViews.NotYours();
        }

        var (title, text, tried) = (call.Text(TrackingViews.TitleField), call.Text(TrackingViews.TextField), call.Text(TrackingViews.TriedField));
        if (!title.Any(char.IsLetterOrDigit) || !text.Any(char.IsLetterOrDigit))
        {
            return TrackingViews.WordsMissing();
        }

        var now = clock.GetUtcNow();
        if (question is null)
        {
            question = new Question
            {
                GuildId = guild, AskerId = call.User, PressId = call.Id, Title = "", Text = "", Tried = "",
                OriginMessageId = message, OriginChannelId = channel, CreatedAt = now, ActiveAt = now,
            };
            db.Add(question);
        }

        question.Title = Md.Cut(Md.Line(Secrets.Mask(title)), Question.MostTitle);
        question.Text = Md.Cut(Secrets.Mask(text.ReplaceLineEndings("\n")).Trim(), Question.MostText);
        question.Tried = Md.Cut(Secrets.Mask(tried.ReplaceLineEndings("\n")).Trim(), Question.MostTried);
        question.EndedBecause = null; // they have thought better of it
        question.Topics = TopicGuess.Of(await hubs.OfAsync(guild, ct), question.Title, question.Text);
        question.Track = Track(call, await configurations.OfAsync(guild, ct));
        await db.SaveChangesAsync(ct);
        var earlier = await EarlierAsync(question, ct);
        return earlier.Count > 0
            ? TrackingViews.AskedBefore(question, earlier)
            : TrackingViews.BeingTracked(question).Afterwards<PostTrackedQuestion>(question.Id.ToString(CultureInfo.InvariantCulture));
    }

    private async Task<IReadOnlyList<Question>> EarlierAsync(Question question, CancellationToken ct)
    {
        var hits = await index.AskedBeforeAsync(question.GuildId, QuestionIndex.Document(question), MostEarlier, ct);
        var ids = hits.Where(hit => hit.Likeness >= Sameness.Same && hit.Key != question.Id).Select(hit => hit.Key).ToList();
        var found = await db.In<Question>(question.GuildId).AsNoTracking().Where(it => ids.Contains(it.Id)).ToListAsync(ct);
        return [.. found.OrderBy(it => ids.IndexOf(it.Id))];
    }

    private static string? Track(Call call, GuildConfiguration configuration) =>
        (configuration.BackendRoleId is { } back && call.Roles.Contains(back), configuration.FrontendRoleId is { } front && call.Roles.Contains(front)) switch
        {
            (true, false) => "backend",
            (false, true) => "frontend",
            _ => null,
        };
}
