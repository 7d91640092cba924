using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>The form behind "Ask it as a question". Its id is the press that opened it, so sending it twice makes one post.</summary>
internal sealed class WriteQuestionModal(QuestionBook book, GuildConfigurations configurations, TimeProvider clock) : IModal
{
    public static ControlSpec Spec { get; } = new("questions", "write");

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild)
        {
            return QuestionViews.OnlyInAServer();
        }

        var title = Md.Line(call.Text(QuestionViews.TitleField));
        var text = call.Text(QuestionViews.TextField).ReplaceLineEndings("\n").Trim();
        var tried = call.Text(QuestionViews.TriedField).ReplaceLineEndings("\n").Trim();
        if (call.ArgumentId is not { } press || title.Length is 0 or > Question.MostTitle || text.Length is 0 or > Question.MostText || tried.Length > Question.MostTried)
        {
            return QuestionViews.WordsMissing(title, text, tried);
        }

        if (await book.OfPressAsync(guild, press, ct) is { } earlier)
        {
            return earlier.ThreadId is { } thread
                ? QuestionViews.Posted(guild, thread)
                : QuestionViews.BeingPosted(earlier).Afterwards<PostQuestionFollowUp>(QuestionViews.Key(earlier));
        }

        if ((await configurations.OfAsync(guild, ct)).QuestionForumId is null)
        {
            return QuestionViews.NoForum(title, text, tried);
        }

        var now = clock.GetUtcNow();
        var post = new Question
        {
            GuildId = guild,
            AskerId = call.User,
            PressId = press,
            Title = Md.Cut(Secrets.Mask(title), Question.MostTitle),
            Text = Md.Cut(Secrets.Mask(text), Question.MostText),
            Tried = Md.Cut(Secrets.Mask(tried), Question.MostTried),
            CreatedAt = now,
            ActiveAt = now,
        };
        await book.AddAsync(post, ct);
        return QuestionViews.BeingPosted(post).Afterwards<PostQuestionFollowUp>(QuestionViews.Key(post));
    }
}
