namespace Nexus.Bot.Data;

/// <summary>The bot cannot work with this database until a person does what the message says.</summary>
internal sealed class DatabaseUnusableException(string message, Exception? inner = null) : Exception(message, inner);
