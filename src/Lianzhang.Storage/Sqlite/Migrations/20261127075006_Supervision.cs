using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhang.Storage.Sqlite.Migrations
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "supervision_order",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Matter = table.Column<string>(type: "TEXT", nullable: false),
                    OpenMatter = table.Column<string>(type: "TEXT", nullable: true),
                    Rule = table.Column<string>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", nullable: true),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: true),
                    Region = table.Column<string>(type: "TEXT", nullable: false),
                    Industry = table.Column<string>(type: "TEXT", nullable: true),
                    Owner = table.Column<Guid>(type: "TEXT", nullable: true),
                    OwnerName = table.Column<string>(type: "TEXT", nullable: true),
                    Level = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    Evidence = table.Column<int>(type: "INTEGER", nullable: false),
                    ReportedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    VerifiedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ExtensionAsked = table.Column<bool>(type: "INTEGER", nullable: false),
                    AskedUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NeedsRecovery = table.Column<bool>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DaysLeft = table.Column<int>(type: "INTEGER", nullable: true),
                    ProgrammeVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Period = table.Column<string>(type: "TEXT", nullable: true),
                    Snapshot = table.Column<string>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Events = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_supervision_order", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "supervision_deadline",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    FiredAt = table.Column<long>(type: "INTEGER", nullable: true)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Action = table.Column<string>(type: "TEXT", nullable: true),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Account = table.Column<Guid>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    WordsEn = table.Column<string>(type: "TEXT", nullable: false),
                    HasEvidence = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reached = table.Column<string>(type: "TEXT", nullable: true),
                    Points = table.Column<long>(type: "INTEGER", nullable: true)
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
                name: "supervision_deadline");

            migrationBuilder.DropTable(
                name: "supervision_event");

            migrationBuilder.DropTable(
                name: "supervision_order");

            migrationBuilder.DropColumn(
                name: "Decider",
                table: "reporting_version");
        }
    }
}
