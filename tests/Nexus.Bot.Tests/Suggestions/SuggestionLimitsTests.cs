using Nexus.Bot.Features.Suggestions;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Hub;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Suggestions;

/// <summary>What Discord takes: https://discord.com/developers/docs/components/reference</summary>
public sealed class SuggestionLimitsTests
{
    private static readonly string s_many = new('*', 1000);

    [Fact]
    public void Every_part_of_every_shipped_page_fits_its_form()
    {
        foreach (var page in ShippedHub.Index.Pages)
        {
            var work = new Workpiece(page.Slug, page, page.Markdown, PageStamp.Of(page.Markdown), null);
            var select = ReplyText.AllOf(SuggestionFormViews.ChooseWhat(work).Components).OfType<StringSelect>().Single();
            Assert.InRange(select.Options.Count, 1, 25);
            Assert.All(select.Options, option => Assert.InRange(option.Label.Length, 1, 100));
            foreach (var option in select.Options)
            {
                var form = SuggestionFormViews.Part(work, option.Value).Modal!;
                Assert.InRange(form.CustomId.Length, 1, 100);
                Assert.InRange(form.Title.Length, 1, 45);
                Assert.InRange(form.Components.Count, 1, 5);
                Assert.All(form.Components.OfType<Label>(), label =>
                {
                    Assert.InRange(label.Text.Length, 1, 45);
                    Assert.InRange(label.Description?.Length ?? 0, 0, 100);
                    Assert.True(label.Component is not TextInput input || (input.Value?.Length ?? 0) <= input.MaxLength, $"{page.Slug}: {label.Text} is longer than its field.");
                });
                var same = PageParts.Write(page, option.Value, name => FormText.Clean(PageParts.Fields(page, option.Value)!.Single(field => field.Name == name).Value), ShippedHub.Index);
                Assert.True(option.Value == "section" || same == page.Markdown, $"{page.Slug}: sending {option.Label} unchanged changes the page.");
            }
        }
    }

    [Fact]
    public void Custom_ids_of_the_longest_names_have_room()
    {
        var slug = new string('a', 50);
        var page = Page(slug) with { Sections = [new PageSection(new string('b', 40), new string('b', 40), "x")] };
        var work = new Workpiece(slug, page, page.Markdown, PageStamp.Of("x"), null);

        Assert.All(PageParts.Of(page), part => Assert.InRange(SuggestionFormViews.Part(work, part.Key).Modal!.CustomId.Length, 1, 100));
        Reply[] replies =
        [
            HistoryViews.History(slug, "T", Revisions(slug), true, true),
            HistoryViews.Revision(Revisions(slug)[0], null, 1, true),
            HistoryViews.ConfirmRevert(slug, "T", 99999, new PageNow(Revisions(slug)[0], "x")),
            ConflictViews.Opened(new PageConflict(Revisions(slug)[0], page), true),
        ];
        Assert.All(replies.SelectMany(reply => ReplyText.AllOf(reply.Components).OfType<Button>()), button => Assert.InRange(button.CustomId!.Length, 1, 100));
    }

    [Fact]
    public void The_longest_of_everything_fits_a_card()
    {
        var slug = new string('a', 50);
        var declined = Enumerable.Range(1, 12).Select(number => Suggestion(slug, number, SuggestionState.Declined)).ToList();
        var waiting = Enumerable.Range(1, 12).Select(number => Suggestion(slug, number, SuggestionState.Waiting)).ToList();
        var conflicts = Enumerable.Range(1, 12).Select(_ => new PageConflict(Revisions(slug)[0], Page(slug))).ToList();
        var suggestion = waiting[0];
        suggestion.BaseMarkdown = Markdown(slug, string.Join('\n', Enumerable.Repeat("was ```", 700)));
        var now = new PageNow(Revisions(slug)[0], Markdown(slug, "now"));
        Reply[] replies =
        [
            SuggestionListViews.Mine(declined),
            SuggestionListViews.Queue(waiting, []),
            SuggestionViews.Opened(suggestion, new CarriedSuggestion(now, Markdown(slug, string.Join('\n', Enumerable.Repeat("becomes", 900))), s_many), suggestion.AuthorId, true),
            SuggestionViews.Opened(suggestion, new CarriedSuggestion(now, null, null), suggestion.AuthorId, true),
            SuggestionViews.Opened(declined[0], null, suggestion.AuthorId, true),
            SuggestionViews.Preview(suggestion, ShippedHub.Index.BySlug("celery")!, [new Snowflake(ulong.MaxValue), new Snowflake(1), new Snowflake(2), new Snowflake(3)]),
            HistoryViews.History(slug, s_many[..80], Revisions(slug), true, true),
            ConflictViews.Opened(conflicts[0], true),
        ];
        Assert.All(replies, reply =>
        {
            var parts = ReplyText.AllOf(reply.Components).ToList();
            Assert.InRange(parts.Count, 1, 40);
            Assert.InRange(parts.OfType<TextDisplay>().Sum(text => text.Content.Length), 1, 4000);
            Assert.Equal(parts.OfType<Button>().Count(button => button.CustomId is not null), parts.OfType<Button>().Select(button => button.CustomId).OfType<string>().Distinct().Count());
        });
    }

    private static HubPage Read(string markdown) => Assert.IsType<HubFile.Read>(HubFile.Parse("x", markdown)).Page;

    private static HubPage Page(string slug) => Read(Markdown(slug, "x"));

    private static string Markdown(string slug, string summary) =>
        $"---\nslug: {slug}\ntitle: '{s_many[..80]}'\nkind: topic\nlevel: beginner\nowner: mentors\nlast_reviewed: 2026-11-01\n---\n## Summary\n{summary}\n";

    private static PageSuggestion Suggestion(string slug, int number, SuggestionState state) => new()
    {
        GuildId = new Snowflake(1), Number = number, Slug = slug, Markdown = Markdown(slug, s_many), Note = s_many[..300], AuthorId = new Snowflake(ulong.MaxValue - 1),
        CoAuthorId = new Snowflake(ulong.MaxValue), OriginUrl = "https://discord.com/" + s_many[..180], State = state, CreatedAt = DateTimeOffset.UnixEpoch,
        DecidedAt = DateTimeOffset.UnixEpoch, DecidedBy = new Snowflake(ulong.MaxValue), Reason = s_many[..500],
    };

    private static List<PageRevision> Revisions(string slug) =>
    [
        .. Enumerable.Range(1, 12).Select(number => new PageRevision
        {
            GuildId = new Snowflake(1), Slug = slug, Number = number, Markdown = Markdown(slug, string.Join('\n', Enumerable.Repeat("now", 2000))), FileMarkdown = Markdown(slug, string.Join('\n', Enumerable.Repeat("file", 2000))),
            Note = s_many[..200], AuthorId = new Snowflake(ulong.MaxValue), CoAuthorId = new Snowflake(ulong.MaxValue - 1), ApprovedBy = new Snowflake(ulong.MaxValue - 2), ApprovedAt = DateTimeOffset.UnixEpoch,
        }),
    ];
}
