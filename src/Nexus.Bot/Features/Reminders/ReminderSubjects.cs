using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary>Offers what a reminder can be about.</summary>
internal sealed class ReminderSubjects(OpenSubjects subjects) : IAutocomplete
{
    private const int Most = 25;

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct) =>
    [
        .. (await subjects.OfAsync(call.GuildOrNull, call.User, ct))
            .Where(subject => subject.Name.Contains(call.Typed.Trim(), StringComparison.OrdinalIgnoreCase))
            .Take(Most)
            .Select(ReminderListViews.Suggestion),
    ];
}
