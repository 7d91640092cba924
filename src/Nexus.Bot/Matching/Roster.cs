using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace Nexus.Bot.Matching;

/// <summary>
/// The cohort as the search counts it: people are indexes in the order of their ids, so the order they came in makes no difference.
/// </summary>
internal sealed class Roster
{
    // A mask holds so many; of more tags those that most people share count.
    private const int MostTags = 64;

    private const double LowestSkill = 1;
    private const double HighestSkill = 5;

    private readonly Entry[] _entries;
    private readonly Learner[] _learners;
    private readonly Relation[][] _relations;
    private readonly string[] _tags;
    private readonly FrozenDictionary<ulong, int> _indexes;

    public Roster(Cohort cohort, MatchRules rules)
    {
        Rules = rules;
        _learners = [.. cohort.Learners.OrderBy(learner => learner.Id)];
        _indexes = _learners.Index().ToFrozenDictionary(one => one.Item.Id, one => one.Index);
        _tags = [.. _learners.SelectMany(learner => learner.Tags.Distinct(StringComparer.Ordinal)).CountBy(tag => tag, StringComparer.Ordinal)
            .OrderByDescending(tag => tag.Value).ThenBy(tag => tag.Key, StringComparer.Ordinal).Take(MostTags).Select(tag => tag.Key)];
        var known = _learners.Where(learner => learner.Skill is not null).Select(learner => learner.Skill!.Value).ToList();
        MeanSkill = known.Count == 0 ? LowestSkill : known.Average();
        KnowsSkill = known.Count > 0;
        SkillRange = Math.Max(MeanSkill - LowestSkill, HighestSkill - MeanSkill);
        _relations = Relate(cohort.Met);
        _entries = [.. _learners.Select(Enter)];
    }

    public MatchRules Rules { get; }

    public int Count => _learners.Length;

    /// <summary>The average of those who told it.</summary>
    public double MeanSkill { get; }

    public bool KnowsSkill { get; }

    /// <summary>How far from that average a team could be at most.</summary>
    public double SkillRange { get; }

    public ReadOnlySpan<Entry> Entries => _entries;

    public Learner this[int index] => _learners[index];

    public bool Contains(ulong id) => _indexes.ContainsKey(id);

    public int IndexOf(ulong id) => _indexes.TryGetValue(id, out var index) ? index : throw new ArgumentException($"Nobody here has the id {id}.", nameof(id));

    public string TagAt(int bit) => _tags[bit];

    public ReadOnlySpan<Relation> RelationsOf(int index) => _relations[index];

    /// <summary>What there is between two people, null for most.</summary>
    public Relation? Between(int one, int other)
    {
        foreach (ref readonly var relation in _relations[one].AsSpan())
        {
            if (relation.Other == other)
            {
                return relation;
            }
        }

        return null;
    }

    private Entry Enter(Learner learner, int index)
    {
        ulong tags = 0;
        for (var bit = 0; bit < _tags.Length; bit++)
        {
            tags |= learner.Tags.Contains(_tags[bit]) ? 1UL << bit : 0;
        }

        var bits = learner.Free.Bits;
        return new Entry
        {
            Free0 = bits[0], Free1 = bits[1], Free2 = bits[2], Free3 = bits[3], Free4 = bits[4], Free5 = bits[5],
            Tags = tags,
            Skill = (learner.Skill ?? MeanSkill) - MeanSkill,
            Signature = SignatureOf(index),
            Related = _relations[index].Aggregate(0UL, (all, relation) => all | SignatureOf(relation.Other)),
            Wishes = _relations[index].Any(relation => relation.Wished) ? 1 : 0,
            Tracks = learner.Tracks switch { Tracks.Backend => Entry.OneBackend, Tracks.Frontend => Entry.OneFrontend, Tracks.FullStack => Entry.OneOfBoth, _ => 0 },
        };
    }

    // One bit of 64: two different people share one now and then, so a bit in common only says where to look.
    private static ulong SignatureOf(int index) => 1UL << (int)((uint)(index * 2654435769L) >> 26);

    private Relation[][] Relate(IReadOnlyCollection<Meeting> met)
    {
        var all = new SortedDictionary<int, Relation>[Count];
        for (var i = 0; i < Count; i++)
        {
            all[i] = [];
        }

        foreach (var (index, learner) in _learners.Index())
        {
            foreach (var id in learner.Wishes.Where(id => id != learner.Id && Contains(id)))
            {
                all[index][_indexes[id]] = Known(index, _indexes[id]) with { Wished = true };
            }

            foreach (var id in learner.Avoids.Where(id => id != learner.Id && Contains(id)))
            {
                BothWays(index, _indexes[id], relation => relation with { Avoided = true });
            }
        }

        // By rounds, so that the sums don't depend on the order they came in.
        foreach (var meeting in met.Where(meeting => meeting.One != meeting.Other && Contains(meeting.One) && Contains(meeting.Other)).OrderBy(meeting => meeting.RoundsAgo))
        {
            BothWays(_indexes[meeting.One], _indexes[meeting.Other], relation => relation with
            {
                Familiar = Math.Min(1, relation.Familiar + Math.Pow(0.5, meeting.RoundsAgo - 1)),
                RoundsAgo = relation.RoundsAgo == 0 ? meeting.RoundsAgo : relation.RoundsAgo,
                TooSoon = relation.TooSoon || meeting.RoundsAgo <= Rules.CoolDown,
            });
        }

        return [.. all.Select(relations => relations.Values.ToArray())];

        Relation Known(int one, int other) => all[one].TryGetValue(other, out var relation) ? relation : new Relation(other);

        void BothWays(int one, int other, Func<Relation, Relation> change)
        {
            all[one][other] = change(Known(one, other));
            all[other][one] = change(Known(other, one));
        }
    }
}

/// <summary>What one person has to do with another.</summary>
/// <param name="Wished">By this one, of the other.</param>
/// <param name="Familiar">1 after the latest round, half as much after each further one.</param>
/// <param name="RoundsAgo">When they met last; 0 for never.</param>
internal readonly record struct Relation(int Other, bool Wished = false, bool Avoided = false, bool TooSoon = false, double Familiar = 0, int RoundsAgo = 0);

/// <summary>One person, flat: the search reads millions of these a second.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Entry
{
    public const int OneBackend = 1;
    public const int OneFrontend = 1 << 8;
    public const int OneOfBoth = 1 << 16;

    public ulong Free0, Free1, Free2, Free3, Free4, Free5;
    public ulong Tags;

    /// <summary>Above the average of all.</summary>
    public double Skill;

    public ulong Signature;
    public ulong Related;
    public int Wishes;
    public int Tracks;
}
