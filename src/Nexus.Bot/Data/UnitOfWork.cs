namespace Nexus.Bot.Data;

/// <summary>One per scope: remembers the database the scope's handler used, so that the router can say whether anything was saved.</summary>
internal sealed class UnitOfWork
{
    public NexusDb? Db { get; set; }

    public bool HasSaved => Db?.HasSaved == true;
}
