using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Matching;
using Nexus.Discord;

namespace Nexus.Bot.Features.Profiles;

/// <summary>All that a profile says, at one moment.</summary>
internal sealed record ProfileValues
{
    public const int MostGoal = 150;
    public const int MostInterests = 10;
    public const int MostLanguages = 5;
    public const int MostPrefers = 5;
    public const int MostAvoids = 10;

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ProfileValues Nothing { get; } = new();

    public Tracks? Track { get; init; }

    public IReadOnlyList<SkillLevel> Skills { get; init; } = [];

    public IReadOnlyList<string> Interests { get; init; } = [];

    public LocalWeek? Hours { get; init; }

    public IReadOnlyList<string> Languages { get; init; } = [];

    public string Goal { get; init; } = "";

    public IReadOnlyList<Snowflake> Prefers { get; init; } = [];

    public IReadOnlyList<Snowflake> Avoids { get; init; } = [];

    public bool IsOutOfPairs { get; init; }

    public bool IsOutOfTeams { get; init; }

    public double? Skill => Skills.Count == 0 ? null : Skills.Average(skill => skill.Level);

    /// <param name="byRoles">What their roles say.</param>
    public ProfileParts Missing(Tracks? byRoles, bool hasZone) =>
        (Track is null && byRoles is null ? ProfileParts.Track : 0)
        | (Skills.Count == 0 ? ProfileParts.Skills : 0)
        | (Interests.Count == 0 ? ProfileParts.Interests : 0)
        | (Hours is null ? ProfileParts.Hours : 0)
        | (hasZone ? 0 : ProfileParts.TimeZone);

    /// <summary>Everything by name, for a person to read and a program as well.</summary>
    public JsonObject ToJson() => new()
    {
        ["track"] = Track is { } track ? ProfileWords.Of(track) : null,
        ["skills"] = new JsonObject(Skills.Select(skill => KeyValuePair.Create(skill.Skill, (JsonNode?)skill.Level))),
        ["interests"] = Texts(Interests),
        ["hours"] = Hours is { } hours ? WeekWords.Of(hours) : null,
        ["languages"] = Texts(Languages),
        ["goal"] = Goal,
        ["prefers"] = Texts(Prefers.Select(person => person.ToString())),
        ["avoids"] = Texts(Avoids.Select(person => person.ToString())),
        ["outOfPairs"] = IsOutOfPairs,
        ["outOfTeams"] = IsOutOfTeams,
    };

    public static ProfileValues OfJson(string text)
    {
        var json = JsonNode.Parse(text)!.AsObject();
        return new ProfileValues
        {
            Track = (string?)json["track"] is { } track ? Enum.GetValues<Tracks>().Single(one => ProfileWords.Of(one) == track) : null,
            Skills = [.. json["skills"]!.AsObject().Select(skill => new SkillLevel(skill.Key, (int)skill.Value!))],
            Interests = Texts("interests"),
            Hours = (string?)json["hours"] is { } hours ? WeekReader.Read(hours).Week : null,
            Languages = Texts("languages"),
            Goal = (string)json["goal"]!,
            Prefers = [.. Texts("prefers").Select(text => Snowflake.Parse(text))],
            Avoids = [.. Texts("avoids").Select(text => Snowflake.Parse(text))],
            IsOutOfPairs = (bool)json["outOfPairs"]!,
            IsOutOfTeams = (bool)json["outOfTeams"]!,
        };

        List<string> Texts(string name) => [.. json[name]!.AsArray().Select(one => (string)one!)];
    }

    public static string Text(JsonObject json) => json.ToJsonString(Written);

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
