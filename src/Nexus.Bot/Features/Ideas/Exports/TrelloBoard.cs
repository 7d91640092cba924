using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Exports;

/// <summary>
/// Ideas as Trello exports a board as JSON, which is what importers of Trello boards read, such as those of Wekan and Nextcloud Deck.
/// Fields that such a reader insists on are there even when there is nothing to say in them.
/// </summary>
internal static class TrelloBoard
{
    private const int Step = 16384;
    private const string Time = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static readonly IdeaStatus[] s_lists =
        [IdeaStatus.Proposed, IdeaStatus.Shaping, IdeaStatus.Ready, IdeaStatus.Building, IdeaStatus.Shipped, IdeaStatus.Parked];

    private static readonly string[] s_colours = ["blue", "green", "orange", "purple", "sky", "lime", "pink", "red", "yellow", "black"];

    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    /// <param name="guild">Makes the ids: the same idea has the same in each export.</param>
    /// <param name="name">Of the board.</param>
    /// <param name="cards">Those in another status than the lists' come into a closed list of their own.</param>
    /// <param name="now">When it was exported.</param>
    public static byte[] Of(Snowflake guild, string name, IReadOnlyCollection<IdeaCard> cards, DateTimeOffset now)
    {
        var statuses = s_lists.Concat(cards.Select(card => card.Status).Except(s_lists).Order()).ToList();
        var lists = statuses.Select((status, index) => new List(
            Id("list", (long)status, guild.CreatedAt), IdeaText.Status(status), Board(), (index + 1) * Step, Closed: !s_lists.Contains(status))).ToDictionary(list => list.Name);
        var labels = cards.SelectMany(card => card.Tags).Select(ExportText.Line).Where(tag => tag.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select((tag, index) => new Label(Id("label " + tag, 0, guild.CreatedAt), Board(), tag, s_colours[index % s_colours.Length])).ToDictionary(label => label.Name, StringComparer.Ordinal);
        var made = cards.OrderBy(card => card.Number).Select(card => Made(card)).ToList();
        return JsonSerializer.SerializeToUtf8Bytes(
            new Whole(
                Board(), ExportText.Line(name) is { Length: > 0 } line ? line : "Ideas", "Ideas and who wants to build them.", Closed: false, now.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture),
                new Preferences("private", "blue"), [.. lists.Values], made, [.. labels.Values],
                [.. made.Select(card => new Action(Id("created " + card.Id, 0, now), "createCard", Created(card), new Subject(new Reference(card.Id, card.Name), new Reference(card.IdList, lists.Values.First(list => list.Id == card.IdList).Name))))],
                [], [], [], []),
            s_options);

        Card Made(IdeaCard card)
        {
            var tags = card.Tags.Select(ExportText.Line).Where(labels.ContainsKey).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(tag => labels[tag]).ToList();
            var list = lists[IdeaText.Status(card.Status)];
            return new Card(
                Id("card", card.Number, card.CreatedAt), Board(), list.Id, ExportText.Line(card.Title) is { Length: > 0 } title ? title : $"Idea #{ExportText.Number(card.Number)}",
                IdeaDescription.Of(card), list.Closed, (int)card.Number * Step, card.TouchedAt.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture), (int)card.Number,
                card.CardUrl ?? "", Due: null, [.. tags.Select(tag => tag.Id)], tags, [], [], []);
        }

        string Created(Card card) => cards.First(idea => idea.Number == card.IdShort).CreatedAt.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture);

        string Board() => Id("board", 0, guild.CreatedAt);

        // As Trello's ids: the second of its making, then 16 digits that nothing else has.
        string Id(string kind, long number, DateTimeOffset at) =>
            at.ToUnixTimeSeconds().ToString("x8", CultureInfo.InvariantCulture) + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{guild} {kind} {number}")).AsSpan(0, 8));
    }

    private sealed record Whole(
        string Id, string Name, string Desc, bool Closed, string DateLastActivity, Preferences Prefs, IReadOnlyList<List> Lists, IReadOnlyList<Card> Cards, IReadOnlyList<Label> Labels,
        IReadOnlyList<Action> Actions, IReadOnlyList<string> Members, IReadOnlyList<string> Memberships, IReadOnlyList<string> Checklists, IReadOnlyList<string> CustomFields);

    private sealed record Preferences(string PermissionLevel, string Background);

    private sealed record List(string Id, string Name, string IdBoard, int Pos, bool Closed);

    private sealed record Label(string Id, string IdBoard, string Name, string Color);

    private sealed record Card(
        string Id, string IdBoard, string IdList, string Name, string Desc, bool Closed, int Pos, string DateLastActivity, int IdShort, string Url, string? Due,
        IReadOnlyList<string> IdLabels, IReadOnlyList<Label> Labels, IReadOnlyList<string> IdMembers, IReadOnlyList<string> IdChecklists, IReadOnlyList<string> Attachments);

    private sealed record Action(string Id, string Type, string Date, Subject Data);

    private sealed record Subject(Reference Card, Reference List);

    private sealed record Reference(string Id, string Name);
}
