using System.Diagnostics;
using Lianzhang.Core.Values;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lianzhang.Storage;

/// <summary>Copies a store to a file while it is in use, and back into an empty one.</summary>
public static class BackupStore
{
    /// <summary>Null when the copy is complete, else what stood in its way.</summary>
    public static async Task<Text?> Backup(StoreAddress address, string file, CancellationToken cancel)
    {
        if (File.Exists(file))
            return ($"{file} 已存在，请换一个文件名。", $"{file} exists; choose another name.");
        if (address.Kind == StoreKind.Sqlite && !File.Exists(address.Target))
            return ($"{address.Target} 不存在，没有可备份的数据。", $"{address.Target} is not there; there is nothing to back up.");
        // A copy that was cut short must not be taken for a whole one.
        var unfinished = file + ".unfinished";
        var failure = address.Kind == StoreKind.Sqlite
            ? Copy(address.Target, unfinished)
            : await Tool("pg_dump", address, cancel, "--format=custom", "--no-owner", "--file", unfinished);
        if (failure is null)
            File.Move(unfinished, file);
        return failure;
    }

    /// <summary>Null when the store is restored, else why it was left as it is.</summary>
    public static async Task<Text?> Restore(StoreAddress address, string file, CancellationToken cancel)
    {
        if (!File.Exists(file))
            return ($"找不到备份文件 {file}。", $"{file} is not there.");
        if (!await IsEmpty(address, cancel))
            return ($"{address} 中已有数据，未恢复；请恢复到空的数据库。", $"{address} is not empty and was left as it is; restore into an empty store.");
        if (address.Kind == StoreKind.Postgres)
            return await Tool("pg_restore", address, cancel, "--no-owner", "--single-transaction", "--exit-on-error", file);
        if (Path.GetDirectoryName(Path.GetFullPath(address.Target)) is { } folder)
            Directory.CreateDirectory(folder);
        var unfinished = address.Target + ".unfinished";
        var failure = Copy(file, unfinished);
        if (failure is null)
            File.Move(unfinished, address.Target, overwrite: true);
        return failure;
    }

    private static Text? Copy(string from, string to)
    {
        try
        {
            File.Delete(to);
            using var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = from, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = to, Pooling = false }.ToString());
            source.Open();
            target.Open();
            source.BackupDatabase(target);
            return null;
        }
        catch (SqliteException failure)
        {
            return ($"{from} 不能复制：{failure.Message}", $"{from} cannot be copied: {failure.Message}");
        }
    }

    private static async Task<bool> IsEmpty(StoreAddress address, CancellationToken cancel)
    {
        if (address.Kind == StoreKind.Sqlite)
        {
            if (!File.Exists(address.Target))
                return true;
            await using var file = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = address.Target, Pooling = false }.ToString());
            await file.OpenAsync(cancel);
            await using var tables = file.CreateCommand();
            tables.CommandText = "SELECT COUNT(*) FROM sqlite_master";
            return (long)(await tables.ExecuteScalarAsync(cancel))! == 0;
        }

        await using var server = new NpgsqlConnection(address.Target);
        await server.OpenAsync(cancel);
        await using var relations = new NpgsqlCommand("SELECT COUNT(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public'", server);
        return (long)(await relations.ExecuteScalarAsync(cancel))! == 0;
    }

    private static async Task<Text?> Tool(string name, StoreAddress address, CancellationToken cancel, params IReadOnlyList<string> arguments)
    {
        var server = new NpgsqlConnectionStringBuilder(address.Target);
        var start = new ProcessStartInfo(name, [.. arguments, "--dbname", server.Database!]) { RedirectStandardError = true, UseShellExecute = false };
        // By the environment: what stands on a command line is seen by everybody on the machine.
        start.Environment["PGHOST"] = server.Host;
        start.Environment["PGPORT"] = server.Port.ToString();
        start.Environment["PGUSER"] = server.Username;
        start.Environment["PGPASSWORD"] = server.Password;
        try
        {
            using var process = Process.Start(start)!;
            var errors = await process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return process.ExitCode == 0 ? null : ($"{name} 失败：{errors.Trim()}", $"{name} failed: {errors.Trim()}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return ($"找不到 {name}，请安装 PostgreSQL 客户端。", $"{name} is not there; install the PostgreSQL client.");
        }
    }
}
