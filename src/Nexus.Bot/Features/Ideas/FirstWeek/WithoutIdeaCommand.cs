using System.Globalization;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Ideas.FirstWeek;

/// <summary><c>/idea without</c> shows mentors who has neither an idea nor an interest.</summary>
internal sealed class WithoutIdeaCommand : ICommand
{
    public static CommandSpec Spec { get; } = new("idea", "without", "Who has neither an idea nor joined one, and a kind word to them")
    {
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/idea without",
        Details = "From day 3 of their own first week on, by track. **Nudge** sends somebody three easy first steps as a direct message, in your name: at most three times, "
            + "with a day and a half between them, never to who asked for none. On days 3, 5 and 7 the same list comes by itself at 9:00 where mentors hear of ideas. "
            + "The first day of the cohort is said with `/idea settings`.",
    };

    public Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => Task.FromResult(FirstWeekViews.Looking().Afterwards<ShowWithoutFollowUp>());
}

/// <summary>"Show the list", under the mentors' message.</summary>
internal sealed class ShowWithoutButton : IButton
{
    public static ControlSpec Spec { get; } = new("idea", "without") { Audience = Audience.Mentors };

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => Task.FromResult(FirstWeekViews.Looking().Afterwards<ShowWithoutFollowUp>());
}

/// <summary>Another page of it.</summary>
internal sealed class WithoutPageButton : IButton
{
    public static ControlSpec Spec { get; } = new("idea", "without-page") { Audience = Audience.Mentors, ChangesMessage = true };

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        Task.FromResult(Reply.Nothing.Afterwards<ShowWithoutFollowUp>(call.Argument[(call.Argument.IndexOf('/', StringComparison.Ordinal) + 1)..]));
}

/// <summary>Asks Discord who is there, and shows who of them has no idea.</summary>
internal sealed class ShowWithoutFollowUp(INexusDbFactory databases, FirstWeekReader reader) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        await using var db = databases.Create();
        try
        {
            var list = await reader.OfAsync(db, call.Guild, ct);
            return list.Day is null ? FirstWeekViews.NoStart() : FirstWeekViews.Card(list, int.TryParse(call.Argument, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 0);
        }
        catch (DiscordApiException)
        {
            return FirstWeekViews.CannotLook();
        }
    }
}
