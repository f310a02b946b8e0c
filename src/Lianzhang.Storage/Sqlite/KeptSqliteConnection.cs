using System.Data;
using Microsoft.Data.Sqlite;

namespace Lianzhang.Storage.Sqlite;

/// <summary>
/// A connection that stays open until its context is given up. There are as many of them to a file as anybody wants, and the library gives each
/// that is opened its functions anew, which takes as long as a question.
/// </summary>
internal sealed class KeptSqliteConnection(string connectionString) : SqliteConnection(connectionString)
{
    private bool isOver;

    public override void Open()
    {
        if (State != ConnectionState.Open)
            base.Open();
    }

    public override void Close()
    {
        if (isOver)
            base.Close();
    }

    protected override void Dispose(bool disposing)
    {
        isOver = true;
        base.Dispose(disposing);
    }
}
