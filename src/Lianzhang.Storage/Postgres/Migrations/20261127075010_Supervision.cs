using System;
using Microsoft.EntityFrameworkCore.Migrations;

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
                    HasEvidence = table.Column<bool>(type: "boolean", nullable: false),
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
