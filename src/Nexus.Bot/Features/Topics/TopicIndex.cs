using Nexus.Bot.Search;

namespace Nexus.Bot.Features.Topics;

/// <summary>All topics of the hub at one moment, and how to find them. Never changes; a reload makes a new one.</summary>
internal sealed class TopicIndex
{
    private const int MostHits = 5;

    private readonly Dictionary<string, Topic> _bySlug = new(StringComparer.Ordinal);
    private readonly SearchIndex _index;

    /// <summary>Takes what was read; of two files with one slug the first by name is served and the second is named as broken.</summary>
    public TopicIndex(IEnumerable<TopicFile> files)
    {
        var broken = new List<TopicFile.Broken>();
        var topics = new List<Topic>();
        foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            switch (file)
            {
                case TopicFile.Read read when _bySlug.TryAdd(read.Topic.Slug, read.Topic):
                    topics.Add(read.Topic);
                    break;
                case TopicFile.Read read:
                    broken.Add(new TopicFile.Broken(read.Name, $"the slug '{read.Topic.Slug}' is already used by another file."));
                    break;
                case TopicFile.Broken wrong:
                    broken.Add(wrong);
                    break;
            }
        }

        Topics = topics;
        Broken = broken;
        Featured = [.. topics.OrderBy(topic => topic.Level != "beginner").ThenBy(topic => topic.Title, StringComparer.Ordinal)];
        _index = new SearchIndex([.. topics.Select(Document)]);
    }

    public IReadOnlyList<Topic> Topics { get; }

    /// <summary>Files that are not served, with the reason.</summary>
    public IReadOnlyList<TopicFile.Broken> Broken { get; }

    /// <summary>What is offered before anything is typed: easy ones first.</summary>
    public IReadOnlyList<Topic> Featured { get; }

    /// <summary>The topic with this slug, or null.</summary>
    public Topic? BySlug(string slug) => _bySlug.GetValueOrDefault(slug);

    /// <summary>The topics behind some slugs; those that do not exist (any more) are left out.</summary>
    public IEnumerable<Topic> Among(IEnumerable<string> slugs) => slugs.Select(BySlug).OfType<Topic>();

    /// <summary>Answers a question: exact names first, else the best topics, else the nearest names.</summary>
    public TopicAnswer Find(string question)
    {
        var result = _index.Find(question, MostHits);
        var topics = result.Hits.Select(hit => Topics[hit.Document]).ToList();
        return result.Verdict switch
        {
            SearchVerdict.None => new TopicAnswer.NotInTheHub([.. topics.Take(3)]),
            SearchVerdict.Unsure => new TopicAnswer.Found(topics[0], [.. topics.Skip(1).Take(2)], result.Corrected),
            SearchVerdict.Exact or SearchVerdict.Confident => new TopicAnswer.Found(topics[0], [], result.Corrected),
        };
    }

    /// <summary>Topics to offer while a name is being typed, best first.</summary>
    public IEnumerable<Topic> Complete(string typed, int most) =>
        string.IsNullOrWhiteSpace(typed)
            ? Featured.Take(most)
            : _index.Complete(typed, most).Select(document => Topics[document]);

    private static SearchDocument Document(Topic topic) => new(
        topic.Title,
        [topic.Slug, .. topic.Aliases],
        topic.Tags,
        string.Join('\n', topic.Sections.Select(section => section.Markdown).Prepend(topic.Example).Prepend(topic.Summary)));
}
