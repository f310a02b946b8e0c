using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Lianzhang.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Titles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "registers_offer",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Policy = table.Column<string>(type: "text", nullable: false),
                    UnitId = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: true),
                    OfferedAt = table.Column<long>(type: "bigint", nullable: false),
                    OfferedBy = table.Column<string>(type: "text", nullable: false),
                    OfferedByAccount = table.Column<Guid>(type: "uuid", nullable: true),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true),
                    AnsweredBy = table.Column<string>(type: "text", nullable: true),
                    AnswerReason = table.Column<string>(type: "text", nullable: true),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: true),
                    DecidedBy = table.Column<string>(type: "text", nullable: true),
                    DecisionReason = table.Column<string>(type: "text", nullable: true),
                    DeliveredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DeliveredAmount = table.Column<long>(type: "bigint", nullable: true),
                    DeliveredBy = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registers_offer", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registers_policy",
                columns: table => new
                {
                    Code = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Issuer = table.Column<string>(type: "text", nullable: false),
                    Industries = table.Column<List<string>>(type: "text[]", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    Budget = table.Column<long>(type: "bigint", nullable: true),
                    Amount = table.Column<long>(type: "bigint", nullable: true),
                    Conditions = table.Column<string>(type: "text", nullable: false),
                    Documents = table.Column<string>(type: "text", nullable: true),
                    Delivery = table.Column<string>(type: "text", nullable: false),
                    Measure = table.Column<string>(type: "text", nullable: true),
                    ClosedAt = table.Column<long>(type: "bigint", nullable: true),
                    CloseReason = table.Column<string>(type: "text", nullable: true),
                    RecordedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registers_policy", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "registers_title_warning",
                columns: table => new
                {
                    GrantId = table.Column<long>(type: "bigint", nullable: false),
                    Months = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registers_title_warning", x => new { x.GrantId, x.Months });
                });

            migrationBuilder.CreateIndex(
                name: "IX_registers_offer_Policy_UnitId",
                table: "registers_offer",
                columns: new[] { "Policy", "UnitId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_registers_offer_State_Due",
                table: "registers_offer",
                columns: new[] { "State", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_registers_offer_UnitId",
                table: "registers_offer",
                column: "UnitId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "registers_offer");

            migrationBuilder.DropTable(
                name: "registers_policy");

            migrationBuilder.DropTable(
                name: "registers_title_warning");
        }
    }
}
