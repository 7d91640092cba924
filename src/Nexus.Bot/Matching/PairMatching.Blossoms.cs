namespace Nexus.Bot.Matching;

// Circles of odd length: shrunk to one vertex when found, opened again when the duals say so.
internal sealed partial class PairMatching
{
    private int CommonAncestor(int one, int other)
    {
        for (_visit++; one != 0 || other != 0; (one, other) = (other, one))
        {
            if (one == 0)
            {
                continue;
            }

            if (_visited[one] == _visit)
            {
                return one;
            }

            _visited[one] = _visit;
            one = _top[_mate[one]];
            one = one == 0 ? 0 : _top[_parent[one]];
        }

        return 0;
    }

    private void Augment(int from, int to)
    {
        while (true)
        {
            var before = _top[_mate[from]];
            Marry(from, to);
            if (before == 0)
            {
                return;
            }

            var parent = _top[_parent[before]];
            Marry(before, parent);
            (from, to) = (parent, before);
        }
    }

    private void Marry(int one, int other)
    {
        var edge = _edge[one, other];
        _mate[one] = edge.To;
        if (one <= _people)
        {
            return;
        }

        var inside = _via[one, edge.From];
        var at = EvenPlace(one, inside);
        for (var i = 0; i < at; i++)
        {
            Marry(_circle[one][i], _circle[one][i ^ 1]);
        }

        Marry(inside, other);
        _circle[one] = [.. _circle[one][at..], .. _circle[one][..at]];
    }

    // Where in the circle, walked in the direction in which it is an even number of steps away.
    private int EvenPlace(int blossom, int inside)
    {
        var at = _circle[blossom].IndexOf(inside);
        if (at % 2 == 0)
        {
            return at;
        }

        _circle[blossom].Reverse(1, _circle[blossom].Count - 1);
        return _circle[blossom].Count - at;
    }

    private void Shrink(int one, int common, int other)
    {
        var blossom = _people + 1;
        while (blossom <= _vertices && _top[blossom] != 0)
        {
            blossom++;
        }

        _vertices = Math.Max(_vertices, blossom);
        _dual[blossom] = 0;
        _side[blossom] = Outer;
        _mate[blossom] = _mate[common];
        var circle = _circle[blossom];
        circle.Clear();
        circle.Add(common);
        Climb(one);
        circle.Reverse(1, circle.Count - 1);
        Climb(other);
        SetTop(blossom, blossom);
        TakeEdges(blossom);
        FindNearest(blossom);

        void Climb(int vertex)
        {
            while (vertex != common)
            {
                var mate = _top[_mate[vertex]];
                circle.Add(vertex);
                circle.Add(mate);
                Enqueue(mate);
                vertex = _top[_parent[mate]];
            }
        }
    }

    // The blossom has the tightest edges of those in its circle.
    private void TakeEdges(int blossom)
    {
        for (var vertex = 1; vertex <= _vertices; vertex++)
        {
            _edge[blossom, vertex] = _edge[vertex, blossom] = default;
        }

        for (var person = 1; person <= _people; person++)
        {
            _via[blossom, person] = 0;
        }

        foreach (var inside in _circle[blossom])
        {
            for (var vertex = 1; vertex <= _vertices; vertex++)
            {
                if (_edge[inside, vertex].Weight > 0 && (_edge[blossom, vertex].Weight == 0 || Slack(inside, vertex) < Slack(blossom, vertex)))
                {
                    _edge[blossom, vertex] = _edge[inside, vertex];
                    _edge[vertex, blossom] = _edge[vertex, inside];
                }
            }

            for (var person = 1; person <= _people; person++)
            {
                if (_via[inside, person] != 0)
                {
                    _via[blossom, person] = inside;
                }
            }
        }
    }

    private void Expand(int blossom)
    {
        var circle = _circle[blossom];
        foreach (var inside in circle)
        {
            SetTop(inside, inside);
        }

        var entry = _via[blossom, _edge[blossom, _parent[blossom]].From];
        var at = EvenPlace(blossom, entry);
        for (var i = 0; i < at; i += 2)
        {
            var (inner, outer) = (circle[i], circle[i + 1]);
            _parent[inner] = _edge[outer, inner].From;
            _side[inner] = Inner;
            _side[outer] = Outer;
            _nearest[inner] = 0;
            FindNearest(outer);
            Enqueue(outer);
        }

        _side[entry] = Inner;
        _parent[entry] = _parent[blossom];
        foreach (var inside in circle[(at + 1)..])
        {
            _side[inside] = Unseen;
            FindNearest(inside);
        }

        _top[blossom] = 0;
    }

    private long Slack(int one, int other)
    {
        var (from, to, weight) = _edge[one, other];
        return _dual[from] + _dual[to] - (2 * weight);
    }

    private void Near(int person, int vertex)
    {
        if (_nearest[vertex] == 0 || Slack(person, vertex) < Slack(_nearest[vertex], vertex))
        {
            _nearest[vertex] = person;
        }
    }

    private void FindNearest(int vertex)
    {
        _nearest[vertex] = 0;
        for (var person = 1; person <= _people; person++)
        {
            if (_edge[person, vertex].Weight > 0 && _top[person] != vertex && _side[_top[person]] == Outer)
            {
                Near(person, vertex);
            }
        }
    }

    private void Enqueue(int vertex)
    {
        if (vertex <= _people)
        {
            _queue.Enqueue(vertex);
            return;
        }

        foreach (var inside in _circle[vertex])
        {
            Enqueue(inside);
        }
    }

    private void SetTop(int vertex, int top)
    {
        _top[vertex] = top;
        if (vertex > _people)
        {
            foreach (var inside in _circle[vertex])
            {
                SetTop(inside, top);
            }
        }
    }
}
