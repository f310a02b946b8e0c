using DuckDB.NET.Data;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Lianzhang.Benchmarks.Cube;

/// <summary>DuckDB within the process, in memory, with both cores.</summary>
internal sealed class DuckCube() : SqlCube(new DuckDBConnection("DataSource=:memory:"))
{
    protected override void Prepare() => Do("set threads = 2");

    protected override void LoadFacts(CubeWorld world)
    {
        using var appender = ((DuckDBConnection)Connection).CreateAppender("fact");
        for (var unit = 0; unit < world.Units; unit++)
        {
            for (var month = 0; month < CubeWorld.Months; month++)
            {
                var row = appender.CreateRow().AppendValue((int?)unit).AppendValue((int?)month);
                for (var item = 0; item < CubeWorld.Items; item++)
                    row.AppendValue(CubeWorld.Value(item, unit, month));
                row.EndRow();
            }
        }
    }
}

/// <summary>SQLite in a file as the product uses it.</summary>
internal sealed class SqliteCube : SqlCube
{
    private readonly string file;

    public SqliteCube(string file)
        : base(new SqliteConnection($"Data Source={file};Pooling=False")) => this.file = file;

    protected override void Prepare()
    {
        Do("pragma journal_mode = wal");
        Do("pragma synchronous = normal");
        Do("pragma cache_size = -1000000");
    }

    protected override void LoadFacts(CubeWorld world) => InOne(() =>
    {
        using var insert = Command($"insert into fact values ($unit, $month, {Each(item => $"$i{item}")})");
        var parameters = Enumerable.Range(-2, CubeWorld.Items + 2).Select(item => new SqliteParameter(item switch { -2 => "$unit", -1 => "$month", _ => $"$i{item}" }, null)).ToList();
        parameters.ForEach(parameter => insert.Parameters.Add(parameter));
        for (var unit = 0; unit < world.Units; unit++)
        {
            for (var month = 0; month < CubeWorld.Months; month++)
            {
                (parameters[0].Value, parameters[1].Value) = (unit, month);
                for (var item = 0; item < CubeWorld.Items; item++)
                    parameters[item + 2].Value = CubeWorld.Value(item, unit, month) is { } value ? value : DBNull.Value;
                insert.ExecuteNonQuery();
            }
        }
    });

    public override void Dispose()
    {
        base.Dispose();
        File.Delete(file);
    }
}

/// <summary>PostgreSQL as its package sets it up, but for memory to sort in.</summary>
internal sealed class PostgresCube(string connection) : SqlCube(new NpgsqlConnection(connection))
{
    protected override void Prepare()
    {
        Do("drop table if exists unit, fact, up_region, up_industry, base, cell");
        Do("set work_mem = '1GB'");
    }

    protected override void LoadFacts(CubeWorld world)
    {
        using (var copy = ((NpgsqlConnection)Connection).BeginBinaryImport("copy fact from stdin (format binary)"))
        {
            for (var unit = 0; unit < world.Units; unit++)
            {
                for (var month = 0; month < CubeWorld.Months; month++)
                {
                    copy.StartRow();
                    copy.Write(unit, NpgsqlDbType.Integer);
                    copy.Write(month, NpgsqlDbType.Integer);
                    for (var item = 0; item < CubeWorld.Items; item++)
                    {
                        if (CubeWorld.Value(item, unit, month) is { } value)
                            copy.Write(value, NpgsqlDbType.Bigint);
                        else
                            copy.WriteNull();
                    }
                }
            }

            copy.Complete();
        }

        Do("analyze fact");
    }
}
