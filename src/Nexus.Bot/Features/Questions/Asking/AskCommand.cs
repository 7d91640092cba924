using System.Globalization;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Lists;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary><c>/ask</c> opens the form, or shows the solved question that was picked while typing.</summary>
internal sealed class AskCommand(GuildConfigurations configurations, EarlierQuestions earlier, GuildHubs hubs) : ICommand
{
    private const string Title = "title";
    private const string Topic = "topic";
    private const string Track = "track";
    private const string Anonymous = "anonymous";
    private const int MostNear = 3;

    // Longer slugs leave no room for a title in a control.
    private const int LongestSlug = 40;

    public static CommandSpec Spec { get; } = new("ask", null, "Ask a question; you see first whether it was solved before")
    {
        Options =
        [
            Option.Text(Title, "In one line; solved questions are offered while you type", max: Question.MostTitle).SuggestedBy<AskTitles>().Optional(),
            Option.Text(Topic, "What it is about; I find it out when you leave it open", max: 100).SuggestedBy<PageNames>().Optional(),
            Option.Choice(Track, "Whose question it is; your role tells when you leave it open", ("Backend", "backend"), ("Frontend", "frontend")).Optional(),
            Option.Flag(Anonymous, "Ask without your name; mentors may look it up, and that is logged").Optional(),
        ],
        Visibility = Visibility.Private,
        Example = "/ask title:My Celery task runs twice",
        Details = "A form asks for details, what you tried and, if you like, a log. Before anybody else sees it, you alone see whether it was solved before and which pages of the hub answer it. "
            + "What looks like a password or a token is hidden. Then it becomes a post that stays up to date until it is solved.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var title = Md.Line(call.Text(Title));
        if (AskTitles.NumberIn(title) is { } number)
        {
            return await earlier.OfNumberAsync(call.Guild, number, call.User, ct) is { IsSolved: true } found ? PreviewViews.Found(found) : PreviewViews.NoSuchQuestion(number, title);
        }

        if ((await configurations.OfAsync(call.Guild, ct)).QuestionForumId is null)
        {
            return AskingViews.NoForum(title);
        }

        var (isAnonymous, track) = (call.Flag(Anonymous), call.TextOrNull(Track));
        HubPage? page = null;
        if (call.TextOrNull(Topic) is { Length: > 0 } typed)
        {
            var hub = await hubs.OfAsync(call.Guild, ct);
            page = hub.BySlug(typed) ?? hub.Named(typed);
            if (page is null)
            {
                var found = hub.Find(typed) is HubAnswer.Found { Page: var likely } ? new[] { likely } : [];
                HubPage[] near = [.. hub.Complete(typed, MostNear).Concat(found).DistinctBy(it => it.Slug).Where(it => it.Slug.Length <= LongestSlug).Take(MostNear)];
                return AskingViews.UnknownTopic(typed, near, slug => AskAboutButton.For(slug, track, isAnonymous, title));
            }
        }

        return AskingViews.Form(WriteQuestionModal.Spec.For(new FormStart(call.Id, track, page?.Slug).ToString()), title, isAnonymous: isAnonymous);
    }
}

/// <summary>What a form begins with, in its custom id.</summary>
/// <param name="Press">The press or command that opened it.</param>
/// <param name="Topic">A slug.</param>
internal sealed record FormStart(Discord.Snowflake Press, string? Track, string? Topic)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Press}/{Track}/{Topic}");

    /// <returns>Null when it is none.</returns>
    public static FormStart? Of(string argument) =>
        argument.Split('/') is [var press, .. var rest] && Discord.Snowflake.TryParse(press, out var id)
            ? new FormStart(id, rest is ["backend" or "frontend", ..] ? rest[0] : null, rest is [_, { Length: > 0 } slug, ..] ? slug : null)
            : null;
}
