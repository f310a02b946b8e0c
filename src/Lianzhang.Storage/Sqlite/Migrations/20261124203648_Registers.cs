using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhang.Storage.Sqlite.Migrations
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Origin = table.Column<string>(type: "TEXT", nullable: false),
                    SourceId = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Reports = table.Column<int>(type: "INTEGER", nullable: false),
                    Values = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_facts_batch", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "facts_code",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_facts_code", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "facts_report",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BatchId = table.Column<long>(type: "INTEGER", nullable: false),
                    Unit = table.Column<int>(type: "INTEGER", nullable: false),
                    Period = table.Column<int>(type: "INTEGER", nullable: false),
                    Payload = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_facts_report", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registers_change",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UnitId = table.Column<long>(type: "INTEGER", nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Zh = table.Column<string>(type: "TEXT", nullable: false),
                    En = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registers_change", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registers_cluster",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", nullable: true),
                    Industry = table.Column<string>(type: "TEXT", nullable: true),
                    Owner = table.Column<string>(type: "TEXT", nullable: true),
                    Generated = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registers_cluster", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "registers_import",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Uploader = table.Column<Guid>(type: "TEXT", nullable: true),
                    UploadedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    WithoutNear = table.Column<bool>(type: "INTEGER", nullable: false),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    Done = table.Column<int>(type: "INTEGER", nullable: false),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    Changed = table.Column<int>(type: "INTEGER", nullable: false),
                    Same = table.Column<int>(type: "INTEGER", nullable: false),
                    Rejected = table.Column<int>(type: "INTEGER", nullable: false),
                    Near = table.Column<int>(type: "INTEGER", nullable: false),
                    Report = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Problem = table.Column<string>(type: "TEXT", nullable: true),
                    ProblemEn = table.Column<string>(type: "TEXT", nullable: true),
                    TouchedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registers_import", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registers_offer",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Policy = table.Column<string>(type: "TEXT", nullable: false),
                    UnitId = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: true),
                    OfferedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OfferedBy = table.Column<string>(type: "TEXT", nullable: false),
                    OfferedByAccount = table.Column<Guid>(type: "TEXT", nullable: true),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", nullable: true),
                    AnswerReason = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", nullable: true),
                    DecisionReason = table.Column<string>(type: "TEXT", nullable: true),
                    DeliveredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DeliveredAmount = table.Column<long>(type: "INTEGER", nullable: true),
                    DeliveredBy = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registers_offer", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registers_policy",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Issuer = table.Column<string>(type: "TEXT", nullable: false),
                    Industries = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Budget = table.Column<long>(type: "INTEGER", nullable: true),
                    Amount = table.Column<long>(type: "INTEGER", nullable: true),
                    Conditions = table.Column<string>(type: "TEXT", nullable: false),
                    Documents = table.Column<string>(type: "TEXT", nullable: true),
                    Delivery = table.Column<string>(type: "TEXT", nullable: false),
                    Measure = table.Column<string>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CloseReason = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registers_policy", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "registers_title",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UnitId = table.Column<long>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Level = table.Column<string>(type: "TEXT", nullable: true),
                    Certificate = table.Column<string>(type: "TEXT", nullable: true),
                    GrantedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReviewBy = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RetiredAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registers_title", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registers_title_warning",
                columns: table => new
                {
                    GrantId = table.Column<long>(type: "INTEGER", nullable: false),
                    Months = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registers_title_warning", x => new { x.GrantId, x.Months });
                });

            migrationBuilder.CreateTable(
                name: "registers_unit",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<string>(type: "TEXT", nullable: false),
                    Industry = table.Column<string>(type: "TEXT", nullable: true),
                    Gb = table.Column<string>(type: "TEXT", nullable: true),
                    Sei = table.Column<string>(type: "TEXT", nullable: false),
                    Size = table.Column<string>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", nullable: false),
                    MergedInto = table.Column<long>(type: "INTEGER", nullable: true),
                    Organisation = table.Column<Guid>(type: "TEXT", nullable: true),
                    Generated = table.Column<bool>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registers_unit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "registers_value",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UnitId = table.Column<long>(type: "INTEGER", nullable: false),
                    Attribute = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RetiredAt = table.Column<long>(type: "INTEGER", nullable: true)
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
