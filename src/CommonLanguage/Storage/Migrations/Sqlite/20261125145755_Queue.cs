using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommonLanguage.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Queue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_conflicts_partnership_rank",
                table: "conflicts");

            migrationBuilder.CreateIndex(
                name: "IX_conflicts_partnership_rank_key_state_organisations",
                table: "conflicts",
                columns: new[] { "partnership", "rank", "key", "state", "organisations" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_conflicts_partnership_rank_key_state_organisations",
                table: "conflicts");

            migrationBuilder.CreateIndex(
                name: "IX_conflicts_partnership_rank",
                table: "conflicts",
                columns: new[] { "partnership", "rank" });
        }
    }
}
