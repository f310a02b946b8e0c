using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhang.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class CountByIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_reporting_report_RoundId_Revision",
                table: "reporting_report");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_report_counts",
                table: "reporting_report",
                columns: new[] { "RoundId", "Region", "State", "Due", "FirstSubmittedOn", "AcceptedVersion", "ExemptReason", "Revision" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_reporting_report_counts",
                table: "reporting_report");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_report_RoundId_Revision",
                table: "reporting_report",
                columns: new[] { "RoundId", "Revision" });
        }
    }
}
