using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Nexus.Bot.Data;

/// <summary>EF keeps one model per context type; here it also depends on the slices, of which tests use some at a time.</summary>
internal sealed class SliceModelCache : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), SliceTables.Of(context).Signature, designTime);
}
