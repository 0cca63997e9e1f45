using CommonLanguage.Glossary;
using Microsoft.EntityFrameworkCore;

namespace CommonLanguage.Storage.Schema;

/// <summary>The one schema, for migrations of both databases.</summary>
abstract class GlossaryContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The collation that compares text by code unit, or null where that is the default.</summary>
    protected abstract string? BinaryCollation { get; }

    protected override void OnModelCreating(ModelBuilder model)
    {
        _ = model.Entity<MetaRow>(row => row.ToTable("meta").HasKey(r => r.Name));
        _ = model.Entity<ChangeRow>(row =>
        {
            _ = row.ToTable("changes").HasKey(r => r.Sequence);
            _ = row.Property(r => r.Sequence).ValueGeneratedNever();
        });
        _ = model.Entity<OrganisationRow>(row =>
        {
            _ = row.ToTable("organisations").HasKey(r => r.Key);
            _ = row.Property(r => r.Key).ValueGeneratedNever();
            _ = row.HasIndex(r => r.FoldedId).IsUnique();
        });
        _ = model.Entity<PartnershipRow>(row =>
        {
            _ = row.ToTable("partnerships").HasKey(r => r.Key);
            _ = row.Property(r => r.Key).ValueGeneratedNever();
            _ = row.HasIndex(r => r.FoldedId).IsUnique();
            _ = row.Property(r => r.SignOff).HasDefaultValue((int)SignOffKind.All);
            _ = row.Property(r => r.SignOffCount).HasDefaultValue(0);
        });
        _ = model.Entity<RevisionRow>(row =>
        {
            _ = row.ToTable("revisions").HasKey(r => r.Key);
            _ = row.Property(r => r.Key).ValueGeneratedNever();
            _ = row.HasIndex(r => r.Form);
            _ = row.HasIndex(r => new { r.Organisation, r.EntryId, r.Number }).IsUnique();
        });
        _ = model.Entity<FormRow>(row => row.ToTable("forms").HasKey(r => new { r.Form, r.EntryKey }));
        _ = model.Entity<ConflictRow>(row =>
        {
            _ = row.ToTable("conflicts").HasKey(r => r.Key);
            _ = row.Property(r => r.Key).ValueGeneratedNever();
            _ = row.HasIndex(r => new { r.Partnership, r.Word, r.Language }).IsUnique();
            _ = row.HasIndex(r => new { r.Partnership, r.Id }).IsUnique();
            _ = row.HasIndex(r => r.Sequence);
            // Holds all that a page of a person's queue asks for.
            _ = row.HasIndex(r => new { r.Partnership, r.Rank, r.Key, r.State, r.Organisations });
            _ = row.Property(r => r.Exposure).HasDefaultValue(1.0);
            _ = row.Property(r => r.Rank).HasDefaultValue(0.0);
        });
        _ = model.Entity<MappingRow>(row =>
        {
            _ = row.ToTable("mappings").HasKey(r => r.Key);
            _ = row.Property(r => r.Key).ValueGeneratedNever();
            _ = row.HasIndex(r => r.Conflict);
            _ = row.HasIndex(r => r.EntryA);
            _ = row.HasIndex(r => r.EntryB);
        });
        _ = model.Entity<ActRow>(row =>
        {
            _ = row.ToTable("acts").HasKey(r => r.Key);
            _ = row.Property(r => r.Key).ValueGeneratedNever();
            _ = row.HasIndex(r => new { r.Conflict, r.Number }).IsUnique();
        });
        _ = model.Entity<AffiliationRow>(row =>
        {
            _ = row.ToTable("affiliations").HasKey(r => r.Key);
            _ = row.Property(r => r.Key).ValueGeneratedNever();
            _ = row.HasIndex(r => r.Sequence);
        });
        _ = model.Entity<ApiKeyRow>(row =>
        {
            _ = row.ToTable("api_keys").HasKey(r => r.Key);
            _ = row.Property(r => r.Key).ValueGeneratedNever();
            _ = row.HasIndex(r => r.Id).IsUnique();
            _ = row.HasIndex(r => r.Sequence);
        });
        _ = model.Entity<UseRow>(row => row.ToTable("uses").HasKey(r => r.Word));
        _ = model.Entity<DeliveryRow>(row =>
        {
            _ = row.ToTable("deliveries").HasKey(r => r.Key);
            _ = row.Property(r => r.Key).ValueGeneratedNever();
            _ = row.HasIndex(r => new { r.State, r.NextTime });
        });
        _ = model.Entity<RequestRow>(row =>
        {
            _ = row.ToTable("requests").HasKey(r => new { r.Actor, r.Id });
            _ = row.HasIndex(r => r.Sequence);
        });

        foreach (var entity in model.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Column(property.Name));
                if (BinaryCollation is { } collation && property.ClrType == typeof(string))
                    property.SetCollation(collation);
            }
        }
    }

    /// <summary>EntryKey becomes entry_key.</summary>
    static string Column(string property) =>
        string.Concat(property.Select((c, i) => char.IsAsciiLetterUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
