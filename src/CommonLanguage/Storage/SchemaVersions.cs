using System.Reflection;
using CommonLanguage.Storage.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CommonLanguage.Storage;

/// <summary>The migrations this program knows, by kind of store.</summary>
static class SchemaVersions
{
    static readonly string[] Sqlite = ReadOf(typeof(SqliteContext));
    static readonly string[] Postgres = ReadOf(typeof(PostgresContext));

    public static string[] Of(GlossaryStore store) => store is PostgresStore ? Postgres : Sqlite;

    static string[] ReadOf(Type context) =>
    [
        .. typeof(SchemaVersions).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context)
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ];
}
