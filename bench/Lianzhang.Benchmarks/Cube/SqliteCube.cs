using Microsoft.Data.Sqlite;

namespace Lianzhang.Benchmarks.Cube;

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
