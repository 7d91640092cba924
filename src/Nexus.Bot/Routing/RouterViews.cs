using Nexus.Bot.Data;

namespace Nexus.Bot.Routing;

/// <summary>What the router itself says: refusals and failures, always private.</summary>
internal static class RouterViews
{
    public static Reply Failed(string reference, bool saved) => Reply.Private(
        $"⚠️ Something went wrong on my side. {Saved(saved)} Please try again; if it keeps happening, tell a maintainer this reference: **{reference}**.");

    public static Reply DatabaseFailed(DatabaseFailure failure, string reference, bool saved) => Reply.Private(failure switch
    {
        DatabaseFailure.Busy => $"⏳ My notebook is busy right now. {Saved(saved)} Please try again in a few seconds. (Reference **{reference}**)",
        DatabaseFailure.Full => $"⚠️ My notebook is full, so I cannot write anything down. {Saved(saved)} A maintainer has to make room on the bot's disk; the reference is **{reference}**.",
        DatabaseFailure.Unavailable => $"⚠️ I cannot reach my notebook right now. {Saved(saved)} Please try again in a minute; if it keeps happening, tell a maintainer this reference: **{reference}**.",
        DatabaseFailure.Clash => $"⏳ Someone did the same at the same moment, twice in a row. {Saved(saved)} Please try again. (Reference **{reference}**)",
        DatabaseFailure.None => $"⚠️ Something went wrong on my side. {Saved(saved)} The reference is **{reference}**.",
    });

    public static Reply UnknownCommand(string name) => Reply.Private(
        $"I do not know {Md.Code("/" + name)} (any more). Discord may still be showing an old list; try again in a minute, or see {Md.Code("/help")}.");

    public static Reply ExpiredControl { get; } = Reply.Private(
        "This control has expired: it belongs to an older version of me. Please run the command again to get a fresh one.");

    public static Reply NotAllowed(Audience audience, bool mentorRoleKnown) => Reply.Private(audience switch
    {
        Audience.Mentors when mentorRoleKnown => "This is for mentors. If you are one, ask an admin to give you the mentor role.",
        Audience.Mentors => "This is for mentors, and nobody has told me yet which role mentors have. An admin can choose it with `/nexus setup`.",
        Audience.Admins => "This is for admins: it needs the permission **Manage Server**.",
        Audience.Everyone => "You may not use this here.",
    });

    public static Reply OnlyInServers { get; } = Reply.Private("This works in a server only, not in direct messages.");

    public static Reply OnlyInDirectMessages { get; } = Reply.Private("This works in direct messages only.");

    public static Reply CoolDown(TimeSpan wait) => Reply.Private(
        $"🧊 That was quick! Please give me {(wait.TotalSeconds <= 1 ? "a second" : $"{Math.Ceiling(wait.TotalSeconds):0} seconds")}, then go on.");

    public static Reply FormTooLate { get; } = Reply.Private(
        "⏳ Opening that form took me too long, and Discord accepts forms only at once. Nothing was changed. Please try again.");

    private static string Saved(bool saved) => saved ? "Part of it **was saved**; have a look before you repeat it." : "**Nothing was saved.**";
}
