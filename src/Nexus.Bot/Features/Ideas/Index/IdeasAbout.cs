using System.Linq.Expressions;

namespace Nexus.Bot.Features.Ideas.Index;

/// <summary>Which ideas have a tag, for the database.</summary>
internal static class IdeasAbout
{
    // The list of slugs is one column of JSON.
    public static Expression<Func<Idea, bool>> Tag(string slug)
    {
        var quoted = $"\"{slug}\"";
        return idea => ((string)(object)idea.Tags).Contains(quoted);
    }
}
