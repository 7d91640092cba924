using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.Deadlines;

/// <summary>What mentors type about a deadline, and what is wrong with it.</summary>
internal static class DeadlineFormViews
{
    public const string NameField = "name";
    public const string WhenField = "when";
    public const string DetailsField = "details";
    public const string LinkField = "link";

    /// <summary>A deadline is one moment.</summary>
    public const WhenAsked AskedOfTimes = WhenAsked.TimeOfDay | WhenAsked.Once;

    private static readonly string[] Examples = ["Friday 18:00", "end of day", "24 Nov 23:59"];

    public static Reply Form(Deadline deadline, DateTimeZone zone) => Reply.Form(new Modal
    {
        CustomId = RewriteDeadlineModal.Spec.For(deadline.Id),
        Title = "Edit the deadline",
        Components =
        [
            Control.TextField(NameField, "Name", Deadline.MostName, value: deadline.Name, hint: $"Up to {Deadline.MostName} characters"),
            Control.TextField(WhenField, "Due", 100, value: TimeText.ToEdit(deadline.DueAt, zone), hint: $"Read in {zone.Id}. Moving it moves the reminders"),
            Control.TextField(DetailsField, "Details", Deadline.MostDetails, paragraph: true, required: false, value: deadline.Details, hint: $"Up to {Deadline.MostDetails} characters; markdown works"),
            Control.TextField(LinkField, "Link", Deadline.MostLink, required: false, value: deadline.Link, hint: "https://…"),
        ],
    });

    public static Reply WhenIsUnclear(WhenReading reading, string phrase, DateTimeZone zone) =>
        Reply.Private($"{TimeAnswers.Unclear(reading, phrase)} {TimeAnswers.TimesThatWork(zone, Examples)} Nothing was saved.");

    /// <summary>Beside edited words: the time was not taken over.</summary>
    public static string TimeStays(WhenReading reading, string phrase, DateTimeZone zone) =>
        $"⚠️ {TimeAnswers.Unclear(reading, phrase)} The time stays as it was. {TimeAnswers.TimesThatWork(zone, Examples)}";

    public static Reply NameIsMissing() => Reply.Private("A deadline needs a name. Nothing was saved.");

    public static Reply LinkIsWrong() => Reply.Private($"That link cannot be used: it has to begin with `https://` or `http://` and be at most {Deadline.MostLink} characters long. Nothing was saved.");

    public static Reply NoTrackRole(string track) => Reply.Private($"I do not know the role of the {track} track. An admin chooses it with `/nexus setup`; or pick a `role`. Nothing was saved.");

    public static Reply TwoAudiences() => Reply.Private("Pick `for` or `role`, not both. Nothing was saved.");

    public static Reply WhichOne(string typed, IReadOnlyList<Deadline> guesses, string does, ControlSpec then) => guesses.Count == 0
        ? Reply.Private("No deadline is coming. `/deadline add` makes one (mentors).")
        : Reply.Private($"I know no coming deadline “{Md.EscapeLine(Md.Cut(typed, 100))}”. Nothing was done. Press the one to {does}:")
            .With([.. guesses.Select(deadline => Control.Button(deadline.Name, then.For(DeadlineReference.To(deadline))))]);

    /// <summary>A line of the list of times: how a phrase is understood.</summary>
    public static Suggestion Suggestion(string phrase, Reading reading, DateTimeOffset now) =>
        new($"{Md.Cut(phrase, 24)} → {reading.Words(now)} {reading.Local.Zone.Id}", reading.ToKeep());
}
