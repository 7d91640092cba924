using System.Globalization;
using CsCheck;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Discord;
using NodaTime;

namespace Nexus.Bot.Tests.Questions.Rules;

public sealed class RouterTests
{
    private static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2026-11-23T12:00Z", CultureInfo.InvariantCulture);
    private static readonly Answerer Celery = Of(1, "celery");
    private static readonly Answerer Docker = Of(2, "docker");
    private static readonly Answerer Both = Of(3, "celery", "docker");

    [Fact]
    public void Whoever_knows_the_surest_topic_and_has_most_room_is_asked_and_can_read_why()
    {
        var need = Need("celery", "docker");

        var routed = Router.Choose(need, Audience.BestMatch, 1, [Docker, Celery with { Load = 1 }, Both], Noon);

        var chosen = Assert.Single(routed.Chosen);
        Assert.Equal(Both.Id, chosen.Id);
        Assert.Equal(["celery", "docker"], chosen.Reason.Topics);
        Assert.Equal((0, 2, "backend"), (chosen.Reason.Load, chosen.Reason.Capacity, chosen.Reason.Track));
    }

    [Fact]
    public void Of_those_with_the_same_room_the_one_who_was_asked_least_is_asked() =>
        Assert.Equal(Both.Id, One(Need("celery"), Celery with { AskedLately = 3 }, Both with { AskedLately = 2 }));

    [Fact]
    public void Of_equals_it_is_not_always_the_same_ones_turn() =>
        Assert.Equal(2, Enumerable.Range(0, 50).Select(question => One(Need("celery") with { Question = question }, Celery, Both)).Distinct().Count());

    [Fact]
    public void Nobody_is_asked_who_is_full_off_duty_away_asleep_the_asker_or_was_asked_before()
    {
        var asleep = Celery with { Hours = Hours(14, 18) };
        Answerer[] unfit =
        [
            Celery with { Load = 2 }, Celery with { IsOnDuty = false }, Celery with { AwayUntil = Noon.AddMinutes(1) }, asleep,
        ];

        Assert.All(unfit, one => Assert.Empty(Router.Choose(Need("celery"), Audience.BestMatch, 1, [one], Noon).Chosen));
        Assert.Empty(Router.Choose(Need("celery") with { Asker = Celery.Id }, Audience.BestMatch, 1, [Celery], Noon).Chosen);
        Assert.Empty(Router.Choose(Need("celery") with { Asked = new HashSet<Snowflake> { Celery.Id } }, Audience.BestMatch, 1, [Celery], Noon).Chosen);
        Assert.Empty(Router.Choose(Need("postgresql"), Audience.BestMatch, 1, [Celery], Noon).Chosen);
    }

    [Fact]
    public void When_all_are_off_the_first_who_comes_says_when_to_look_again()
    {
        var routed = Router.Choose(
            Need("celery"),
            Audience.Specialists,
            2,
            [Celery with { Hours = Hours(16, 18) }, Both with { Hours = Hours(10, 18), AwayUntil = Noon.AddHours(1) }, Of(4, "celery") with { IsOnDuty = false, Hours = Hours(12, 13) }],
            Noon);

        Assert.Empty(routed.Chosen);
        Assert.Equal(Noon.AddHours(1), routed.LookAgainAt);
    }

    [Fact]
    public void Each_audience_is_who_its_name_says()
    {
        var mentor = Of(5) with { Rank = AnswererRank.Mentor };
        var lead = Of(6) with { Rank = AnswererRank.Lead };
        var frontend = Of(7) with { Rank = AnswererRank.Mentor, Tracks = new HashSet<string> { "frontend" } };
        Answerer[] all = [Celery, Docker, mentor, lead, frontend];

        Assert.Equal([Celery.Id], Ids(Audience.Specialists));
        Assert.Equal([mentor.Id, lead.Id], Ids(Audience.TrackMentors).Order());
        Assert.Equal([lead.Id], Ids(Audience.Leads));

        IEnumerable<Snowflake> Ids(Audience audience) => Router.Choose(Need("celery"), audience, 9, all, Noon).Chosen.Select(one => one.Id);
    }

    [Fact]
    public void The_order_in_which_people_are_given_does_not_matter() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 5], Gen.Bool, Gen.Bool).Array[1, 12].Sample(
            made =>
            {
                var people = made.Select((one, i) => Of((ulong)(10 + i), one.Item3 ? ["celery"] : ["docker"]) with { Load = one.Item1, AskedLately = one.Item2, IsOnDuty = one.Item4 }).ToList();
                var forth = Router.Choose(Need("celery", "docker"), Audience.BestMatch, 3, people, Noon);
                people.Reverse();
                var back = Router.Choose(Need("celery", "docker"), Audience.BestMatch, 3, people, Noon);

                Assert.Equal(forth.Chosen.Select(one => one.Id), back.Chosen.Select(one => one.Id));
                Assert.Equal(forth.LookAgainAt, back.LookAgainAt);
            },
            iter: 500);

    private static Snowflake One(QuestionNeed need, params Answerer[] people) => Assert.Single(Router.Choose(need, Audience.BestMatch, 1, people, Noon).Chosen).Id;

    private static QuestionNeed Need(params string[] topics) => new(1, new Snowflake(99), topics, "backend", new HashSet<Snowflake>());

    private static Answerer Of(ulong id, params string[] topics) =>
        new(new Snowflake(id), AnswererRank.Peer, 2, DutyHours.Always) { Topics = topics.ToHashSet(), Tracks = new HashSet<string> { "backend" } };

    private static DutyHours Hours(int from, int until) => DutyHours.Always with { From = from * 60, Until = until * 60, Zone = DateTimeZone.Utc };
}
