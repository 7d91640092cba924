using System.Globalization;

namespace Nexus.Bot.Features.Profiles;

/// <summary>How well somebody says they know something, 1 to 5.</summary>
internal readonly record struct SkillLevel(string Skill, int Level)
{
    public const int Best = 5;

    /// <summary>What can be named: what the program teaches, and what frontends are made with.</summary>
    public static readonly IReadOnlyList<(string Key, string Name)> All =
    [
        ("python", "Python"), ("django", "Django"), ("drf", "Django REST framework"), ("rest", "REST APIs"), ("graphql", "GraphQL"),
        ("sql", "SQL and PostgreSQL"), ("schema", "Database design"), ("auth", "Authentication"), ("caching", "Caching"), ("celery", "Celery and RabbitMQ"),
        ("docker", "Docker"), ("actions", "GitHub Actions"), ("testing", "Testing"), ("apidocs", "API documentation"), ("git", "Git"),
        ("html", "HTML and CSS"), ("javascript", "JavaScript"), ("typescript", "TypeScript"), ("react", "React"), ("design", "Interface design"),
    ];

    /// <summary>What each level means, so that everybody's 3 is about the same.</summary>
    public static string Words(int level) => level switch
    {
        1 => "I have just begun",
        2 => "I follow a tutorial, or with help",
        3 => "I build small things alone",
        4 => "I solve most problems alone",
        _ => "I could teach it",
    };

    public static string NameOf(string key) => All.FirstOrDefault(skill => skill.Key == key).Name ?? key;

    public static SkillLevel OfText(string text) => text.Split(':') is [var skill, var level]
        ? new SkillLevel(skill, int.Parse(level, CultureInfo.InvariantCulture))
        : throw new FormatException("A skill without its level.");

    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Skill}:{Level}");

    /// <summary>Chosen level by level; what was chosen twice counts at the higher one.</summary>
    public static IReadOnlyList<SkillLevel> Of(Func<int, IReadOnlyList<string>> chosenAt)
    {
        var levels = Enumerable.Range(1, Best).SelectMany(level => chosenAt(level).Select(key => (Key: key, Level: level))).ToLookup(one => one.Key, one => one.Level);
        return [.. All.Where(skill => levels.Contains(skill.Key)).Select(skill => new SkillLevel(skill.Key, levels[skill.Key].Max()))];
    }
}
