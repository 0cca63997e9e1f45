using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CommonLanguage.Storage.Schema;

sealed class SqliteContext(DbContextOptions<SqliteContext> options) : GlossaryContext(options)
{
    protected override string? BinaryCollation => null;

    /// <summary>For "dotnet ef migrations add NAME --context SqliteContext --output-dir Storage/Migrations/Sqlite".</summary>
    sealed class Factory : IDesignTimeDbContextFactory<SqliteContext>
    {
        public SqliteContext CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=:memory:").Options);
    }
}
