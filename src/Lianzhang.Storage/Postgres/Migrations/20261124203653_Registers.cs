using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Lianzhang.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Registers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "facts_batch",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Origin = table.Column<string>(type: "text", nullable: false),
                    SourceId = table.Column<string>(type: "text", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    RecordedAt = table.Column<long>(type: "bigint", nullable: false),
                    Reports = table.Column<int>(type: "integer", nullable: false),
                    Values = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_facts_batch", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "facts_code",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Code = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_facts_code", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "facts_report",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    BatchId = table.Column<long>(type: "bigint", nullable: false),
                    Unit = table.Column<int>(type: "integer", nullable: false),
                    Period = table.Column<int>(type: "integer", nullable: false),
                    Payload = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_facts_report", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registers_change",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UnitId = table.Column<long>(type: "bigint", nullable: true),
                    RecordedAt = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    Zh = table.Column<string>(type: "text", nullable: false),
                    En = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registers_change", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registers_cluster",
                columns: table => new
                {
                    Code = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    NameEn = table.Column<string>(type: "text", nullable: true),
                    Industry = table.Column<string>(type: "text", nullable: true),
                    Owner = table.Column<string>(type: "text", nullable: true),
                    Generated = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registers_cluster", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "registers_import",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Uploader = table.Column<Guid>(type: "uuid", nullable: true),
                    UploadedAt = table.Column<long>(type: "bigint", nullable: false),
                    FileName = table.Column<string>(type: "text", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                    WithoutNear = table.Column<bool>(type: "boolean", nullable: false),
                    Total = table.Column<int>(type: "integer", nullable: false),
                    Done = table.Column<int>(type: "integer", nullable: false),
                    Added = table.Column<int>(type: "integer", nullable: false),
                    Changed = table.Column<int>(type: "integer", nullable: false),
                    Same = table.Column<int>(type: "integer", nullable: false),
                    Rejected = table.Column<int>(type: "integer", nullable: false),
                    Near = table.Column<int>(type: "integer", nullable: false),
                    Report = table.Column<byte[]>(type: "bytea", nullable: false),
                    Problem = table.Column<string>(type: "text", nullable: true),
                    ProblemEn = table.Column<string>(type: "text", nullable: true),
                    TouchedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registers_import", x => x.Id);
                });

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
                name: "registers_title",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UnitId = table.Column<long>(type: "bigint", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Level = table.Column<string>(type: "text", nullable: true),
                    Certificate = table.Column<string>(type: "text", nullable: true),
                    GrantedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    ReviewBy = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndReason = table.Column<string>(type: "text", nullable: true),
                    RecordedAt = table.Column<long>(type: "bigint", nullable: false),
                    RetiredAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registers_title", x => x.Id);
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

            migrationBuilder.CreateTable(
                name: "registers_unit",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Code = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Region = table.Column<string>(type: "text", nullable: false),
                    Industry = table.Column<string>(type: "text", nullable: true),
                    Gb = table.Column<string>(type: "text", nullable: true),
                    Sei = table.Column<string>(type: "text", nullable: false),
                    Size = table.Column<string>(type: "text", nullable: true),
                    Status = table.Column<string>(type: "text", nullable: false),
                    MergedInto = table.Column<long>(type: "bigint", nullable: true),
                    Organisation = table.Column<Guid>(type: "uuid", nullable: true),
                    Generated = table.Column<bool>(type: "boolean", nullable: false),
                    RecordedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registers_unit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registers_value",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UnitId = table.Column<long>(type: "bigint", nullable: false),
                    Attribute = table.Column<string>(type: "text", nullable: false),
                    Value = table.Column<string>(type: "text", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    RecordedAt = table.Column<long>(type: "bigint", nullable: false),
                    RetiredAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registers_value", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_facts_batch_SourceId",
                table: "facts_batch",
                column: "SourceId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_facts_code_Kind_Code",
                table: "facts_code",
                columns: new[] { "Kind", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_facts_report_BatchId",
                table: "facts_report",
                column: "BatchId");

            migrationBuilder.CreateIndex(
                name: "IX_facts_report_Unit_Period",
                table: "facts_report",
                columns: new[] { "Unit", "Period" });

            migrationBuilder.CreateIndex(
                name: "IX_registers_change_UnitId",
                table: "registers_change",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_registers_import_Uploader",
                table: "registers_import",
                column: "Uploader");

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

            migrationBuilder.CreateIndex(
                name: "IX_registers_title_Title_ValidTo",
                table: "registers_title",
                columns: new[] { "Title", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_registers_title_UnitId_Title",
                table: "registers_title",
                columns: new[] { "UnitId", "Title" });

            migrationBuilder.CreateIndex(
                name: "IX_registers_unit_Kind_Code",
                table: "registers_unit",
                columns: new[] { "Kind", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_registers_unit_Name",
                table: "registers_unit",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_registers_unit_Region",
                table: "registers_unit",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_registers_value_Attribute_Value",
                table: "registers_value",
                columns: new[] { "Attribute", "Value" });

            migrationBuilder.CreateIndex(
                name: "IX_registers_value_UnitId_Attribute",
                table: "registers_value",
                columns: new[] { "UnitId", "Attribute" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "facts_batch");

            migrationBuilder.DropTable(
                name: "facts_code");

            migrationBuilder.DropTable(
                name: "facts_report");

            migrationBuilder.DropTable(
                name: "registers_change");

            migrationBuilder.DropTable(
                name: "registers_cluster");

            migrationBuilder.DropTable(
                name: "registers_import");

            migrationBuilder.DropTable(
                name: "registers_offer");

            migrationBuilder.DropTable(
                name: "registers_policy");

            migrationBuilder.DropTable(
                name: "registers_title");

            migrationBuilder.DropTable(
                name: "registers_title_warning");

            migrationBuilder.DropTable(
                name: "registers_unit");

            migrationBuilder.DropTable(
                name: "registers_value");
        }
    }
}
