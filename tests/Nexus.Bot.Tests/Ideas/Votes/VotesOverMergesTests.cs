using CsCheck;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.Card;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Ideas.Votes;
using Nexus.Bot.Tests.Ideas.Card;
using Nexus.Bot.Tests.Support;

namespace Nexus.Bot.Tests.Ideas.Votes;

/// <summary>Many people say this and that of ideas that become one meanwhile.</summary>
public sealed class VotesOverMergesTests
{
    private const int Ideas = 4;
    private const int People = 5;

    private enum Act
    {
        For,
        NotYet,
        TakeBack,
        Merge,
    }

    [Fact]
    public async Task Whatever_people_press_while_ideas_are_merged_each_one_s_last_word_counts_once()
    {
        var act = Gen.Select(Gen.Int[0, 9], Gen.Int[0, Ideas - 1], Gen.Int[0, Ideas - 1], Gen.ULong[1, People])
            .Select((kind, idea, other, person) => (Act: kind switch { < 4 => Act.For, < 7 => Act.NotYet, < 9 => Act.TakeBack, _ => Act.Merge }, Idea: idea, Other: other, Person: person));
        await act.Array[10, 40].SampleAsync(LiveAsync, iter: 12, threads: 1);
    }

    private static async Task LiveAsync((Act Act, int Idea, int Other, ulong Person)[] acts)
    {
        await using var world = await IdeaOnDiscord.StartAsync();
        var ideas = new List<Idea>();
        for (var number = 1; number <= Ideas; number++)
        {
            ideas.Add(await world.AddAsync(number, $"Idea {number}"));
        }

        // What people would say themselves: of each group of merged ideas one word each, the last.
        var groups = Enumerable.Range(0, Ideas).ToDictionary(idea => idea, _ => new Dictionary<ulong, (Stance Stance, int At)>());
        var rootOf = Enumerable.Range(0, Ideas).ToArray();
        for (var at = 0; at < acts.Length; at++)
        {
            var (act, idea, other, person) = acts[at];

            // Presses of one person on one idea may come in the same instant.
            if (at == 0 || acts[at - 1].Person != person || rootOf[acts[at - 1].Idea] != rootOf[idea])
            {
                world.Slice.Clock.Advance(TimeSpan.FromSeconds(1));
            }

            var (voter, words) = (new TestPerson(1000 + person, "voter"), groups[rootOf[idea]]);
            switch (act)
            {
                case Act.For:
                    await world.VoteAsync(voter, ideas[idea]);
                    words[person] = words.TryGetValue(person, out var known) && known.Stance == Stance.For ? known : (Stance.For, at);
                    break;
                case Act.NotYet:
                    await world.Slice.SubmitAsync(voter, VoteViews.NotYetForm($"{ideas[idea].Id}"), new { why = "" });
                    words[person] = words.TryGetValue(person, out var said) && said.Stance == Stance.NotYet ? said : (Stance.NotYet, at);
                    break;
                case Act.TakeBack:
                    await world.Slice.PressAsync(voter, TakeVoteBackButton.Spec.For(ideas[idea].Id));
                    words.Remove(person);
                    break;
                case Act.Merge when rootOf[idea] != rootOf[other]:
                    var (source, target) = (rootOf[idea], rootOf[other]);
                    await world.ChangeAsync(ideas[source], row => (row.Status, row.MergedIntoId) = (IdeaStatus.Merged, ideas[target].Id));
                    foreach (var (who, word) in groups[source])
                    {
                        groups[target][who] = groups[target].TryGetValue(who, out var theirs) && theirs.At > word.At ? theirs : word;
                    }

                    rootOf = [.. rootOf.Select(root => root == source ? target : root)];
                    break;
            }
        }

        foreach (var root in rootOf.Distinct())
        {
            var tally = await world.TallyAsync(ideas[root]);
            Assert.Equal(
                groups[root].OrderBy(word => word.Key).Select(word => $"{1000 + word.Key} {word.Value.Stance}"),
                tally.Votes.OrderBy(vote => vote.Person).Select(vote => $"{vote.Person} {vote.Stance}"));
        }

        await world.DrawAsync();
        await using var db = world.Slice.Db();
        Assert.Equal(
            rootOf.Distinct().Order().Select(root => groups[root].Count(word => word.Value.Stance == Stance.For)),
            (await db.In<Idea>(Interactions.Guild).Where(idea => idea.Status != IdeaStatus.Merged).OrderBy(idea => idea.Number).ToListAsync()).Select(idea => idea.Votes));
    }
}
