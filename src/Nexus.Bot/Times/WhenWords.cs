namespace Nexus.Bot.Times;

/// <summary>A phrase cut into numbers, words and signs, read from left to right.</summary>
internal sealed class WhenWords
{
    private readonly List<string> _words = [];

    public WhenWords(string phrase)
    {
        var at = 0;
        while (at < phrase.Length)
        {
            var start = at++;
            if (char.IsWhiteSpace(phrase[start]))
            {
                continue;
            }

            if (char.IsAsciiDigit(phrase[start]) || char.IsLetter(phrase[start]))
            {
                var digits = char.IsAsciiDigit(phrase[start]);
                while (at < phrase.Length && (digits ? char.IsAsciiDigit(phrase[at]) : char.IsLetter(phrase[at])))
                {
                    at++;
                }
            }

            _words.Add(phrase[start..at].ToLowerInvariant());
        }
    }

    public int Position { get; set; }

    public bool AtEnd => Position >= _words.Count;

    /// <summary>The word read last.</summary>
    public string Last => Position > 0 ? _words[Position - 1] : "";

    /// <summary>Back to the start; false when there is nothing to read.</summary>
    public bool Rewind()
    {
        Position = 0;
        return _words.Count > 0;
    }

    /// <summary>Goes past this word if it is next.</summary>
    public bool Skip(string word)
    {
        if (AtEnd || _words[Position] != word)
        {
            return false;
        }

        Position++;
        return true;
    }

    /// <summary>The next number of at most nine digits, or null.</summary>
    public long? Number() =>
        !AtEnd && _words[Position].Length <= 9 && char.IsAsciiDigit(_words[Position][0])
            ? long.Parse(_words[Position++], System.Globalization.CultureInfo.InvariantCulture)
            : null;

    /// <summary>The next word of letters, or null.</summary>
    public string? Word() => !AtEnd && char.IsLetter(_words[Position][0]) ? _words[Position++] : null;
}
