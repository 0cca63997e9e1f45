using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CommonLanguage.Storage.Schema;

sealed class PostgresContext(DbContextOptions<PostgresContext> options) : GlossaryContext(options)
{
    protected override string? BinaryCollation => "C";

    /// <summary>For "dotnet ef migrations add NAME --context PostgresContext --output-dir Storage/Migrations/Postgres".</summary>
    sealed class Factory : IDesignTimeDbContextFactory<PostgresContext>
    {
        public PostgresContext CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<PostgresContext>().UseNpgsql("Host=localhost").Options);
    }
}
