using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Lianzhang.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class FollowReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_reporting_report_counts",
                table: "reporting_report");

            migrationBuilder.CreateTable(
                name: "reporting_move",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Stamp = table.Column<long>(type: "bigint", nullable: false, defaultValueSql: "pg_current_xact_id()::text::bigint"),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Round = table.Column<Guid>(type: "uuid", nullable: false),
                    Region = table.Column<string>(type: "text", nullable: false),
                    Was = table.Column<long>(type: "bigint", nullable: true),
                    Is = table.Column<long>(type: "bigint", nullable: true),
                    Count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_move", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_report_counts",
                table: "reporting_report",
                columns: new[] { "RoundId", "Region", "State", "Due", "FirstSubmittedOn", "AcceptedVersion", "ExemptReason" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_move_Stamp",
                table: "reporting_move",
                column: "Stamp");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reporting_move");

            migrationBuilder.DropIndex(
                name: "IX_reporting_report_counts",
                table: "reporting_report");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_report_counts",
                table: "reporting_report",
                columns: new[] { "RoundId", "Region", "State", "Due", "FirstSubmittedOn", "AcceptedVersion", "ExemptReason", "Revision" });
        }
    }
}
