using Npgsql;
using NpgsqlTypes;

namespace Lianzhang.Benchmarks.Cube;

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
