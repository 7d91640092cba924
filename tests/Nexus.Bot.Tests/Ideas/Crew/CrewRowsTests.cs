using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.Crew;
using Nexus.Bot.Features.Ideas.Merging;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Ideas.Crew;

/// <summary>Whatever people press and mentors merge: nobody is lost, nobody is there twice, and who waits keeps their turn.</summary>
public sealed class CrewRowsTests
{
    private const int Steps = 120, People = 7, Ideas = 4;

    private static readonly IdeaActor s_mentor = new(TestPerson.Mentor.Id, IsMentor: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Rows_stay_whole_over_any_sequence_of_joining_leaving_resizing_and_merging(int seed)
    {
        await using var world = await CrewWorld.StartAsync(settings => settings.MostPlaces = null, isLong: true);
        var random = new Random(seed);
        var ids = new List<long>();
        for (var i = 0; i < Ideas; i++)
        {
            ids.Add(await world.IdeaAsync(i % 2 == 0 ? "1 backend, 1 frontend" : "2 backend", $"Idea {i}"));
        }

        var wants = new HashSet<(TestPerson Person, long Idea)>();
        var done = new Dictionary<string, int>();
        for (var step = 0; step < Steps; step++)
        {
            world.Slice.Clock.Advance(TimeSpan.FromMinutes(1));
            var (person, id, role) = (CrewWorld.Person((ulong)random.Next(People)), ids[random.Next(Ideas)], (IdeaRole)random.Next(2));
            var links = await LinksAsync(world);
            var before = await CrewsAsync(world, ids);
            var what = random.Next(12) switch { < 6 => "join", < 9 => "leave", 9 => "resize", 10 => "merge", _ => "take back" };
            var came = false;
            switch (what)
            {
                case "join":
                    if (came = await world.Book.JoinAsync(Interactions.Guild, id, new IdeaActor(person.Id, IsMentor: false), role, waits: true, CancellationToken.None) is CrewStep.Seated or CrewStep.Waits)
                    {
                        wants.Add((person, id));
                    }

                    break;
                case "leave":
                    var root = links.RootOf(id);
                    if (came = await world.Book.LeaveAsync(Interactions.Guild, root, person.Id, CancellationToken.None) is CrewStep.Left)
                    {
                        wants.RemoveWhere(one => one.Person == person && links.RootOf(one.Idea) == root);
                    }

                    break;
                case "resize":
                    await world.ChangeAsync(id, async (db, idea) => came = idea.Status.IsOpen()
                        && await world.Book.ResizeAsync(db, idea, [new RoleNeed(IdeaRole.Backend, 0, random.Next(1, 4)), new RoleNeed(IdeaRole.Frontend, 0, random.Next(1, 3))], default, CancellationToken.None) is ResizeStep.Done);
                    break;
                case "merge":
                    came = await MergeAsync(world, id, ids[random.Next(Ideas)]);
                    break;
                default:
                    came = await TakeBackAsync(world, id);
                    break;
            }

            done[what] = done.GetValueOrDefault(what) + (came ? 1 : 0);
            await AssertWholeAsync(world, ids, wants, before, what is "join" or "leave" ? person.Id : default, what, step);
        }

        Assert.All(done, it => Assert.True(it.Value > 2, $"Too seldom to tell: {it.Key} {it.Value}"));
    }

    private static async Task AssertWholeAsync(
        CrewWorld world, IReadOnlyList<long> ids, HashSet<(TestPerson Person, long Idea)> wants, Dictionary<long, IdeaCrew> before, Snowflake by, string what, int step)
    {
        var links = await LinksAsync(world);
        foreach (var (id, crew) in await CrewsAsync(world, ids))
        {
            if (links.RootOf(id) != id)
            {
                continue;
            }

            var where = $"step {step}, {what}, idea {id}";
            var wanted = wants.Where(one => links.RootOf(one.Idea) == id).Select(one => one.Person.Id).Distinct().Order().ToList();
            Assert.True(wanted.SequenceEqual(crew.Interests.Select(one => one.Person).Order()), $"{where}: wanted by {string.Join(' ', wanted)}, has {string.Join(' ', crew.Interests.Select(one => one.Person).Order())}");
            foreach (var role in new[] { IdeaRole.Backend, IdeaRole.Frontend })
            {
                var seats = crew.Seated.Where(one => one.Role == role).Select(one => one.Seat!.Value).ToList();
                Assert.True(seats.Distinct().Count() == seats.Count && seats.All(seat => seat >= 1 && seat <= crew.Slots(role)), $"{where}: seats {string.Join(' ', seats)} of {crew.Slots(role)} {role}");
                Assert.True(crew.Open(role) == 0 || crew.Waiting(role).Count == 0, $"{where}: {crew.Open(role)} {role} free although {crew.Waiting(role).Count} wait");

                // Who waited is before who came later, and moves up first.
                var waited = before[id].Waiting(role).Select(one => one.Person).Where(person => person != by && crew.Of(person)?.Role == role).ToList();
                var now = waited.Where(person => crew.Of(person)!.Seat is not null).Concat(crew.Waiting(role).Select(one => one.Person)).Where(waited.Contains).ToList();
                Assert.True(waited.SequenceEqual(now), $"{where}: {role} waited {string.Join(' ', waited)}, now {string.Join(' ', now)}");
                if (what == "merge")
                {
                    Assert.True(crew.Waiting(role).Select(one => one.Person).Take(now.Count(person => crew.Of(person)!.Seat is null)).All(waited.Contains), $"{where}: somebody of the merged idea passed those who waited here");
                }
            }

            // Nobody loses a place by what others press.
            Assert.All(
                before[id].Seated.Where(one => one.Person != by && one.CameFrom is null),
                one => Assert.True(crew.Of(one.Person)?.Seat is not null, $"{where}: {one.Person} lost a place"));
        }
    }

    private static async Task<MergeLinks> LinksAsync(CrewWorld world)
    {
        await using var db = world.Slice.Db();
        return await new IdeaCards(db).LinksAsync(Interactions.Guild, CancellationToken.None);
    }

    private static async Task<Dictionary<long, IdeaCrew>> CrewsAsync(CrewWorld world, IReadOnlyList<long> ids)
    {
        var crews = new Dictionary<long, IdeaCrew>();
        foreach (var id in ids)
        {
            crews[id] = await world.CrewAsync(id);
        }

        return crews;
    }

    private static async Task<bool> MergeAsync(CrewWorld world, long from, long into)
    {
        await using var db = world.Slice.Db();
        var (source, target) = (await db.In<Idea>(Interactions.Guild).SingleAsync(it => it.Id == from), await db.In<Idea>(Interactions.Guild).SingleAsync(it => it.Id == into));
        var root = await Merger.RootAsync(db, target, CancellationToken.None);
        return await world.Slice.Services.GetRequiredService<Merger>().MergeAsync(db, source, target, root, s_mentor, "the same", CancellationToken.None) is MergeStep.Done;
    }

    private static async Task<bool> TakeBackAsync(CrewWorld world, long id)
    {
        await using var db = world.Slice.Db();
        var source = await db.In<Idea>(Interactions.Guild).SingleAsync(it => it.Id == id);
        var root = await Merger.RootAsync(db, source, CancellationToken.None);
        return await world.Slice.Services.GetRequiredService<Merger>().TakeBackAsync(db, source, root, s_mentor, "not the same", CancellationToken.None) is UnmergeStep.Done;
    }
}
