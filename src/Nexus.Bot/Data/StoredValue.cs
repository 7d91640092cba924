using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Nexus.Bot.Data;

/// <summary>One thing the program remembers about itself between two runs.</summary>
internal sealed class StoredValue
{
    public required string Key { get; init; }

    public required string Value { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class StoredValueTable : IEntityTypeConfiguration<StoredValue>
{
    public void Configure(EntityTypeBuilder<StoredValue> builder)
    {
        builder.ToTable("StoredValues");
        builder.HasKey(stored => stored.Key);
        builder.Property(stored => stored.Key).HasMaxLength(200);
    }
}
