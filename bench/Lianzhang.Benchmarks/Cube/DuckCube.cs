using DuckDB.NET.Data;

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
