using Nexus.Bot.Data;
using Nexus.Bot.Hub;
using Nexus.Bot.People;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Answerers;

/// <summary><c>/helper show</c>: one's own; mentors see anybody's.</summary>
internal sealed class ShowHelperCommand(AnswererBook book, GuildHubs hubs, PersonZones zones, GuildConfigurations configurations, TimeProvider clock) : ICommand
{
    public static CommandSpec Spec { get; } = new("helper", "show", "See what you said you help with, and whether you may be asked now")
    {
        Options = [Option.User("person", "Somebody else; for mentors").Optional()],
        Visibility = Visibility.Private,
        Example = "/helper show",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var person = call.IdOf("person") ?? call.User;
        if (person != call.User && !AccessRules.IsMentor(call.Interaction, await configurations.OfAsync(call.Guild, ct)))
        {
            return AnswererViews.OnlyMentors();
        }

        if (await book.FindAsync(call.Guild, person, ct) is not { } profile)
        {
            return person == call.User ? AnswererViews.NotYet() : AnswererViews.NotOne(person);
        }

        var shown = AnswererShown.Of(profile, await hubs.OfAsync(call.Guild, ct), await zones.OfAsync(person, call.Guild, ct));
        return AnswererViews.Shown(shown, person == call.User, clock.GetUtcNow());
    }
}
