namespace Nexus.Bot.Features.Reminders;

internal enum FollowResult
{
    Joined,
    Already,
    IsOwner,
    Full,

    /// <summary>It is over, or cancelled.</summary>
    Over,
}
