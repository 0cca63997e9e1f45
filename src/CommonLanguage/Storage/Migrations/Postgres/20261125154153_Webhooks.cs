using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommonLanguage.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Webhooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "webhooks",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    partnership = table.Column<int>(type: "integer", nullable: false),
                    url = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    secret = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    creator = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ended = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    reached_sequence = table.Column<long>(type: "bigint", nullable: false),
                    reached_key = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_webhooks", x => x.key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_target_key",
                table: "deliveries",
                columns: new[] { "target", "key" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "webhooks");

            migrationBuilder.DropIndex(
                name: "IX_deliveries_target_key",
                table: "deliveries");
        }
    }
}
