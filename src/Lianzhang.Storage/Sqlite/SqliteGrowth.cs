using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Lianzhang.Storage.Sqlite;

/// <summary>
/// Tells whether anything was committed to the file, by whichever process. SQLite counts it for each connection, of what others commit: so one
/// is kept for this alone, which never writes.
/// </summary>
internal sealed class SqliteGrowth(string connectionString) : IDisposable
{
    private readonly Lock turn = new();
    private SqliteConnection? connection;
    private SqliteCommand? command;

    public string Now()
    {
        lock (turn)
        {
            command ??= Open();
            return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
        }
    }

    public void Dispose()
    {
        command?.Dispose();
        connection?.Dispose();
    }

    private SqliteCommand Open()
    {
        connection = new SqliteConnection(connectionString);
        connection.Open();
        var asking = connection.CreateCommand();
        asking.CommandText = "PRAGMA data_version";
        return asking;
    }
}
