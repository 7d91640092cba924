using System.Security.Cryptography;
using System.Text;

namespace Nexus.Bot.Hub;

/// <summary>Eight characters that tell one text from another in a custom id: a form knows by them what it was opened on.</summary>
internal static class PageStamp
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];

    public static string Of(PageSuggestion suggestion) => suggestion.Version.ToString("N")[..8];
}
