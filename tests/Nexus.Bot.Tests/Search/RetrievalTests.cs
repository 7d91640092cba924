using System.Globalization;
using Nexus.Bot.Hub;
using Nexus.Bot.Tests.Hub;
using Xunit.Abstractions;

namespace Nexus.Bot.Tests.Search;

/// <summary>
/// How well the shipped hub answers what learners type, in the order in which an answer offers pages. One half of the
/// queries was looked at while tuning; what is asserted is measured on the other.
/// </summary>
public sealed class RetrievalTests(ITestOutputHelper output)
{
    [Fact]
    public void Learners_find_the_page_they_need_and_are_told_when_there_is_none()
    {
        var queries = LabelledQueries.All;
        var tuned = Print("tuned on", [.. queries.Where(query => !query.IsHeldOut)]);
        var held = Print("held out", [.. queries.Where(query => query.IsHeldOut)]);

        Assert.True(queries.Count >= 200);
        Assert.True(queries.Count(query => query.IsOffTopic) >= 20);
        Assert.InRange(held.Count / (double)(tuned.Count + held.Count), 0.4, 0.6);
        Assert.True(held.Recall1 >= 0.92, $"recall@1 is {held.Recall1:0.000}");
        Assert.True(held.Recall3 >= 0.975, $"recall@3 is {held.Recall3:0.000}");
        Assert.True(held.MeanReciprocalRank >= 0.945, $"MRR is {held.MeanReciprocalRank:0.000}");
        Assert.True(held.OffTopicRefused >= 0.8, $"off-topic refused: {held.OffTopicRefused:0.000}");
        Assert.True(held.OnTopicRefused <= 0.02, $"on-topic refused: {held.OnTopicRefused:0.000}");
    }

    [Fact]
    public void Every_page_is_asked_for_in_both_halves_and_every_label_is_a_page()
    {
        foreach (var half in LabelledQueries.All.Where(query => !query.IsOffTopic).GroupBy(query => query.IsHeldOut))
        {
            Assert.Empty(ShippedHub.Index.Pages.Select(page => page.Slug).Except(half.SelectMany(query => query.Slugs)));
        }

        Assert.Empty(LabelledQueries.All.SelectMany(query => query.Slugs).Except(ShippedHub.Index.Pages.Select(page => page.Slug)));
    }

    private Scores Print(string half, IReadOnlyList<LabelledQuery> queries)
    {
        var all = Scores.Of(queries);
        output.WriteLine($"{half,-14} {"n",4} recall@1 recall@3   MRR refused");
        foreach (var kind in queries.GroupBy(query => query.Kind).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            output.WriteLine(Scores.Of([.. kind]).Line(kind.Key));
        }

        output.WriteLine(all.Line("all"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  on-topic refused {all.OnTopicRefused:0.000}, off-topic refused {all.OffTopicRefused:0.000}"));
        return all;
    }

    /// <summary>Of questions that the hub answers, but for <paramref name="OffTopicRefused"/>.</summary>
    private sealed record Scores(int Count, double Recall1, double Recall3, double MeanReciprocalRank, double OnTopicRefused, double OffTopicRefused)
    {
        public static Scores Of(IReadOnlyList<LabelledQuery> queries)
        {
            var ranks = queries.Where(query => !query.IsOffTopic).Select(Rank).ToList();
            return new Scores(
                queries.Count,
                Share(ranks, rank => rank == 1),
                Share(ranks, rank => rank is >= 1 and <= 3),
                ranks.Select(rank => rank is > 0 ? 1.0 / rank.Value : 0).DefaultIfEmpty().Average(),
                Share(ranks, rank => rank is null),
                Share([.. queries.Where(query => query.IsOffTopic).Select(Rank)], rank => rank is null));
        }

        public string Line(string kind) => string.Create(CultureInfo.InvariantCulture,
            $"  {kind,-12} {Count,4} {Recall1,8:0.000} {Recall3,8:0.000} {MeanReciprocalRank,5:0.000} {(kind == "offtopic" ? OffTopicRefused : OnTopicRefused),7:0.000}");

        // Where the answer offers the first right page: 1 is the page shown, 0 nowhere, null a refusal.
        private static int? Rank(LabelledQuery query) => ShippedHub.Index.Find(query.Text) switch
        {
            HubAnswer.Found found => 1 + found.Others.Prepend(found.Page).ToList().FindIndex(page => query.Slugs.Contains(page.Slug)),
            _ => null,
        };

        private static double Share(List<int?> ranks, Func<int?, bool> counted) =>
            ranks.Count == 0 ? 0 : ranks.Count(counted) / (double)ranks.Count;
    }
}
