using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Identity;

/// <summary>A row of a sheet of people as it was typed; what a sheet has no column for is empty.</summary>
internal sealed record PeopleRow(int Line, string UserName, string Name, string Email, string Role, string Organisation, string Industry, string From, string To);

/// <summary>
/// Reads a sheet of people: one sheet for both administrators, of which the one for accounts uses the first columns and the one for
/// roles the others.
/// </summary>
internal static class PeopleSheet
{
    public const int MostRows = 2_000;

    public static readonly Text Title = ("人员", "People");
    public static readonly Text UserName = ("账号名", "account");
    public static readonly Text Name = ("姓名", "name");
    public static readonly Text Email = ("邮箱", "email");
    public static readonly Text Role = ("角色", "role");
    public static readonly Text Organisation = ("单位代码", "organisation");
    public static readonly Text Industry = ("产业代码", "industry");
    public static readonly Text From = ("开始日", "from");
    public static readonly Text To = ("结束日", "to");

    private static readonly Text[] Columns = [UserName, Name, Email, Role, Organisation, Industry, From, To];

    /// <summary>The rows with anything in them, or why the file is not read.</summary>
    /// <param name="file">The sheet as CSV text.</param>
    /// <param name="needed">The columns without which nothing can be done.</param>
    public static Outcome<IReadOnlyList<PeopleRow>> Read(SourceFile file, params IReadOnlyList<Text> needed)
    {
        var read = ReadSheet.Read(file, new SheetShape(Columns, needed, MostRows));
        return read.Succeeded(out var rows) ? Outcome<IReadOnlyList<PeopleRow>>.Of([.. rows.Select(Row)]) : Outcome<IReadOnlyList<PeopleRow>>.Failed(read.Faults);
    }

    private static PeopleRow Row(SheetRow row) => row.Fields is [var userName, var name, var email, var role, var organisation, var industry, var from, var to]
        ? new(row.Line, userName, name, email, role, organisation, industry, from, to)
        : throw new InvalidOperationException("the fields are not those of the columns");
}
