namespace Nexus.Bot.Search;

/// <summary>A known error found in a paste.</summary>
/// <param name="Document">What the signature belongs to.</param>
/// <param name="Signature">The known line, with <c>*</c> for what varies.</param>
/// <param name="Line">The line of the paste it was found in.</param>
/// <param name="Score">1 when the line is the signature; below, the share of the signature's rare words in it.</param>
internal readonly record struct SignatureHit(int Document, string Signature, string Line, float Score)
{
    /// <summary>The line is the signature, not only alike.</summary>
    public bool IsWhole => Score >= 0.9f;
}
