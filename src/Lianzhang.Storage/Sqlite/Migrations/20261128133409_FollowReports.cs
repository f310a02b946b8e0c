using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhang.Storage.Sqlite.Migrations
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Stamp = table.Column<long>(type: "INTEGER", nullable: false, computedColumnSql: "\"Id\""),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Round = table.Column<Guid>(type: "TEXT", nullable: false),
                    Region = table.Column<string>(type: "TEXT", nullable: false),
                    Was = table.Column<long>(type: "INTEGER", nullable: true),
                    Is = table.Column<long>(type: "INTEGER", nullable: true),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
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
