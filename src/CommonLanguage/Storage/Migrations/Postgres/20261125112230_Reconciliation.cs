using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommonLanguage.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Reconciliation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "shared",
                table: "partnerships",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "sign_off",
                table: "partnerships",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "sign_off_count",
                table: "partnerships",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<double>(
                name: "exposure",
                table: "conflicts",
                type: "double precision",
                nullable: false,
                defaultValue: 1.0);

            migrationBuilder.AddColumn<double>(
                name: "rank",
                table: "conflicts",
                type: "double precision",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<int>(
                name: "review",
                table: "conflicts",
                type: "integer",
                nullable: true);

            // Until look-ups are counted, what is sharpest is first.
            migrationBuilder.Sql("UPDATE conflicts SET rank = severity");

            migrationBuilder.CreateTable(
                name: "acts",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false),
                    conflict = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    origin = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    time = table.Column<long>(type: "bigint", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acts", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "affiliations",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    organisation = table.Column<int>(type: "integer", nullable: true),
                    partnership = table.Column<int>(type: "integer", nullable: true),
                    role = table.Column<int>(type: "integer", nullable: false),
                    first_day = table.Column<int>(type: "integer", nullable: true),
                    end_day = table.Column<int>(type: "integer", nullable: true),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_affiliations", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    display_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    scopes = table.Column<int>(type: "integer", nullable: false),
                    expires = table.Column<long>(type: "bigint", nullable: false),
                    revoked = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_keys", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "deliveries",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false),
                    change_sequence = table.Column<long>(type: "bigint", nullable: false),
                    target = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    body = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<int>(type: "integer", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_time = table.Column<long>(type: "bigint", nullable: false),
                    last_fault = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deliveries", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "mappings",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false),
                    conflict = table.Column<long>(type: "bigint", nullable: false),
                    entry_a = table.Column<long>(type: "bigint", nullable: false),
                    organisation_a = table.Column<int>(type: "integer", nullable: false),
                    revision_a = table.Column<long>(type: "bigint", nullable: false),
                    entry_b = table.Column<long>(type: "bigint", nullable: false),
                    organisation_b = table.Column<int>(type: "integer", nullable: false),
                    revision_b = table.Column<long>(type: "bigint", nullable: false),
                    relation = table.Column<int>(type: "integer", nullable: false),
                    negated = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    justification = table.Column<int>(type: "integer", nullable: false),
                    confidence = table.Column<double>(type: "double precision", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reviewers = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    comment = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mappings", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "uses",
                columns: table => new
                {
                    word = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    look_ups = table.Column<long>(type: "bigint", nullable: false),
                    document_hits = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_uses", x => x.word);
                });

            migrationBuilder.CreateIndex(
                name: "IX_conflicts_partnership_rank",
                table: "conflicts",
                columns: new[] { "partnership", "rank" });

            migrationBuilder.CreateIndex(
                name: "IX_acts_conflict_number",
                table: "acts",
                columns: new[] { "conflict", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_affiliations_sequence",
                table: "affiliations",
                column: "sequence");

            migrationBuilder.CreateIndex(
                name: "IX_api_keys_id",
                table: "api_keys",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_api_keys_sequence",
                table: "api_keys",
                column: "sequence");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_state_next_time",
                table: "deliveries",
                columns: new[] { "state", "next_time" });

            migrationBuilder.CreateIndex(
                name: "IX_mappings_conflict",
                table: "mappings",
                column: "conflict");

            migrationBuilder.CreateIndex(
                name: "IX_mappings_entry_a",
                table: "mappings",
                column: "entry_a");

            migrationBuilder.CreateIndex(
                name: "IX_mappings_entry_b",
                table: "mappings",
                column: "entry_b");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acts");

            migrationBuilder.DropTable(
                name: "affiliations");

            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropTable(
                name: "deliveries");

            migrationBuilder.DropTable(
                name: "mappings");

            migrationBuilder.DropTable(
                name: "uses");

            migrationBuilder.DropIndex(
                name: "IX_conflicts_partnership_rank",
                table: "conflicts");

            migrationBuilder.DropColumn(
                name: "shared",
                table: "partnerships");

            migrationBuilder.DropColumn(
                name: "sign_off",
                table: "partnerships");

            migrationBuilder.DropColumn(
                name: "sign_off_count",
                table: "partnerships");

            migrationBuilder.DropColumn(
                name: "exposure",
                table: "conflicts");

            migrationBuilder.DropColumn(
                name: "rank",
                table: "conflicts");

            migrationBuilder.DropColumn(
                name: "review",
                table: "conflicts");
        }
    }
}
