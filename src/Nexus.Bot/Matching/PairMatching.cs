namespace Nexus.Bot.Matching;

/// <summary>
/// Everybody in pairs with the greatest sum of worth, exactly: Edmonds' weighted matching, in time that grows with the cube of people and
/// memory with their square. Vertices above <c>people</c> are blossoms, odd circles shrunk to one vertex; 0 is nobody.
/// </summary>
internal sealed partial class PairMatching
{
    private const sbyte Unseen = -1;
    private const sbyte Outer = 0;
    private const sbyte Inner = 1;

    private readonly int _people;
    private readonly CancellationToken _ct;

    // The best edge between two vertices: its ends are people, though the vertices may be blossoms.
    private readonly (int From, int To, long Weight)[,] _edge;
    private readonly long[] _dual;
    private readonly int[] _mate;
    private readonly int[] _nearest;
    private readonly int[] _top;
    private readonly int[] _parent;
    private readonly sbyte[] _side;
    private readonly int[] _visited;
    private readonly int[,] _via;
    private readonly List<int>[] _circle;
    private readonly Queue<int> _queue = new();
    private int _vertices;
    private int _visit;

    private PairMatching(int people, Func<int, int, long> weight, CancellationToken ct)
    {
        var room = people + (people / 2) + 2;
        _people = _vertices = people;
        _ct = ct;
        _edge = new (int, int, long)[room, room];
        _dual = new long[room];
        _mate = new int[room];
        _nearest = new int[room];
        _top = new int[room];
        _parent = new int[room];
        _side = new sbyte[room];
        _visited = new int[room];
        _via = new int[room, people + 1];
        _circle = [.. Enumerable.Range(0, room).Select(_ => new List<int>())];
        var heaviest = 0L;
        for (var one = 1; one <= people; one++)
        {
            _top[one] = one;
            _via[one, one] = one;
            for (var other = 1; other <= people; other++)
            {
                _edge[one, other] = (one, other, one == other ? 0 : weight(one - 1, other - 1));
                heaviest = Math.Max(heaviest, _edge[one, other].Weight);
            }
        }

        Array.Fill(_dual, heaviest, 1, people);
    }

    /// <summary>The partner of each, all of them paired.</summary>
    /// <param name="people">An even number.</param>
    /// <param name="worth">The same both ways.</param>
    public static int[] Best(int people, Func<int, int, double> worth, CancellationToken ct)
    {
        var scaled = Scale(people, worth);
        var matching = new PairMatching(people, (one, other) => scaled[one, other], ct);
        while (matching.Augmented())
        {
        }

        return [.. matching._mate.Skip(1).Take(people).Select(mate => mate - 1)];
    }

    // Whole numbers keep it exact; all of them so high that one pair more is better than any two others.
    private static long[,] Scale(int people, Func<int, int, double> worth)
    {
        const double InPoint = 1e3;
        var scaled = new long[people, people];
        var (lowest, highest) = (long.MaxValue, long.MinValue);
        for (var one = 0; one < people; one++)
        {
            for (var other = one + 1; other < people; other++)
            {
                var weight = (long)Math.Round(worth(one, other) * InPoint);
                scaled[one, other] = scaled[other, one] = weight;
                (lowest, highest) = (Math.Min(lowest, weight), Math.Max(highest, weight));
            }
        }

        var lift = ((highest - lowest + 1) * ((people / 2) + 1)) - lowest;
        for (var one = 0; one < people; one++)
        {
            for (var other = 0; other < people; other++)
            {
                scaled[one, other] += lift;
            }
        }

        return scaled;
    }

    // Grows trees of alternating edges from everybody who is alone until two of them meet.
    private bool Augmented()
    {
        Array.Fill(_side, Unseen);
        Array.Clear(_nearest);
        _queue.Clear();
        for (var vertex = 1; vertex <= _vertices; vertex++)
        {
            if (_top[vertex] == vertex && _mate[vertex] == 0)
            {
                _parent[vertex] = 0;
                _side[vertex] = Outer;
                Enqueue(vertex);
            }
        }

        if (_queue.Count == 0)
        {
            return false;
        }

        while (true)
        {
            _ct.ThrowIfCancellationRequested();
            if (Grew())
            {
                return true;
            }

            if (!Relaxed())
            {
                return false;
            }

            if (MetAfterRelaxing())
            {
                return true;
            }

            for (var blossom = _people + 1; blossom <= _vertices; blossom++)
            {
                if (_top[blossom] == blossom && _side[blossom] == Inner && _dual[blossom] == 0)
                {
                    Expand(blossom);
                }
            }
        }
    }

    private bool Grew()
    {
        while (_queue.TryDequeue(out var from))
        {
            if (_side[_top[from]] == Inner)
            {
                continue;
            }

            for (var to = 1; to <= _people; to++)
            {
                if (to == from || _top[from] == _top[to])
                {
                    continue;
                }

                if (Slack(from, to) == 0)
                {
                    if (Met(from, to))
                    {
                        return true;
                    }
                }
                else
                {
                    Near(from, _top[to]);
                }
            }
        }

        return false;
    }

    // Lowers the duals until another edge is tight.
    private bool Relaxed()
    {
        var by = long.MaxValue;
        for (var blossom = _people + 1; blossom <= _vertices; blossom++)
        {
            if (_top[blossom] == blossom && _side[blossom] == Inner)
            {
                by = Math.Min(by, _dual[blossom] / 2);
            }
        }

        for (var vertex = 1; vertex <= _vertices; vertex++)
        {
            if (_top[vertex] == vertex && _nearest[vertex] != 0 && _side[vertex] != Inner)
            {
                var slack = Slack(_nearest[vertex], vertex);
                by = Math.Min(by, _side[vertex] == Unseen ? slack : slack / 2);
            }
        }

        for (var person = 1; person <= _people; person++)
        {
            if (_side[_top[person]] == Outer)
            {
                if (_dual[person] <= by)
                {
                    return false;
                }

                _dual[person] -= by;
            }
            else if (_side[_top[person]] == Inner)
            {
                _dual[person] += by;
            }
        }

        for (var blossom = _people + 1; blossom <= _vertices; blossom++)
        {
            if (_top[blossom] == blossom && _side[blossom] != Unseen)
            {
                _dual[blossom] += _side[blossom] == Outer ? 2 * by : -2 * by;
            }
        }

        return true;
    }

    private bool MetAfterRelaxing()
    {
        _queue.Clear();
        for (var vertex = 1; vertex <= _vertices; vertex++)
        {
            var near = _nearest[vertex];
            if (_top[vertex] == vertex && near != 0 && _top[near] != vertex && Slack(near, vertex) == 0 && Met(_edge[near, vertex].From, _edge[near, vertex].To))
            {
                return true;
            }
        }

        return false;
    }

    // A tight edge leads on, closes a circle, or joins two trees: then there is one pair more.
    private bool Met(int from, int to)
    {
        var (one, other) = (_top[from], _top[to]);
        if (_side[other] == Unseen)
        {
            _parent[other] = from;
            _side[other] = Inner;
            var next = _top[_mate[other]];
            _nearest[other] = _nearest[next] = 0;
            _side[next] = Outer;
            Enqueue(next);
        }
        else if (_side[other] == Outer)
        {
            var common = CommonAncestor(one, other);
            if (common == 0)
            {
                Augment(one, other);
                Augment(other, one);
                return true;
            }

            Shrink(one, common, other);
        }

        return false;
    }
}
