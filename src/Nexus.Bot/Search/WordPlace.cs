namespace Nexus.Bot.Search;

/// <summary>Where a word stands: the further down here, the more it says about a page.</summary>
internal enum WordPlace
{
    /// <summary>Only in phrases; nothing is found by the word itself.</summary>
    Stop,
    Body,
    Keyword,

    /// <summary>A title, slug or alias.</summary>
    Name,
}
