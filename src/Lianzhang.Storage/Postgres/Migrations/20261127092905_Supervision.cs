using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Lianzhang.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Supervision : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "Decider",
                table: "reporting_version",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "appeals_appeal",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    KindName = table.Column<string>(type: "text", nullable: false),
                    KindNameEn = table.Column<string>(type: "text", nullable: true),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Contact = table.Column<string>(type: "text", nullable: true),
                    Asker = table.Column<Guid>(type: "uuid", nullable: false),
                    AskerName = table.Column<string>(type: "text", nullable: false),
                    Region = table.Column<string>(type: "text", nullable: false),
                    AskerAccount = table.Column<Guid>(type: "uuid", nullable: true),
                    FiledAt = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    RouteDue = table.Column<DateOnly>(type: "date", nullable: false),
                    Days = table.Column<int>(type: "integer", nullable: false),
                    Urgency = table.Column<string>(type: "text", nullable: true),
                    Handler = table.Column<Guid>(type: "uuid", nullable: true),
                    HandlerName = table.Column<string>(type: "text", nullable: true),
                    HandlerRegion = table.Column<string>(type: "text", nullable: true),
                    Due = table.Column<DateOnly>(type: "date", nullable: true),
                    DaysLeft = table.Column<int>(type: "integer", nullable: true),
                    WasAskedBack = table.Column<bool>(type: "boolean", nullable: false),
                    RateBy = table.Column<DateOnly>(type: "date", nullable: true),
                    Rating = table.Column<string>(type: "text", nullable: true),
                    ActBy = table.Column<DateOnly>(type: "date", nullable: true),
                    WarnedStage = table.Column<int>(type: "integer", nullable: false),
                    OverdueStage = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_appeals_appeal", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "attachments_attachment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Bytes = table.Column<int>(type: "integer", nullable: false),
                    Account = table.Column<Guid>(type: "uuid", nullable: true),
                    AddedBy = table.Column<string>(type: "text", nullable: false),
                    AddedAt = table.Column<long>(type: "bigint", nullable: false),
                    Subject = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attachments_attachment", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "inspections_inspection",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Draw = table.Column<Guid>(type: "uuid", nullable: false),
                    ProgrammeVersion = table.Column<int>(type: "integer", nullable: false),
                    Theme = table.Column<string>(type: "text", nullable: false),
                    ThemeName = table.Column<string>(type: "text", nullable: false),
                    ThemeNameEn = table.Column<string>(type: "text", nullable: true),
                    Of = table.Column<string>(type: "text", nullable: false),
                    Unit = table.Column<string>(type: "text", nullable: false),
                    UnitName = table.Column<string>(type: "text", nullable: false),
                    Region = table.Column<string>(type: "text", nullable: false),
                    PlannedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PlannedBy = table.Column<string>(type: "text", nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                    Answers = table.Column<string>(type: "text", nullable: false),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true),
                    FinishedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    FinishedBy = table.Column<string>(type: "text", nullable: true),
                    CancelReason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inspections_inspection", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "measures_report",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Programme = table.Column<string>(type: "text", nullable: false),
                    Measure = table.Column<string>(type: "text", nullable: false),
                    Month = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Percent = table.Column<long>(type: "bigint", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    Milestones = table.Column<List<string>>(type: "text[]", nullable: false),
                    Organisation = table.Column<string>(type: "text", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_measures_report", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "supervision_order",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Matter = table.Column<string>(type: "text", nullable: false),
                    OpenMatter = table.Column<string>(type: "text", nullable: true),
                    Rule = table.Column<string>(type: "text", nullable: true),
                    Source = table.Column<string>(type: "text", nullable: true),
                    Title = table.Column<string>(type: "text", nullable: false),
                    TitleEn = table.Column<string>(type: "text", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: true),
                    Region = table.Column<string>(type: "text", nullable: false),
                    Industry = table.Column<string>(type: "text", nullable: true),
                    Owner = table.Column<Guid>(type: "uuid", nullable: true),
                    OwnerName = table.Column<string>(type: "text", nullable: true),
                    Level = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                    Before = table.Column<string>(type: "text", nullable: true),
                    Evidence = table.Column<int>(type: "integer", nullable: false),
                    ReportedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    VerifiedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ExtensionAsked = table.Column<bool>(type: "boolean", nullable: false),
                    AskedUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    NeedsRecovery = table.Column<bool>(type: "boolean", nullable: false),
                    OpenedAt = table.Column<long>(type: "bigint", nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    DaysLeft = table.Column<int>(type: "integer", nullable: true),
                    ProgrammeVersion = table.Column<int>(type: "integer", nullable: false),
                    Period = table.Column<string>(type: "text", nullable: true),
                    Snapshot = table.Column<string>(type: "text", nullable: true),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    Events = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_supervision_order", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "appeals_event",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AppealId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Step = table.Column<string>(type: "text", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    Account = table.Column<Guid>(type: "uuid", nullable: true),
                    Organisation = table.Column<string>(type: "text", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    To = table.Column<string>(type: "text", nullable: true),
                    Rating = table.Column<string>(type: "text", nullable: true),
                    Due = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_appeals_event", x => x.Id);
                    table.ForeignKey(
                        name: "FK_appeals_event_appeals_appeal_AppealId",
                        column: x => x.AppealId,
                        principalTable: "appeals_appeal",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "inspections_finding",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    InspectionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Item = table.Column<string>(type: "text", nullable: true),
                    Level = table.Column<string>(type: "text", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    SettledOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inspections_finding", x => x.Id);
                    table.ForeignKey(
                        name: "FK_inspections_finding_inspections_inspection_InspectionId",
                        column: x => x.InspectionId,
                        principalTable: "inspections_inspection",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "supervision_deadline",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    FiredAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_supervision_deadline", x => x.Id);
                    table.ForeignKey(
                        name: "FK_supervision_deadline_supervision_order_OrderId",
                        column: x => x.OrderId,
                        principalTable: "supervision_order",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "supervision_event",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Action = table.Column<string>(type: "text", nullable: true),
                    By = table.Column<string>(type: "text", nullable: false),
                    Account = table.Column<Guid>(type: "uuid", nullable: true),
                    Words = table.Column<string>(type: "text", nullable: false),
                    WordsEn = table.Column<string>(type: "text", nullable: false),
                    Reached = table.Column<string>(type: "text", nullable: true),
                    Points = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_supervision_event", x => x.Id);
                    table.ForeignKey(
                        name: "FK_supervision_event_supervision_order_OrderId",
                        column: x => x.OrderId,
                        principalTable: "supervision_order",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_appeals_appeal_Asker",
                table: "appeals_appeal",
                column: "Asker");

            migrationBuilder.CreateIndex(
                name: "IX_appeals_appeal_Handler",
                table: "appeals_appeal",
                column: "Handler");

            migrationBuilder.CreateIndex(
                name: "IX_appeals_appeal_State_ActBy",
                table: "appeals_appeal",
                columns: new[] { "State", "ActBy" });

            migrationBuilder.CreateIndex(
                name: "IX_appeals_appeal_Year_Number",
                table: "appeals_appeal",
                columns: new[] { "Year", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_appeals_event_AppealId",
                table: "appeals_event",
                column: "AppealId");

            migrationBuilder.CreateIndex(
                name: "IX_attachments_attachment_Hash",
                table: "attachments_attachment",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_attachments_attachment_Subject",
                table: "attachments_attachment",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_inspections_finding_InspectionId",
                table: "inspections_finding",
                column: "InspectionId");

            migrationBuilder.CreateIndex(
                name: "IX_inspections_inspection_State_Due",
                table: "inspections_inspection",
                columns: new[] { "State", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_inspections_inspection_Theme_Unit",
                table: "inspections_inspection",
                columns: new[] { "Theme", "Unit" });

            migrationBuilder.CreateIndex(
                name: "IX_measures_report_Programme_Measure_Month_Version",
                table: "measures_report",
                columns: new[] { "Programme", "Measure", "Month", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_supervision_deadline_FiredAt_At",
                table: "supervision_deadline",
                columns: new[] { "FiredAt", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_supervision_deadline_OrderId",
                table: "supervision_deadline",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_supervision_event_OrderId_Number",
                table: "supervision_event",
                columns: new[] { "OrderId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_supervision_order_Matter",
                table: "supervision_order",
                column: "Matter");

            migrationBuilder.CreateIndex(
                name: "IX_supervision_order_OpenMatter",
                table: "supervision_order",
                column: "OpenMatter",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_supervision_order_Owner",
                table: "supervision_order",
                column: "Owner");

            migrationBuilder.CreateIndex(
                name: "IX_supervision_order_State_Due",
                table: "supervision_order",
                columns: new[] { "State", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_supervision_order_Year_Number",
                table: "supervision_order",
                columns: new[] { "Year", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "appeals_event");

            migrationBuilder.DropTable(
                name: "attachments_attachment");

            migrationBuilder.DropTable(
                name: "inspections_finding");

            migrationBuilder.DropTable(
                name: "measures_report");

            migrationBuilder.DropTable(
                name: "supervision_deadline");

            migrationBuilder.DropTable(
                name: "supervision_event");

            migrationBuilder.DropTable(
                name: "appeals_appeal");

            migrationBuilder.DropTable(
                name: "inspections_inspection");

            migrationBuilder.DropTable(
                name: "supervision_order");

            migrationBuilder.DropColumn(
                name: "Decider",
                table: "reporting_version");
        }
    }
}
