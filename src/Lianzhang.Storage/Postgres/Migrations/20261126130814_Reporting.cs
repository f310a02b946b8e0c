using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhang.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Reporting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "reporting_reminder",
                columns: table => new
                {
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_reminder", x => new { x.ReportId, x.Kind });
                });

            migrationBuilder.CreateTable(
                name: "reporting_report",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: false),
                    Unit = table.Column<string>(type: "text", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Region = table.Column<string>(type: "text", nullable: false),
                    Industry = table.Column<string>(type: "text", nullable: true),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    Lock = table.Column<DateOnly>(type: "date", nullable: false),
                    ExtensionReason = table.Column<string>(type: "text", nullable: true),
                    ExemptReason = table.Column<string>(type: "text", nullable: true),
                    MissingReason = table.Column<string>(type: "text", nullable: true),
                    State = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Level = table.Column<int>(type: "integer", nullable: false),
                    AcceptedVersion = table.Column<int>(type: "integer", nullable: false),
                    Draft = table.Column<string>(type: "text", nullable: false),
                    DraftAt = table.Column<long>(type: "bigint", nullable: true),
                    DeliveredAt = table.Column<long>(type: "bigint", nullable: true),
                    DeliveredBy = table.Column<string>(type: "text", nullable: true),
                    CorrectionReason = table.Column<string>(type: "text", nullable: true),
                    FirstSubmittedAt = table.Column<long>(type: "bigint", nullable: true),
                    FirstSubmittedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SubmittedAt = table.Column<long>(type: "bigint", nullable: true),
                    AcceptedAt = table.Column<long>(type: "bigint", nullable: true),
                    Score = table.Column<long>(type: "bigint", nullable: false),
                    Explained = table.Column<int>(type: "integer", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_report", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_round",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Form = table.Column<string>(type: "text", nullable: false),
                    ProgrammeVersion = table.Column<int>(type: "integer", nullable: false),
                    Period = table.Column<int>(type: "integer", nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    Lock = table.Column<DateOnly>(type: "date", nullable: false),
                    OpenedAt = table.Column<long>(type: "bigint", nullable: false),
                    OpenedBy = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_round", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_scan",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileName = table.Column<string>(type: "text", nullable: false),
                    ContentType = table.Column<string>(type: "text", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_scan", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_upload",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileName = table.Column<string>(type: "text", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    Account = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Total = table.Column<int>(type: "integer", nullable: false),
                    Taken = table.Column<int>(type: "integer", nullable: false),
                    Refused = table.Column<int>(type: "integer", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    Faults = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_upload", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_version",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Findings = table.Column<string>(type: "text", nullable: false),
                    SubmittedAt = table.Column<long>(type: "bigint", nullable: false),
                    SubmittedBy = table.Column<string>(type: "text", nullable: false),
                    Account = table.Column<Guid>(type: "uuid", nullable: false),
                    Way = table.Column<string>(type: "text", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: true),
                    IdempotencyKey = table.Column<string>(type: "text", nullable: true),
                    Outcome = table.Column<string>(type: "text", nullable: false),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: true),
                    DecidedBy = table.Column<string>(type: "text", nullable: true),
                    ReturnReasons = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_version", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_report_Revision",
                table: "reporting_report",
                column: "Revision");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_report_RoundId_Unit",
                table: "reporting_report",
                columns: new[] { "RoundId", "Unit" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reporting_report_State_Region",
                table: "reporting_report",
                columns: new[] { "State", "Region" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_report_Unit",
                table: "reporting_report",
                column: "Unit");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_round_Form_Period",
                table: "reporting_round",
                columns: new[] { "Form", "Period" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reporting_scan_ReportId",
                table: "reporting_scan",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_upload_RoundId",
                table: "reporting_upload",
                column: "RoundId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_version_ReportId_Number",
                table: "reporting_version",
                columns: new[] { "ReportId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reporting_reminder");

            migrationBuilder.DropTable(
                name: "reporting_report");

            migrationBuilder.DropTable(
                name: "reporting_round");

            migrationBuilder.DropTable(
                name: "reporting_scan");

            migrationBuilder.DropTable(
                name: "reporting_upload");

            migrationBuilder.DropTable(
                name: "reporting_version");
        }
    }
}
